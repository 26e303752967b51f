/** The known name that a misspelt one most likely meant, if one is near enough to guess. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  // Of a name of two letters nothing is near: any other one would do.
  let least = Math.min(Math.max(2, Math.floor(name.length / 3)), Math.floor((name.length - 1) / 2)) + 1
  for (const candidate of known) {
    const distance = editDistance(name, candidate)
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Letters to change, add, drop or swap with their neighbour, one row at a time. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swapped))
    }
    before = row
    row = next
  }
  return row[b.length]!
}

/** How many names a hint lists; all of a record's fields, not all of the sources. */
const LISTED = 24

/** A hint for an unknown name: the nearest one, or the list when it is short. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = [...new Set(known)]
  const near = nearest(name, names)
  if (near) return `did you mean \`${near}\`?`
  return names.length
    ? `known: ${names
        .slice(0, LISTED)
        .map(each => `\`${each}\``)
        .join(', ')}${names.length > LISTED ? ' …' : ''}.`
    : 'there are none yet.'
}

/** Whether an unknown name was most likely meant to be this one: it is one problem, reported there. */
export function isLikelyTypoOf(name: string, meant: string, known: readonly string[]): boolean {
  return !known.includes(name) && nearest(name, known) === meant
}
