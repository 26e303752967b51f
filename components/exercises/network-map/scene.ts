import type { MapRecord, Network, Person } from './map'
import { isDormant } from './map'
import type { Place } from './places'
import { CENTRE, INWARDS, placesOf, radiiFor } from './places'
import type { Box } from './spread'
import { GAP, spread } from './spread'
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
  /** The radius of each ring; none where lines from ego show how close people are. */
  rings: readonly number[]
  /** How many em there are to the side: the more people have to fit, the smaller all signs. */
  side: number
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

/** The sides that there are, in em. The first is a card on a phone, in the reader's size of text. */
export const SIDES = [19, 27, 34, 42, 50]
const LARGEST = SIDES[SIDES.length - 1]!
/** Whether its signs are smaller than the reader's size of text, wherever the place for the map is no wider. */
export const isScaled = (side: number) => side > SIDES[0]!
/** How much of a map codes can fill at the most, with lines and rings to be seen between them. */
const CODES = 0.19

const MIDDLE = { x: 50, y: 50 }
/** How far out the outermost ring lies: codes stand on it, and need room. */
export const OUTERMOST = 45

export function sceneOf(network: Network, { record, asked, places, groupBy, imagined }: SceneOptions): Scene {
  const rings = record.closeness.rings.length
  const options = record.atHome.bins.find(({ id }) => id === groupBy)?.options.map(({ id }) => id) ?? []
  const groupOf = (person: Person) => (groupBy === undefined ? -1 : options.indexOf(person.bins[groupBy] ?? ''))
  // On a ring, those of one group stand side by side.
  const inOrder = [...network.people].sort((a, b) => groupOf(a) - groupOf(b) || a.id - b.id)
  const bridging = network.ties.length ? bridgesOf(network, asked) : []
  const people = network.people.map(person => ({
    id: person.id,
    code: person.code,
    ring: person.ring ?? rings - 1,
    dormant: isDormant(person, record),
    bridging: bridging.includes(person),
    imagined: person.id === imagined,
    ...(groupOf(person) >= 0 && { sign: groupOf(person) % SIGNS.length }),
  }))
  const plates = people.map(({ code, sign, bridging }) => plateOf(shortened(code), sign !== undefined, bridging))
  const inRingOrder = options.length ? inOrder : network.people
  const layOut = (side: number) => {
    const em = 100 / side
    const sizes = plates.map(({ width, height }) => ({ width: width * em, height: height * em }))
    const circles = places ? [] : radiiFor(areasOf(people, sizes, rings), OUTERMOST)
    const standing = places ?? placesOf(inRingOrder, circles)
    const boxes = people.map(({ id }, index): Box => ({ ...(standing.get(id) ?? MIDDLE), ...sizes[index]! }))
    const names = circles.map((radius, ring) => nameAt(radius, record.closeness.rings[ring]!, em))
    return { side, circles, boxes, isFree: keepApart(boxes, people, circles, names) }
  }
  const all = plates.reduce((sum, { width, height }) => sum + width * height, 0)
  const sides = SIDES.filter(side => all <= CODES * side ** 2)
  let laidOut = layOut(sides.shift() ?? LARGEST)
  while (!laidOut.isFree && sides.length) laidOut = layOut(sides.shift()!)
  const { side, circles, boxes } = laidOut
  const at = new Map(people.map(({ id }, index) => [id, { x: round(boxes[index]!.x), y: round(boxes[index]!.y) }]))
  return {
    side,
    rings: circles,
    people: people.map(person => ({ ...person, at: at.get(person.id)! })),
    ties: network.ties.map(([a, b]) => ({ a, b, from: at.get(a) ?? MIDDLE, to: at.get(b) ?? MIDDLE })),
  }
}

/** What the people of each ring take up, with the gaps between them. */
function areasOf(people: readonly { ring: number }[], sizes: readonly Plate[], rings: number): number[] {
  const areas = Array.from({ length: rings }, () => 0)
  people.forEach(({ ring }, index) => {
    const { width, height } = sizes[index]!
    areas[ring]! += (width + GAP) * (height + GAP)
  })
  return areas
}

/** A ring's name stands just within it, at the top (MapDrawing.vue). */
const nameAt = (radius: number, name: string, em: number): Box => ({
  x: 50,
  y: 50 - radius + 0.9 * em,
  width: [...name].length * 0.55 * em,
  height: 1.1 * em,
})

/** How far outwards of their own ring people may stand. */
const OUTWARDS = 1

/**
 * Moves people so that no code covers another, ego or the name of a ring, as far as there is room.
 * @param boxes where people stand
 * @param circles the radius of each ring; none where people stand by forces
 * @returns whether there was
 */
function keepApart(
  boxes: Box[],
  people: readonly { ring: number }[],
  circles: readonly number[],
  names: readonly Box[],
): boolean {
  const ego = { x: 50, y: 50, width: 2 * CENTRE, height: 2 * CENTRE }
  return spread(boxes, [ego, ...names], ({ x, y, width, height }, index) => {
    const { ring } = people[index]!
    const far = Math.hypot(x - 50, y - 50)
    const least = (circles[ring - 1] ?? CENTRE) + INWARDS
    const share = circles.length && far > 0 ? clamp(far, least, circles[ring]! + OUTWARDS) / far : 1
    return {
      x: clamp(50 + (x - 50) * share, width / 2, 100 - width / 2),
      y: clamp(50 + (y - 50) * share, height / 2, 100 - height / 2),
    }
  })
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

type Plate = Pick<Box, 'width' | 'height'>

/** All that a person takes up, in em: somebody who bridges has a second plate around the first. */
export function plateOf(text: string, sign: boolean, bridging: boolean): Plate {
  const width = plateWidth(text, sign)
  return bridging ? { width: width + 0.6, height: 2.1 } : { width, height: 1.5 }
}
