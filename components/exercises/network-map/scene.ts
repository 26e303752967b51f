import type { MapRecord, Network, Person } from './map'
import { isDormant } from './map'
import type { Place } from './places'
import { placesOf } from './places'
import { bridgesOf } from './words'

/** Signs that tell groups apart without colour, each a path around 0 within −1 and 1. */
export const SIGNS = [
  'M-.9-.9H.9V.9H-.9Z',
  'M0-1 .95.8H-.95Z',
  'M-1 0A1 1 0 1 0 1 0 1 1 0 1 0-1 0Z',
  'M0-1 1 0 0 1-1 0Z',
  'M-.35-1H.35V-.35H1V.35H.35V1H-.35V.35H-1V-.35H-.35Z',
  'M0 1-.95-.8H.95Z',
  'M-.5-.87H.5L1 0 .5.87H-.5L-1 0Z',
  'M-1-.5H1V.5H-1Z',
] as const

export interface DrawnPerson {
  id: number
  code: string
  at: Place
  /** From 0, the innermost. */
  ring: number
  dormant: boolean
  bridging: boolean
  /** Which of the signs, where people are shown by groups. */
  sign?: number
  imagined: boolean
}

/** All that is drawn of a map, wherever it is drawn: coordinates are in percent of its side. */
export interface Scene {
  people: DrawnPerson[]
  ties: { a: number; b: number; from: Place; to: Place }[]
  /** Whether rings show how close people are; otherwise the lines from ego do. */
  rings: boolean
}

export interface SceneOptions {
  record: MapRecord
  /** Of whom it was asked who knows whom. */
  asked: readonly Person[]
  /** Where people stand; on their rings, if nothing else is said. */
  places?: Map<number, Place> | undefined
  /** The question whose options colour and sign the people. */
  groupBy?: string | undefined
  /** Somebody who is not there yet. */
  imagined?: number | undefined
}

/** More people than this need a larger drawing. */
export const CROWD = 8

/** How far out the outermost ring lies: codes stand on it, and need room. */
export const OUTERMOST = 45

export function sceneOf(network: Network, { record, asked, places, groupBy, imagined }: SceneOptions): Scene {
  const rings = record.closeness.rings.length
  const options = record.atHome.bins.find(({ id }) => id === groupBy)?.options.map(({ id }) => id) ?? []
  const groupOf = (person: Person) => (groupBy === undefined ? -1 : options.indexOf(person.bins[groupBy] ?? ''))
  // On a ring, those of one group stand side by side.
  const inOrder = [...network.people].sort((a, b) => groupOf(a) - groupOf(b) || a.id - b.id)
  const standing = places ?? placesOf(options.length ? inOrder : network.people, rings, OUTERMOST)
  const bridging = network.ties.length ? bridgesOf(network, asked) : []
  const middle = { x: 50, y: 50 }
  const at = (id: number) => standing.get(id) ?? middle
  return {
    rings: places === undefined,
    people: network.people.map(person => ({
      id: person.id,
      code: person.code,
      at: at(person.id),
      ring: person.ring ?? rings - 1,
      dormant: isDormant(person, record),
      bridging: bridging.includes(person),
      imagined: person.id === imagined,
      ...(groupOf(person) >= 0 && { sign: groupOf(person) % SIGNS.length }),
    })),
    ties: network.ties.map(([a, b]) => ({ a, b, from: at(a), to: at(b) })),
  }
}

/** What fits on the map of a code; the list and the map's words for screen readers have all of it. */
export function shortened(code: string): string {
  const letters = [...code]
  return letters.length > 5 ? `${letters.slice(0, 3).join('').trim()}…` : code
}

/** How wide the plate behind a code has to be, in em. */
export const plateWidth = (text: string, sign: boolean) =>
  Math.max(1.6, [...text].length * 0.64 + 0.8) + (sign ? 1.4 : 0)
