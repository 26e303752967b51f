import { fill } from '../../fill'
import type { Found } from './gap'
import { gap } from './gap'
import type { labels as english } from './labels'
import type { Forecast } from './schema'

type Labels = typeof english
type Scale = Pick<Forecast['scale'], 'from' | 'to' | 'unit'>

/** What was found, as a number or the range it lies in, with its unit. */
export function foundInWords(found: Found, scale: Scale, labels: Labels): string {
  const { from, to } = found
  const label = { one: labels.found, upTo: labels.foundUpTo, from: labels.foundFrom, range: labels.foundRange }
  return fill(label[shapeOf(found, scale)], { found: from, from, to, unit: scale.unit })
}

/** The same in a cell of a table, where the question has the unit. */
export function foundInShort(found: Found, scale: Pick<Scale, 'from' | 'to'>, labels: Labels): string {
  const label = { one: '{from}', upTo: labels.keyUpTo, from: labels.keyFrom, range: labels.keyRange }
  return fill(label[shapeOf(found, scale)], { ...found })
}

/** A range that ends where the scale does has one limit alone. */
function shapeOf({ from, to }: Found, scale: Pick<Scale, 'from' | 'to'>): 'one' | 'upTo' | 'from' | 'range' {
  if (from === to) return 'one'
  if (from <= scale.from) return 'upTo'
  return to >= scale.to ? 'from' : 'range'
}

/** How far off a guess is. */
export function gapInWords(guess: number, found: Found, labels: Labels): string {
  const size = gap(guess, found)
  if (size) return fill(labels.gap, { gap: size })
  return found.from === found.to ? labels.gapNone : labels.gapWithin
}
