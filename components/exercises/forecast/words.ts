import { fill } from '../../fill'
import type { Found } from './gap'
import { gap } from './gap'
import type { labels as english } from './labels'
import type { Forecast } from './schema'

type Labels = typeof english
type Scale = Pick<Forecast['scale'], 'from' | 'to' | 'unit'>

/** What was found, as a number or the range it lies in; a range that ends where the scale does has one limit alone. */
export function foundInWords({ from, to }: Found, scale: Scale, labels: Labels): string {
  const label =
    from === to
      ? labels.found
      : from <= scale.from
        ? labels.foundUpTo
        : to >= scale.to
          ? labels.foundFrom
          : labels.foundRange
  return fill(label, { found: from, from, to, unit: scale.unit })
}

/** How far off a guess is. */
export function gapInWords(guess: number, found: Found, labels: Labels): string {
  const size = gap(guess, found)
  if (size) return fill(labels.gap, { gap: size })
  return found.from === found.to ? labels.gapNone : labels.gapWithin
}
