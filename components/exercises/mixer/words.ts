import { fill } from '../../fill'
import { MINUTES_A_ROUND, ROUNDS } from './arrangements'
import type { labels as english } from './labels'
import type { Moment, Party } from './simulation'

/** The room at one moment, as much of it as the picture shows: how many knots, and in how many circles mix. */
export function roomInWords({ circles }: Party, { round, knots }: Moment, labels: typeof english): string {
  const mixed = knots.filter(knot => knot.some(person => circles[person] !== circles[knot[0]!]))
  return fill(labels.picture, {
    n: round * MINUTES_A_ROUND,
    all: ROUNDS * MINUTES_A_ROUND,
    knots: knots.length,
    mixed: mixed.length,
  })
}
