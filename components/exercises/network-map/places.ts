import type { Person } from './map'

/** Where the rings lie, in percent of the map's side: laid out like this, its words keep the reader's size. */
export const CENTRE = 7

export interface Place {
  x: number
  y: number
}

/** As much of a person as decides on their place. */
export type Placed = Pick<Person, 'id' | 'ring'>

/** The radius of each ring, from the inside out. */
export function radii(rings: number, outermost: number): number[] {
  return Array.from({ length: rings }, (_, index) => round(CENTRE + ((outermost - CENTRE) * (index + 1)) / rings))
}

/** Half of what a ring's name takes up at its top, and the room that one person's code takes up. */
const NAME = 15
const CODE = 15
/** How far people step in or out where a ring is crowded. */
const STEP = 7
/** Where each ring begins, so that people on neighbouring rings do not stand in one line. */
const TURNS = [0.5, 0.25, 0.75, 0.4]
/** The same for somebody who is alone on a ring. */
const ALONE = [0.5, 0.15, 0.85, 0.3]

/**
 * A place for everybody: evenly along their ring, in the given order, but for its top, where its name stands. The same
 * people always stand in the same places, whoever draws them. Whose ring is not known stands on the outermost.
 */
export function placesOf(people: readonly Placed[], rings: number, outermost: number): Map<number, Place> {
  const places = new Map<number, Place>()
  for (const [ring, radius] of radii(rings, outermost).entries()) {
    const here = people.filter(person => (person.ring ?? rings - 1) === ring)
    const turn = (here.length === 1 ? ALONE : TURNS)[ring % TURNS.length]!
    const arcFor = (name: number) => 2 * Math.PI - 2 * Math.asin(Math.min(0.95, name / radius))
    // Where one row does not hold them, they stand in two or three: inwards of the outermost ring, outwards of others.
    const rows = Math.min(3, Math.max(1, Math.ceil((here.length * CODE) / (arcFor(NAME) * radius))))
    // A second row reaches down to the name itself.
    const arc = arcFor(rows > 1 ? NAME + CODE / 2 : NAME)
    const gap = 2 * Math.PI - arc
    for (const [index, { id }] of here.entries()) {
      const angle = gap / 2 + (arc * (index + turn)) / here.length
      const step = (index % rows) * STEP * (ring === rings - 1 ? -1 : 1)
      // Clockwise from the top.
      places.set(id, {
        x: round(50 + (radius + step) * Math.sin(angle)),
        y: round(50 - (radius + step) * Math.cos(angle)),
      })
    }
  }
  return places
}

const round = (value: number) => Math.round(value * 10) / 10
