import type { Moment } from './simulation'

/** The room that so many people stand in, in units of the picture; everybody takes up the same of it. */
export function room(people: number): { width: number; height: number } {
  const scale = Math.sqrt(Math.max(people, 12) / 24)
  return { width: Math.round(420 * scale), height: Math.round(320 * scale) }
}

/** Half of what one person takes up. */
export const BODY = 13

export interface Place {
  x: number
  y: number
}

/**
 * Where everybody stands: each knot on a spot of its own, near to where its people come from, its people in a ring.
 * The same moments always stand in the same places.
 * @param before where they stood before, by person
 */
export function placesOf({ knots, faces }: Pick<Moment, 'knots' | 'faces'>, before?: readonly Place[]): Place[] {
  const { width, height } = room(faces.length)
  const columns = Math.max(1, Math.round(Math.sqrt((knots.length * width) / height)))
  const rows = Math.max(1, Math.ceil(knots.length / columns))
  const spots = Array.from({ length: columns * rows }, (_, at) => {
    const row = Math.floor(at / columns)
    // Every other row is set in a little, so that the room does not look like a chessboard.
    const shift = rows > 1 && columns > 1 ? (row % 2 ? 0.06 : -0.06) : 0
    return { x: (width * ((at % columns) + 0.5 + shift)) / columns, y: (height * (row + 0.5)) / rows }
  })
  const places: Place[] = faces.map(() => ({ x: 0, y: 0 }))
  // Large knots first: they need the spot that they come from the most.
  for (const knot of [...knots].sort((a, b) => b.length - a.length || a[0]! - b[0]!)) {
    const from = before && middle(knot.map(person => before[person]!))
    const nearest = from
      ? spots.reduce((best, spot, at) => (distance(spot, from) < distance(spots[best]!, from) ? at : best), 0)
      : 0
    const [spot] = spots.splice(nearest, 1)
    const radius = knot.length < 2 ? 0 : Math.max(BODY * 1.35, (knot.length * BODY * 2.75) / (2 * Math.PI))
    knot.forEach((person, at) => {
      const angle = (2 * Math.PI * at) / knot.length - Math.PI / 4
      places[person] = { x: spot!.x + radius * Math.cos(angle), y: spot!.y + radius * Math.sin(angle) }
    })
  }
  return places
}

/** Where everybody is on the way from one place to the next. @param share from 0, the beginning, to 1, the end */
export function between(from: readonly Place[], to: readonly Place[], share: number): Place[] {
  if (share >= 1 || from.length !== to.length) return [...to]
  const eased = share * share * (3 - 2 * share)
  return to.map(({ x, y }, at) => ({
    x: from[at]!.x + (x - from[at]!.x) * eased,
    y: from[at]!.y + (y - from[at]!.y) * eased,
  }))
}

const distance = (a: Place, b: Place) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2
function middle(places: readonly Place[]): Place {
  const sum = (of: 'x' | 'y') => places.reduce((total, place) => total + place[of], 0) / places.length
  return { x: sum('x'), y: sum('y') }
}
