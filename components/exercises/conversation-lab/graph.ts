/** As much of a scenario as its ways are made of. */
export interface Ways {
  turns: readonly { id: string; lines: readonly { to: string }[] }[]
  ends: readonly { id: string }[]
}

/** By the id of every turn and end that can be reached: how many lines are said before it, at least. */
export function shortestWays({ turns }: Ways): Map<string, number> {
  const ways = new Map<string, number>()
  let here = turns.slice(0, 1).map(({ id }) => id)
  for (let said = 0; here.length; said++) {
    const fresh = [...new Set(here)].filter(id => !ways.has(id))
    for (const id of fresh) ways.set(id, said)
    here = fresh.flatMap(id => turns.find(turn => turn.id === id)?.lines.map(({ to }) => to) ?? [])
  }
  return ways
}

/** The turns from which no line leads on to an end, however long one goes on. */
export function withoutEnd({ turns, ends }: Ways): Set<string> {
  const ending = new Set(ends.map(({ id }) => id))
  for (let found = true; found;) {
    found = false
    for (const { id, lines } of turns) {
      if (ending.has(id) || !lines.some(({ to }) => ending.has(to))) continue
      ending.add(id)
      found = true
    }
  }
  return new Set(turns.map(({ id }) => id).filter(id => !ending.has(id)))
}

/**
 * The longest way through, as the sum of what its turns weigh. A turn that comes round again counts once.
 * @param weigh what one turn weighs, by its place in the list; seconds, for example
 */
export function longestWay({ turns }: Ways, weigh: (turn: number) => number): number {
  const known = new Map<number, number>()
  const open = new Set<number>()
  function from(at: number): number {
    if (at < 0 || open.has(at)) return 0
    const found = known.get(at)
    if (found !== undefined) return found
    open.add(at)
    const further = turns[at]!.lines.map(({ to }) => from(turns.findIndex(({ id }) => id === to)))
    open.delete(at)
    const sum = weigh(at) + Math.max(0, ...further)
    known.set(at, sum)
    return sum
  }
  return turns.length ? from(0) : 0
}
