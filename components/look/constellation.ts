import type { Accent } from './accents'

/** A picture of a whole workshop: a group of people for each of its mistakes, and bridges from group to group. */
export interface Constellation {
  groups: { accent: Accent; nodes: Point[] }[]
  bridges: [Point, Point][]
  /** The radius of a node. */
  radius: number
}

export interface Point {
  x: number
  y: number
}

/** The canvas in its own units, and the corner of it that stays free: left of `x` and below `y`. */
export const FRAME = { left: 60, right: 580, top: 20, bottom: 350, free: { x: 200, y: 200 } } as const

const RADIUS = 15
/** Groups of four and of three, as nodes around their middle. After one round they come again, mirrored. */
const SHAPES: [number, number][][] = [
  [
    [-35, -15],
    [21, -51],
    [37, 17],
    [-23, 49],
  ],
  [
    [-22, -41],
    [34, -1],
    [-12, 43],
  ],
  [
    [-26, -28],
    [42, -44],
    [26, 32],
    [-42, 40],
  ],
  [
    [-34, -17],
    [22, -57],
    [34, 19],
    [-22, 55],
  ],
]

/**
 * The middles of the groups for one mistake, for two and so on, and their size. The corner below and to the left stays
 * free: a cover's title reaches into it.
 */
const ARRANGEMENTS: { scale: number; middles: [number, number][] }[] = [
  { scale: 1.8, middles: [[450, 170]] },
  {
    scale: 1.4,
    middles: [
      [286, 120],
      [490, 228],
    ],
  },
  {
    scale: 1.15,
    middles: [
      [180, 100],
      [380, 130],
      [500, 270],
    ],
  },
  {
    scale: 1,
    middles: [
      [127, 111],
      [338, 85],
      [274, 280],
      [514, 207],
    ],
  },
  {
    scale: 0.92,
    middles: [
      [124, 100],
      [310, 84],
      [292, 268],
      [498, 118],
      [468, 278],
    ],
  },
  {
    scale: 0.85,
    middles: [
      [120, 90],
      [284, 84],
      [290, 262],
      [456, 92],
      [404, 236],
      [532, 240],
    ],
  },
  {
    scale: 0.78,
    middles: [
      [115, 95],
      [246, 78],
      [280, 216],
      [384, 88],
      [400, 284],
      [522, 104],
      [524, 246],
    ],
  },
  {
    scale: 0.74,
    middles: [
      [112, 92],
      [238, 76],
      [276, 200],
      [370, 84],
      [396, 296],
      [508, 82],
      [412, 196],
      [530, 228],
    ],
  },
  {
    scale: 0.7,
    middles: [
      [110, 90],
      [236, 74],
      [272, 196],
      [366, 82],
      [396, 196],
      [500, 76],
      [300, 302],
      [524, 196],
      [452, 300],
    ],
  },
]

/** The most mistakes that the picture has room for. */
export const MOST_MISTAKES = ARRANGEMENTS.length

/**
 * The picture of mistakes with these accents, in this order; the same accents always give the same picture.
 * @param accents one a mistake, at most MOST_MISTAKES; without any the picture is empty
 */
export function constellationOf(accents: readonly Accent[]): Constellation {
  const { scale, middles } = ARRANGEMENTS[accents.length - 1] ?? { scale: 1, middles: [] }
  const groups = middles.map(([x, y], index) => {
    const mirror = index % (2 * SHAPES.length) < SHAPES.length ? 1 : -1
    return {
      accent: accents[index]!,
      middle: { x, y },
      nodes: SHAPES[index % SHAPES.length]!.map(([dx, dy]) => ({ x: x + mirror * scale * dx, y: y + scale * dy })),
    }
  })
  const bridges = groups.flatMap((one, index) =>
    groups
      .slice(index + 1)
      .filter(other =>
        areNeighbours(
          one.middle,
          other.middle,
          groups.map(({ middle }) => middle),
        ),
      )
      .map(other => nearestOf(one.nodes, other.nodes)),
  )
  return { groups: groups.map(({ accent, nodes }) => ({ accent, nodes })), bridges, radius: RADIUS * scale }
}

/** Gabriel's rule: no third point lies in the circle that has the line between the two as its diameter. */
function areNeighbours(one: Point, other: Point, all: readonly Point[]): boolean {
  const centre = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }
  const reach = distance(one, centre)
  return all.every(each => each === one || each === other || distance(each, centre) > reach)
}

function nearestOf(some: readonly Point[], others: readonly Point[]): [Point, Point] {
  const pairs = some.flatMap(one => others.map((other): [Point, Point] => [one, other]))
  return pairs.reduce((best, pair) => (distance(...pair) < distance(...best) ? pair : best))
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)
