import { seeded } from '../../seeded'
import type { Network } from './map'
import type { Place } from './places'
import { CROWD } from './scene'
import { spread } from './spread'

type D3 = typeof import('d3-force')

/** Loaded when it is asked for: the rings need none of it. */
export const loadForce = (): Promise<D3> => import('d3-force')

export interface ForceOptions {
  rings: number
  /** The group of a person, where groups are to stand together. */
  groupOf?: (id: number) => string | undefined
  groups?: readonly string[]
}

/** As many steps as it takes to come to rest. */
export const STEPS = 300
/** Where ego stands, in percent of the map's side. */
const MIDDLE = 50
const EDGE = { x: 8, y: 5 }

interface Node {
  id: number
  ring: number
  group: number
  x?: number
  y?: number
  fx?: number
  fy?: number
}

export interface Layout {
  step: () => void
  places: () => Map<number, Place>
}

/**
 * A layout in which those who know each other stand together and the closer ones nearer to ego. It is seeded, and
 * people are taken in the order of their ids: the same answers draw the same map. Coordinates are in percent of the
 * map's side.
 */
export function forceLayout(d3: D3, { people, ties }: Network, options: ForceOptions): Layout {
  const { rings, groupOf = () => undefined, groups = [] } = options
  const ego: Node = { id: 0, ring: -1, group: -1, fx: 0, fy: 0 }
  const others = [...people]
    .sort((a, b) => a.id - b.id)
    .map(({ id, ring = rings - 1 }): Node => ({ id, ring, group: groups.indexOf(groupOf(id) ?? '') }))
  const nodes = [ego, ...others]
  const crowd = Math.sqrt(others.length + 1)
  const simulation = d3
    .forceSimulation(nodes)
    .randomSource(seeded(1))
    .alphaDecay(1 - 0.001 ** (1 / STEPS))
    .force('apart', d3.forceManyBody<Node>().strength(-60))
    .force('room', d3.forceCollide<Node>(9))
    .force('closeness', d3.forceRadial<Node>(({ ring }) => 14 + (ring + 1) * 6 * Math.max(1, crowd / 3)).strength(0.25))
    .force(
      'ties',
      d3
        .forceLink<Node, { source: number; target: number }>(ties.map(([source, target]) => ({ source, target })))
        .id(({ id }) => id)
        .distance(16)
        .strength(0.35),
    )
  if (groups.length) {
    const angle = (group: number) => (2 * Math.PI * group) / groups.length - Math.PI / 2
    const pull = (node: Node) => (node.group < 0 ? 0 : 0.18)
    simulation
      .force('across', d3.forceX<Node>(({ group }) => 40 * Math.cos(angle(group))).strength(pull))
      .force('down', d3.forceY<Node>(({ group }) => 40 * Math.sin(angle(group))).strength(pull))
  }
  simulation.stop()
  return {
    step: () => void simulation.tick(),
    // Made to fit: whatever the forces came to, ego stays in the middle and all of it is seen.
    places() {
      const far = (side: 'x' | 'y') => Math.max(1, ...others.map(node => Math.abs(node[side] ?? 0)))
      const scale = Math.min((MIDDLE - EDGE.x) / far('x'), (MIDDLE - EDGE.y) / far('y'), 1.6)
      const plate = others.length > CROWD ? { width: 10, height: 6.5 } : { width: 17, height: 10 }
      const places = others.map(({ x = 0, y = 0 }) => ({ ...plate, x: MIDDLE + x * scale, y: MIDDLE + y * scale }))
      spread(places, [{ ...plate, x: MIDDLE, y: MIDDLE }], ({ x, y }) => ({
        x: Math.min(100 - EDGE.x, Math.max(EDGE.x, x)),
        y: Math.min(100 - EDGE.y, Math.max(EDGE.y, y)),
      }))
      return new Map(others.map(({ id }, index) => [id, { x: round(places[index]!.x), y: round(places[index]!.y) }]))
    },
  }
}

/** How long a browser may be held up at once, in milliseconds. */
const SLICE = 8

/**
 * Takes a layout to its rest, in slices between which the page can answer.
 * @param wanted whether the result is still of use
 */
export async function settle(layout: Layout, wanted: () => boolean): Promise<Map<number, Place> | undefined> {
  for (let step = 0; step < STEPS;) {
    const began = performance.now()
    for (; step < STEPS && performance.now() - began < SLICE; step++) layout.step()
    await new Promise(resolve => setTimeout(resolve))
    if (!wanted()) return undefined
  }
  return layout.places()
}

const round = (value: number) => Math.round(value * 10) / 10
