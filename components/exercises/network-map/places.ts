import type { Person } from './map'

/** Where the rings lie, in percent of the map's side: laid out like this, its words keep the reader's size. */
export const CENTRE = 7

export interface Place {
  x: number
  y: number
}

/** As much of a person as decides on their place. */
export type Placed = Pick<Person, 'id' | 'ring'>

/** The radius of each ring, from the inside out, at equal distances. */
export function radii(rings: number, outermost: number): number[] {
  return Array.from({ length: rings }, (_, index) => round(CENTRE + ((outermost - CENTRE) * (index + 1)) / rings))
}

/** How much of its area a ring can fill with codes, however these are pushed about. */
const FILLED = 0.55
/** A ring that has to make room for another one still shows its name. */
const NARROWEST = 6

/**
 * The radius of each ring where as many stand on one that it has to be wider than others: people stand on their ring
 * or inwards of it, as far as the next one.
 * @param areas what the people of each ring take up, in percent of the map's side, squared
 */
export function radiiFor(areas: readonly number[], outermost: number): number[] {
  const even = (outermost - CENTRE) / areas.length
  let inner = CENTRE
  const wanted = areas.map(area => {
    const outer = Math.sqrt(inner ** 2 + area / (Math.PI * FILLED))
    const width = outer - inner
    inner = outer
    return width
  })
  if (wanted.every(width => width <= even)) return radii(areas.length, outermost)
  const widths = wanted.map(width => Math.max(width, NARROWEST))
  const all = widths.reduce((sum, width) => sum + width, 0)
  let radius = CENTRE
  return widths.map(width => round((radius += (width * (outermost - CENTRE)) / all)))
}

/** Half of what a ring's name takes up at its top, and the room that one person's code takes up. */
const NAME = 15
const CODE = 15
/** How far outwards of the next ring people stay. */
export const INWARDS = 2
/** How far inwards people step where a ring is crowded. */
const STEP = 7
/** Where each ring begins, so that people on neighbouring rings do not stand in one line. */
const TURNS = [0.5, 0.25, 0.75, 0.4]
/** The same for somebody who is alone on a ring. */
const ALONE = [0.5, 0.15, 0.85, 0.3]

/**
 * A place for everybody: evenly along their ring, in the given order, but for its top, where its name stands. The same
 * people always stand in the same places, on screen and in files. Whose ring is not known stands on the outermost.
 * @param circles the radius of each ring
 */
export function placesOf(people: readonly Placed[], circles: readonly number[]): Map<number, Place> {
  const places = new Map<number, Place>()
  for (const [ring, radius] of circles.entries()) {
    const here = people.filter(person => (person.ring ?? circles.length - 1) === ring)
    const turn = (here.length === 1 ? ALONE : TURNS)[ring % TURNS.length]!
    const arcFor = (name: number) => 2 * Math.PI - 2 * Math.asin(Math.min(0.95, name / radius))
    // Where one row does not hold them, they stand in several, as far as there is room.
    const most = 1 + Math.floor((radius - INWARDS - (circles[ring - 1] ?? CENTRE)) / STEP)
    const rows = Math.max(1, Math.min(most, Math.ceil((here.length * CODE) / (arcFor(NAME) * radius))))
    // A second row reaches down to the name itself.
    const arc = arcFor(rows > 1 ? NAME + CODE / 2 : NAME)
    const gap = 2 * Math.PI - arc
    for (const [index, { id }] of here.entries()) {
      const angle = gap / 2 + (arc * (index + turn)) / here.length
      const far = radius - (index % rows) * STEP
      // Clockwise from the top.
      places.set(id, { x: round(50 + far * Math.sin(angle)), y: round(50 - far * Math.cos(angle)) })
    }
  }
  return places
}

const round = (value: number) => Math.round(value * 10) / 10
