import { describe, expect, it } from 'vitest'

import { ACCENTS } from '../../components/look/accents'
import type { Point } from '../../components/look/constellation'
import { constellationOf, FRAME, MOST_MISTAKES } from '../../components/look/constellation'

const counts = Array.from({ length: MOST_MISTAKES }, (_, index) => index + 1)
const accentsFor = (count: number) => Array.from({ length: count }, (_, index) => ACCENTS[index % ACCENTS.length]!)

type Line = readonly [Point, Point]
const apart = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)
const at = ([from, to]: Line, part: number): Point => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
})
const along = (line: Line) => Array.from({ length: 101 }, (_, index) => at(line, index / 100))
const nearestOn = (line: Line, point: Point) => Math.min(...along(line).map(each => apart(each, point)))

/** Whether two lines meet between their ends. */
function cross([a, b]: Line, [c, d]: Line): boolean {
  const side = (from: Point, to: Point, point: Point) =>
    Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

describe.each(counts)('the constellation of %i', count => {
  const { groups, bridges, radius } = constellationOf(accentsFor(count))
  const nodes = groups.flatMap(group => group.nodes)
  /** With half of the line around it. */
  const rim = radius + 1.5
  const ties = groups.flatMap(group =>
    group.nodes.flatMap((one, index) => group.nodes.slice(index + 1).map((other): Line => [one, other])),
  )

  it('has a group for each mistake, in its accent', () => {
    expect(groups.map(({ accent }) => accent)).toEqual(accentsFor(count))
    for (const group of groups) expect(group.nodes.length).toBeGreaterThanOrEqual(3)
  })

  it('lies inside its frame, and keeps out of the free corner', () => {
    const { left, right, top, bottom, free } = FRAME
    for (const { x, y } of nodes) {
      expect(x - rim).toBeGreaterThanOrEqual(left)
      expect(x + rim).toBeLessThanOrEqual(right)
      expect(y - rim).toBeGreaterThanOrEqual(top)
      expect(y + rim).toBeLessThanOrEqual(bottom)
      expect(x - rim < free.x && y + rim > free.y, `${x}, ${y} in the corner`).toBe(false)
    }
    for (const { x, y } of bridges.flatMap(along)) expect(x < free.x && y > free.y).toBe(false)
  })

  it('has no two nodes that touch, no line through a node and no bridge across another line', () => {
    nodes.forEach((one, index) => {
      for (const other of nodes.slice(index + 1)) expect(apart(one, other)).toBeGreaterThan(2 * rim + 8)
      for (const line of [...ties, ...bridges]) {
        if (!line.includes(one)) expect(nearestOn(line, one)).toBeGreaterThan(rim)
      }
    })
    bridges.forEach((bridge, index) => {
      for (const line of [...ties, ...bridges.slice(index + 1)]) expect(cross(bridge, line)).toBe(false)
    })
  })

  it('joins every group to every other one, over however many bridges', () => {
    const homeOf = (point: Point) => groups.findIndex(group => group.nodes.includes(point))
    const reached = new Set([0])
    for (const _ of groups) {
      for (const ends of bridges.map(bridge => bridge.map(homeOf)))
        if (ends.some(end => reached.has(end))) ends.forEach(end => reached.add(end))
    }
    expect(reached.size).toBe(count)
  })

  it('is the same every time', () => {
    expect(constellationOf(accentsFor(count))).toEqual({ groups, bridges, radius })
  })
})

it('the constellation of no mistake is empty', () => {
  expect(constellationOf([])).toMatchObject({ groups: [], bridges: [] })
})
