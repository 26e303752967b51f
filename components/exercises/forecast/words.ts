import { fill } from '../../fill'
import type { Found } from './gap'
import { gap } from './gap'
import type { labels as english } from './labels'

type Labels = typeof english

/** What was found, as a number or the range it lies in. */
export function foundInWords({ from, to }: Found, labels: Labels): string {
  return from === to ? fill(labels.found, { found: from }) : fill(labels.foundRange, { from, to })
}

/** How far off a guess is. */
export function gapInWords(guess: number, found: Found, labels: Labels): string {
  const size = gap(guess, found)
  return size === 0 ? labels.gapNone : fill(labels.gap, { gap: size })
}
