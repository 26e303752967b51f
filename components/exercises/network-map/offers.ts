import type { SuggestedPerson } from '../kind'
import type { MapRecord, Network, Person, Scope } from './map'
import { askedForTies, isDormant } from './map'
import { bridgesOf } from './words'

/**
 * The people on a map who may know what nobody near knows: those with whom touch was lost, and those whom nobody else
 * on it knows, unless they are the closest of all. People who are both come first, then those further out: not the
 * first face that comes to mind.
 */
export function reachOutCandidates(
  { network, scope, asked }: { network: Network; scope: Scope; asked: boolean },
  record: MapRecord,
): SuggestedPerson[] {
  const bridging = new Set(asked ? bridgesOf(network, askedForTies(network, scope, record)) : [])
  const outermost = record.closeness.rings.length - 1
  const weight = (person: Person) =>
    (isDormant(person, record) ? 4 : 0) + (bridging.has(person) ? 2 : 0) + (person.ring ?? outermost) / 10
  return network.people
    .filter(person => isDormant(person, record) || (bridging.has(person) && person.ring !== 0))
    .sort((a, b) => weight(b) - weight(a) || a.id - b.id)
    .map(person => ({
      code: person.code,
      dormant: isDormant(person, record),
      bridging: bridging.has(person),
    }))
}

/** What is missing on the map, and where it may be met, in one line: for the place in a plan. */
export const gapOf = ({ gap }: { gap: string }): string => oneLine(gap)

/** The best idea that came of trying things out, in one line: for the act in a plan. */
export const ideaOf = ({ idea }: { idea: string }): string => oneLine(idea)

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 200)
