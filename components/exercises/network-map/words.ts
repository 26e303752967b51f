import { fill } from '../../fill'
import { isolated } from '../../text/isolate'
import type { labels as english } from './labels'
import type { MapRecord, Network, Person } from './map'
import { isDormant } from './map'

export type Labels = typeof english

export const names = (people: readonly Person[]) => people.map(({ code }) => isolated(code)).join(', ')

/** People of whom it was asked whom they know, and whom nobody else knows. */
export function bridgesOf(network: Network, asked: readonly Person[]): Person[] {
  if (asked.length < 2) return []
  const ids = new Set(asked.map(({ id }) => id))
  const known = new Set(network.ties.filter(ends => ends.every(id => ids.has(id))).flat())
  return asked.filter(({ id }) => !known.has(id))
}

/** Who knows whom. */
export function tiesInWords({ people, ties }: Network, labels: Labels): string {
  const codeOf = (id: number) => isolated(people.find(person => person.id === id)?.code ?? '')
  const pairs = ties.map(([a, b]) => fill(labels.pair, { a: codeOf(a), b: codeOf(b) }))
  return pairs.length ? fill(labels.tiesSaid, { pairs: pairs.join(', ') }) : labels.noTies
}

/**
 * All that the picture says, in words: ring by ring from the inside out, group by group, then ties, then whom one has
 * lost touch with and whom nobody else knows. Nothing for an empty map.
 * @param asked of whom it was asked who knows whom; nothing is said of others' ties
 */
export function mapInWords(network: Network, asked: readonly Person[], record: MapRecord, labels: Labels): string[] {
  const { people, ties } = network
  if (!people.length) return []
  const { rings } = record.closeness
  const onRings = [...rings.keys(), undefined].map(ring => ({
    said: labels.onRing,
    values: { ring: ring === undefined ? labels.unplaced : rings[ring]! },
    people: people.filter(person => person.ring === ring),
  }))
  const inGroups = record.atHome.bins.flatMap(({ id, name, options }) =>
    options.map(option => ({
      said: labels.inGroup,
      values: { name, option: option.text },
      people: people.filter(person => person.bins[id] === option.id),
    })),
  )
  const marked = [
    { said: labels.dormantSaid, values: {}, people: people.filter(person => isDormant(person, record)) },
    { said: labels.bridgesSaid, values: {}, people: ties.length ? bridgesOf(network, asked) : [] },
  ]
  const said = (lists: { said: string; values: Record<string, string>; people: Person[] }[]) =>
    lists.flatMap(({ said, values, people }) =>
      people.length ? [fill(said, { ...values, people: names(people) })] : [],
    )
  return [...said([...onRings, ...inGroups]), ...(ties.length ? [tiesInWords(network, labels)] : []), ...said(marked)]
}
