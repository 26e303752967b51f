import type { Arrangement } from './arrangements'
import { ARRANGEMENTS, ROUNDS } from './arrangements'
import type { Reception } from './party'
import { partyOf } from './party'
import type { Moment } from './simulation'
import { arrival, reached, step } from './simulation'

/**
 * A whole evening that reaches the goal of a record within the rounds that may be arranged: those at the beginning are,
 * and the others are free. Nothing when no such evening does.
 */
export function wayWithin(reception: Reception): Arrangement[] | undefined {
  const { target, arranged } = reception
  const party = partyOf(reception)
  const follow = (moment: Moment, rounds: Arrangement[]): Arrangement[] | undefined => {
    if (reached(moment, target.faces) >= target.people)
      return [...rounds, ...Array.from({ length: ROUNDS - rounds.length }, (): Arrangement => 'free')]
    if (rounds.length === ROUNDS) return undefined
    for (const arrangement of rounds.length < arranged ? ARRANGEMENTS.slice(1) : ARRANGEMENTS.slice(0, 1)) {
      const found = follow(step(party, moment, arrangement), [...rounds, arrangement])
      if (found) return found
    }
    return undefined
  }
  return follow(arrival(party), [])
}
