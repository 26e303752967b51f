import type { Level, Tie } from './levels'
import { HOURS, WEEKS, YOU } from './levels'
import type { World } from './simulation'
import { goodWord, heard, weeks } from './simulation'
import type { Act, Levels, Town } from './ties'
import { changeable, closeIn, goalOf, hoursFor, levelOf, levelsFor, namesOf } from './ties'

/** The part of a world that your ties do not change: made once for a record, of which thousands of worlds are made. */
interface Fixed {
  numbers: ReadonlyMap<string, number>
  close: readonly string[]
  groups: readonly number[]
  ties: readonly Tie[]
  news: readonly number[]
}
const fixed = new WeakMap<object, Fixed>()

/** In a group everybody is close to everybody, and bridges talk as often. */
function fixedOf(town: Town): Fixed {
  const known = fixed.get(town)
  if (known) return known
  const numbers = new Map(namesOf(town).map((name, at) => [name, at + 1]))
  const groups = [YOU, ...town.groups.flatMap(({ people }, group) => people.map(() => group))]
  const ties: Tie[] = []
  for (let a = 1; a < groups.length; a++)
    for (let b = a + 1; b < groups.length; b++) if (groups[a] === groups[b]) ties.push({ a, b, level: 'strong' })
  for (const { from, to } of town.bridges)
    for (const name of to) ties.push({ a: numbers.get(from)!, b: numbers.get(name)!, level: 'strong' })
  const news = town.groups.flatMap(({ news }) => (news ? [numbers.get(news.first)!] : []))
  const made = { numbers, close: closeIn(town), groups, ties, news }
  fixed.set(town, made)
  return made
}

/** The world with your ties as they are set. */
export function worldOf(town: Town, levels: Levels, seed = town.seed): World {
  const { numbers, close, groups, ties, news } = fixedOf(town)
  const mine = [...close, ...town.contacts.map(({ name }) => name)].map((name): Tie => ({
    a: YOU,
    b: numbers.get(name)!,
    level: levelOf(town, levels, name),
  }))
  return { groups, ties: [...mine, ...ties], news, seed }
}

/** How many close ties it takes to be held up by more than one. */
const SUPPORT = 2

/** What you need besides news, and whether you have it: only in the last act. */
export function needs(town: Town, levels: Levels): { word: boolean; support: boolean } {
  const world = worldOf(town, levels)
  return {
    word: goodWord(world, fixedOf(town).numbers.get(town.ear)!),
    support: fixedOf(town).close.filter(name => levelOf(town, levels, name) === 'strong').length >= SUPPORT,
  }
}

/** What counts towards the goal of an act: news, and in the last act the other two things that you need. */
export function got(town: Town, act: Act, levels: Levels, reached: number): number {
  if (act !== 'whole') return reached
  const { word, support } = needs(town, levels)
  return reached + Number(word) + Number(support)
}

/** Ties that reach the goal of an act within its hours; the first that are found. Nothing when there are none. */
export function wayIn(town: Town, act: Act): Levels | undefined {
  const goal = goalOf(town, act)
  const most = hoursFor(town, act)
  if (goal === undefined || most === undefined) return undefined
  const names = changeable(town, act)
  // Ties to people who were close from the beginning are the last to be given up.
  const order = [...names].reverse()
  const options = order.map(name => {
    const levels = levelsFor(town, name)
    return levels[0] === 'silent' ? levels : [...levels].reverse()
  })
  // The least that those who are still to come can take.
  const least = order.map((_, at) =>
    options.slice(at + 1).reduce((sum, levels) => sum + Math.min(...levels.map(level => HOURS[level])), 0),
  )
  const follow = (at: number, levels: Record<string, Level>, spent: number): Levels | undefined => {
    if (at === order.length) {
      // Checked first: it is cheap, and rules out most ties that the hours allow.
      if (act === 'whole') {
        const { word, support } = needs(town, levels)
        if (!word || !support) return undefined
      }
      const world = worldOf(town, levels)
      return got(town, act, levels, heard(weeks(world, WEEKS)[WEEKS]!)) >= goal ? levels : undefined
    }
    for (const level of options[at]!) {
      if (spent + HOURS[level] + least[at]! > most) continue
      const found = follow(at + 1, { ...levels, [order[at]!]: level }, spent + HOURS[level])
      if (found) return found
    }
    return undefined
  }
  return follow(0, {}, 0)
}
