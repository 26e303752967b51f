import type { MapRecord, Network, Person } from './map'
import { isDormant } from './map'
import type { Place } from './places'
import { CENTRE, placesOf, radii } from './places'
import type { Box } from './spread'
import { spread } from './spread'
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

/** As wide as a card on a phone, in the reader's size of text; with more people, the same drawing in smaller signs. */
const SIDES = [
  { most: 12, em: 19 },
  { most: 24, em: 27 },
  { most: Infinity, em: 34 },
]
/** How many em there are to the side of a map of so many people: all signs on it are that much smaller. */
export const sideFor = (people: number) => SIDES.find(({ most }) => people <= most)!.em
/** Whether its signs are smaller than the reader's size of text. */
export const isScaled = (people: number) => people > SIDES[0]!.most

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
  const people = network.people.map(person => ({
    id: person.id,
    code: person.code,
    at: standing.get(person.id) ?? middle,
    ring: person.ring ?? rings - 1,
    dormant: isDormant(person, record),
    bridging: bridging.includes(person),
    imagined: person.id === imagined,
    ...(groupOf(person) >= 0 && { sign: groupOf(person) % SIGNS.length }),
  }))
  const free = apart(people, places === undefined ? record.closeness.rings : undefined)
  const at = (id: number) => free.get(id) ?? middle
  return {
    rings: places === undefined,
    people: people.map(person => ({ ...person, at: at(person.id) })),
    ties: network.ties.map(([a, b]) => ({ a, b, from: at(a), to: at(b) })),
  }
}

/** How far from ego somebody still stands on their ring; nobody stands outside of the outermost. */
const bandOf = (radius: number, isOutermost: boolean) =>
  isOutermost ? ([radius - 11, radius + 1] as const) : ([radius - 5.5, radius + 5.5] as const)

/**
 * Where people stand so that no code covers another, ego or the name of a ring, as far as there is room.
 * @param rings their names, where people stand on them
 */
function apart(people: readonly DrawnPerson[], rings: readonly string[] | undefined): Map<number, Place> {
  const em = 100 / sideFor(people.length)
  const circles = rings ? radii(rings.length, OUTERMOST) : []
  const boxes = people.map(({ at, code, sign, bridging }): Box => {
    const { width, height } = plateOf(shortened(code), sign !== undefined, bridging)
    return { ...at, width: width * em, height: height * em }
  })
  const fixed = [
    { x: 50, y: 50, width: 2 * CENTRE, height: 2 * CENTRE },
    // A name stands just within its ring, at the top (MapDrawing.vue).
    ...circles.map((radius, ring) => ({
      x: 50,
      y: 50 - radius + 0.9 * em,
      width: [...rings![ring]!].length * 0.55 * em,
      height: 1.1 * em,
    })),
  ]
  spread(boxes, fixed, ({ x, y, width, height }, index) => {
    const { ring } = people[index]!
    const far = Math.hypot(x - 50, y - 50)
    const share = rings && far > 0 ? clamp(far, ...bandOf(circles[ring]!, ring === circles.length - 1)) / far : 1
    return {
      x: clamp(50 + (x - 50) * share, width / 2, 100 - width / 2),
      y: clamp(50 + (y - 50) * share, height / 2, 100 - height / 2),
    }
  })
  return new Map(people.map(({ id }, index) => [id, { x: round(boxes[index]!.x), y: round(boxes[index]!.y) }]))
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
const round = (value: number) => Math.round(value * 10) / 10

/** What fits on the map of a code; the list and the map's words for screen readers have all of it. */
export function shortened(code: string): string {
  const letters = [...code]
  return letters.length > 5 ? `${letters.slice(0, 3).join('').trim()}…` : code
}

/** How wide the plate behind a code has to be, in em. */
export const plateWidth = (text: string, sign: boolean) =>
  Math.max(1.6, [...text].length * 0.64 + 0.8) + (sign ? 1.4 : 0)

/** All that a person takes up, in em: somebody who bridges has a second plate around the first. */
function plateOf(text: string, sign: boolean, bridging: boolean) {
  const width = plateWidth(text, sign)
  return bridging ? { width: width + 0.6, height: 2.1 } : { width, height: 1.5 }
}
