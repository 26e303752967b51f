import * as d3 from 'd3-force'

import { forceLayout, settle } from '../components/exercises/network-map/force'
import type { Network } from '../components/exercises/network-map/map'
import { measure } from '../components/exercises/network-map/measures'

/** What one change of a map costs: every measure anew, and one step of the layout by forces, in milliseconds. */
export interface MapCost {
  people: number
  measures: number[]
  step: number[]
  /** How long a key that is pressed while the layout comes to rest waits at the most. */
  wait: number
}

/** Measures and lays out a map of so many people, of whom every fifth pair know each other, again and again. */
export async function costOf(people: number, runs: number): Promise<MapCost> {
  const { measures, step, layout } = prepare(people)
  // The first run compiles.
  measures()
  step()
  const times = Array.from({ length: runs }, () => [timed(measures), timed(step)] as const)
  const wait = await longestWait(settle(layout, () => true))
  return { people, measures: times.map(([first]) => first), step: times.map(([, second]) => second), wait }
}

/** Asks for a turn again and again, as a key does that is pressed, until the work is done. */
async function longestWait(work: Promise<unknown>): Promise<number> {
  const { port1, port2 } = new MessageChannel()
  let longest = 0
  let asked = performance.now()
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - asked)
    asked = performance.now()
    port2.postMessage(undefined)
  }
  port2.postMessage(undefined)
  await work
  longest = Math.max(longest, performance.now() - asked)
  port1.close()
  return longest
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function prepare(people: number) {
  const ids = Array.from({ length: people }, (_, index) => index + 1)
  const network: Network = {
    people: ids.map(id => ({ id, code: `P${id}`, ring: id % 3, from: [], bins: {} })),
    ties: ids.flatMap(a => ids.filter(b => b > a && (a * 7 + b * 13) % 5 === 0).map((b): [number, number] => [a, b])),
  }
  const given = { people: network.people, ties: network.ties.map(([a, b]) => ({ a, b })) }
  const layout = forceLayout(d3, network, { rings: 3 })
  return { measures: () => void measure(given), step: () => layout.step(), layout }
}
