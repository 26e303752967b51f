import { YOU } from './levels'
import type { World } from './simulation'

export interface Place {
  x: number
  y: number
}
/** Half of what one person takes up, with the dots below. */
export const BODY = 17
const GAP = 14

export interface TownMap {
  width: number
  height: number
  places: readonly Place[]
}

/**
 * Where everybody is: your own group on the left with you in it, the other ones in columns to the right of it, each in
 * a ring. The same world always has the same map.
 */
export function mapOf({ groups }: Pick<World, 'groups'>): TownMap {
  const members = Array.from({ length: Math.max(...groups) + 1 }, (_, group) =>
    [...groups.keys()].filter(person => person !== YOU && groups[person] === group),
  )
  const radii = members.map(({ length }, group) =>
    // You stand in the middle of your own.
    Math.max(group ? 0 : BODY * 3, length < 2 ? 0 : Math.max(BODY * 1.7, (length * (2 * BODY + 9)) / (2 * Math.PI))),
  )
  const sides = radii.map(radius => 2 * (radius + BODY) + GAP)
  const others = members.map((_, group) => group).slice(1)
  const rows = Math.max(1, Math.ceil(others.length / Math.max(1, Math.round(Math.sqrt(others.length * 0.8)))))
  const columns = Array.from({ length: Math.ceil(others.length / rows) }, (_, at) =>
    others.slice(at * rows, (at + 1) * rows),
  )
  const sum = (these: readonly number[]) => these.reduce((total, group) => total + sides[group]!, 0)
  const height = Math.max(sides[0]!, ...columns.map(sum))
  const centres: Place[] = [{ x: sides[0]! / 2, y: height / 2 }]
  let width = sides[0]! + GAP
  for (const column of columns) {
    const wide = Math.max(...column.map(group => sides[group]!))
    const gap = (height - sum(column)) / column.length
    let y = 0
    for (const group of column) {
      centres[group] = { x: width + wide / 2, y: y + (sides[group]! + gap) / 2 }
      y += sides[group]! + gap
    }
    width += wide
  }
  const places: Place[] = groups.map(() => centres[0]!)
  members.forEach((people, group) =>
    people.forEach((person, at) => {
      const angle = (2 * Math.PI * at) / people.length - Math.PI / 2
      const { x, y } = centres[group]!
      places[person] = { x: x + radii[group]! * Math.cos(angle), y: y + radii[group]! * Math.sin(angle) }
    }),
  )
  return { width: Math.ceil(width), height: Math.ceil(height), places }
}
