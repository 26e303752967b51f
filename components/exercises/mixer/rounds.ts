import { fill } from '../../fill'
import type { Arrangement } from './arrangements'
import { ROUNDS } from './arrangements'
import type { labels as english } from './labels'

/** A letter for each arrangement, as rounds are stored: "ppfffffff" is two rounds of pairs, then free ones. */
const LETTERS: Record<string, Arrangement> = { f: 'free', h: 'hosts', p: 'pairs', g: 'groups' }

export const letterOf = (arrangement: Arrangement): string =>
  Object.keys(LETTERS).find(letter => LETTERS[letter] === arrangement)!

/** The rounds that were stored; what is no round ends them. */
export function roundsOf(letters: string): Arrangement[] {
  return [...letters].map(letter => LETTERS[letter]!)
}

/** Reads stored rounds up to the first letter that is none, or that would arrange more of them than may be arranged. */
export function readRounds(json: unknown, arranged: number): string {
  let read = ''
  for (const letter of typeof json === 'string' ? json.slice(0, ROUNDS) : '') {
    if (!/^[fhpg]$/.test(letter) || arrangedIn(read + letter) > arranged) break
    read += letter
  }
  return read
}

/** How many of these rounds were arranged by somebody. */
export const arrangedIn = (letters: string): number => letters.replace(/f/g, '').length

/** "Assigned pairs × 2, None: … × 7" */
export function roundsInWords(letters: string, labels: typeof english): string {
  const parts = letters.match(/(.)\1*/g) ?? []
  return parts
    .map(part => {
      const { free, hosts, pairs, groups } = labels
      return fill(labels.triedPart, { arrangement: { free, hosts, pairs, groups }[roundsOf(part)[0]!], n: part.length })
    })
    .join(', ')
}
