import { fill } from '../../fill'
import type { Found } from './gap'
import { gap } from './gap'
import type { labels as english } from './labels'
import type { Forecast } from './schema'

type Labels = typeof english
type Scale = Pick<Forecast['scale'], 'from' | 'to'>

/** What was found, as a number or the range it lies in; a range that ends where the scale does has one limit alone. */
export function foundInWords({ from, to }: Found, scale: Scale, labels: Labels): string {
  if (from === to) return fill(labels.found, { found: from })
  if (from <= scale.from) return fill(labels.foundUpTo, { to })
  if (to >= scale.to) return fill(labels.foundFrom, { from })
  return fill(labels.foundRange, { from, to })
}

/** How far off a guess is. */
export function gapInWords(guess: number, found: Found, labels: Labels): string {
  const size = gap(guess, found)
  if (size) return fill(labels.gap, { gap: size })
  return found.from === found.to ? labels.gapNone : labels.gapWithin
}
