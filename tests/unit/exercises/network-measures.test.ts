import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { MeasuredNetwork, Measures } from '../../../components/exercises/network-map/measures'
import {
  betweenness,
  betweennessNormalised,
  blau,
  blauUnbiased,
  circlesIn,
  constraint,
  constraintFloor,
  density,
  effectiveSize,
  efficiency,
  eiExpected,
  eiIndex,
  hierarchy,
  homophily,
  iqv,
  measure,
} from '../../../components/exercises/network-map/measures'

const network = (n: number, ...pairs: [number, number][]): MeasuredNetwork => ({
  people: Array.from({ length: n }, (_, id) => ({ id })),
  ties: pairs.map(([a, b]) => ({ a, b })),
})
const everyPair = (n: number) =>
  Array.from({ length: n }, (_, a) =>
    Array.from({ length: n - a - 1 }, (_, b) => [a, a + b + 1] as [number, number]),
  ).flat()
const clique = (n: number) => network(n, ...everyPair(n))
/** One person who knows all the others, who know nobody else. */
const hub = (n: number) => network(n, ...Array.from({ length: n - 1 }, (_, b) => [0, b + 1] as [number, number]))

/** Two circles of three that one tie joins, and two people whom nobody else knows. */
const two = network(8, [0, 1], [0, 2], [1, 2], [3, 4], [3, 5], [4, 5], [2, 3])

type Structural = Pick<
  Measures,
  'density' | 'effectiveSize' | 'efficiency' | 'constraint' | 'hierarchy' | 'betweenness' | 'betweennessNormalised'
>
const none = { density: null, hierarchy: null, betweenness: 0, betweennessNormalised: null }

/** By hand from the formulae; two circles: also by NetworkX 3.6.1. */
const table: [what: string, network: MeasuredNetwork, Structural][] = [
  ['nobody', network(0), { ...none, effectiveSize: null, efficiency: null, constraint: null }],
  ['one person', network(1), { ...none, effectiveSize: 1, efficiency: 1, constraint: 1 }],
  [
    'two strangers',
    network(2),
    {
      density: 0,
      effectiveSize: 2,
      efficiency: 1,
      constraint: 1 / 2,
      hierarchy: 0,
      betweenness: 1,
      betweennessNormalised: 1,
    },
  ],
  [
    'two who know each other: [1/2 + 1/4]² twice',
    network(2, [0, 1]),
    {
      density: 1,
      effectiveSize: 1,
      efficiency: 1 / 2,
      constraint: 1.125,
      hierarchy: 0,
      betweenness: 0,
      betweennessNormalised: 0,
    },
  ],
  [
    'three in a line: [1/3 + 1/6 + 1/6]² + 2·[1/3 + 1/9]²; the ends have two ways to each other',
    network(3, [0, 1], [1, 2]),
    {
      density: 2 / 3,
      effectiveSize: 5 / 3,
      efficiency: 5 / 9,
      constraint: 4 / 9 + 32 / 81,
      hierarchy:
        ((4 / 9) * Math.log((4 / 9) * (3 / (68 / 81))) + (32 / 81) * Math.log((16 / 81) * (3 / (68 / 81)))) /
        (68 / 81) /
        Math.log(3),
      betweenness: 1 / 2,
      betweennessNormalised: 1 / 6,
    },
  ],
  [
    'two circles of three, one tie between them, and two people alone',
    two,
    {
      density: 0.25,
      effectiveSize: 6.25,
      efficiency: 0.78125,
      constraint: 0.302734375,
      hierarchy: 0.040661,
      betweenness: 19,
      betweennessNormalised: 0.678571,
    },
  ],
  [
    'a clique of five: (2n − 1)²/n³',
    clique(5),
    {
      density: 1,
      effectiveSize: 1,
      efficiency: 1 / 5,
      constraint: 81 / 125,
      hierarchy: 0,
      betweenness: 0,
      betweennessNormalised: 0,
    },
  ],
  [
    'five strangers: the star around ego',
    network(5),
    {
      density: 0,
      effectiveSize: 5,
      efficiency: 1,
      constraint: 1 / 5,
      hierarchy: 0,
      betweenness: 10,
      betweennessNormalised: 1,
    },
  ],
]

const expectClose = (found: number | null, expected: number | null, digits = 6) =>
  expected === null ? expect(found).toBeNull() : expect(found).toBeCloseTo(expected, digits)

describe('the measures of a network', () => {
  it.each(table)('of %s', (_, given, expected) => {
    const all = measure(given)
    for (const name of Object.keys(expected) as (keyof Structural)[]) expectClose(all[name], expected[name])
    const single = {
      density,
      effectiveSize,
      efficiency,
      constraint,
      constraintFloor,
      hierarchy,
      betweenness,
      betweennessNormalised,
    }
    for (const [name, each] of Object.entries(single)) expect(each(given)).toBe(all[name as keyof typeof single])
  })

  it('counts what there is and what there could be', () => {
    expect(measure(two)).toMatchObject({ size: 8, ties: 7, pairs: 28, components: 3, constraintFloor: 1 / 8 })
    expect(measure(network(0))).toMatchObject({ size: 0, ties: 0, pairs: 0, components: 0, constraintFloor: null })
  })

  it.each([5, 10, 15, 20, 25])('constrains a clique of %i less the larger it is', n => {
    expect(constraint(clique(n))).toBeCloseTo((2 * n - 1) ** 2 / n ** 3, 12)
    expect(constraintFloor(clique(n))).toBe(1 / n)
  })

  it.each([8, 10, 25])('constrains %i around one of them more than a clique, which is why no scale has an end', n => {
    const expected = (n + 1) ** 2 / (4 * n ** 2) + ((n - 1) * (n + 1) ** 2) / n ** 4
    expect(constraint(hub(n))).toBeCloseTo(expected, 12)
    expect(expected).toBeGreaterThan(constraint(clique(n))!)
    expect(hierarchy(hub(n))).toBeGreaterThan(0.1)
  })

  it('counts a pair once and ignores ties to oneself and to strangers', () => {
    const messy = {
      people: [...two.people, { id: 3 }],
      ties: [...two.ties, ...two.ties.map(({ a, b }) => ({ a: b, b: a })), { a: 6, b: 6 }, { a: 7, b: 'nobody' }],
    }
    expect(measure(messy)).toEqual(measure(two))
  })

  it('takes names for ids, also those that belong to JavaScript', () => {
    const people = ['__proto__', 'constructor', 'toString'].map(id => ({ id }))
    expect(density({ people, ties: [{ a: '__proto__', b: 'constructor' }] })).toBeCloseTo(1 / 3)
  })

  it('finds the circles, the largest first', () => {
    expect(circlesIn(two)).toEqual([[0, 1, 2, 3, 4, 5], [6], [7]])
  })
})

describe('the measures of groups', () => {
  it('are those of the worked values', () => {
    const counts = [4, 2, 1, 1]
    expect(blau(counts)).toBe(0.65625)
    expect(iqv(counts, 4)).toBe(0.875)
    expect(blauUnbiased(counts)).toBe(0.75)
    expect(eiIndex(3, 5)).toBe(-0.25)
    expect(eiExpected(0.4)).toBeCloseTo(0.2)
    expect(homophily(0.625, 0.4)).toBeCloseTo(0.375)
    expect(homophily(0.2, 0.4)).toBeCloseTo(-0.5)
  })

  it('are null where they say nothing', () => {
    expect([blau([]), blau([0, 0]), blauUnbiased([1]), iqv([], 4), iqv([3], 1), eiIndex(0, 0)]).toEqual(
      Array(6).fill(null),
    )
    expect([eiExpected(undefined), homophily(1, 1)]).toEqual([null, null])
    expect([blau([3]), iqv([3], 4), homophily(0, 0), homophily(0, 1)]).toEqual([0, 0, 0, -1])
  })

  it('come with the others, for the attribute that is given', () => {
    const groups = ['a', 'a', 'a', 'a', 'b', 'b', 'c', 'd', undefined]
    const people = groups.map((group, id) => ({ id, group }))
    expect(measure({ people, ties: [], own: 'a', groups: 4, baseRate: 0.4 })).toMatchObject({
      blau: 0.65625,
      blauUnbiased: 0.75,
      iqv: 0.875,
      eiIndex: 0,
      eiExpected: 1 - 2 * 0.4,
      homophily: expect.closeTo(1 / 6),
    })
    expect(measure({ people, ties: [] })).toMatchObject({ eiIndex: null, eiExpected: null, homophily: null })
    expect(measure({ people: [{ id: 1 }], ties: [], own: 'a', baseRate: 0.5 })).toMatchObject({
      blau: null,
      iqv: null,
      eiIndex: null,
      homophily: null,
    })
  })
})

const anyNetwork = fc.integer({ min: 0, max: 9 }).chain(n =>
  fc.record({
    n: fc.constant(n),
    pairs: fc.subarray(everyPair(n)),
    order: fc.shuffledSubarray(
      Array.from({ length: n }, (_, id) => id),
      { minLength: n, maxLength: n },
    ),
  }),
)
const BOUNDS: Partial<Record<keyof Measures, [number, number]>> = {
  density: [0, 1],
  efficiency: [0, 1],
  hierarchy: [0, 1],
  betweennessNormalised: [0, 1],
}

describe('for any network', () => {
  it('other names and another order change nothing', () => {
    fc.assert(
      fc.property(anyNetwork, ({ n, pairs, order }) => {
        const before = measure(network(n, ...pairs))
        const renamed = {
          people: order.map(id => ({ id: `p${id}` })),
          ties: [...pairs].reverse().map(([a, b]) => ({ a: `p${b}`, b: `p${a}` })),
        }
        const after = measure(renamed)
        for (const name of Object.keys(before) as (keyof Measures)[]) expectClose(after[name], before[name], 10)
      }),
    )
  })

  it('another tie never raises effective size or betweenness, and never lowers density', () => {
    fc.assert(
      fc.property(anyNetwork, ({ n, pairs }) => {
        const added = everyPair(n).find(([a, b]) => !pairs.some(pair => pair[0] === a && pair[1] === b))
        fc.pre(added !== undefined)
        const before = measure(network(n, ...pairs))
        const after = measure(network(n, ...pairs, added!))
        expect(after.effectiveSize).toBeLessThanOrEqual(before.effectiveSize!)
        expect(after.betweenness).toBeLessThanOrEqual(before.betweenness)
        expect(after.density).toBeGreaterThan(before.density!)
      }),
    )
  })

  it('every measure stays within its bounds, and constraint above its floor', () => {
    fc.assert(
      fc.property(anyNetwork, ({ n, pairs }) => {
        const all = measure(network(n, ...pairs))
        for (const [name, [least, most]] of Object.entries(BOUNDS)) {
          const value = all[name as keyof Measures]
          if (value !== null) expect(value >= least && value <= most + 1e-12, `${name} ${value}`).toBe(true)
        }
        if (n > 0) {
          expect(all.constraint).toBeGreaterThanOrEqual(all.constraintFloor! - 1e-12)
          expect(all.effectiveSize).toBeGreaterThanOrEqual(1)
          expect(all.effectiveSize).toBeLessThanOrEqual(n)
        }
      }),
    )
  })

  it('betweenness agrees with counting every shortest way through ego', () => {
    fc.assert(
      fc.property(anyNetwork, ({ n, pairs }) => {
        const knows = (a: number, b: number) => pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
        const expected = everyPair(n)
          .filter(([a, b]) => !knows(a, b))
          .map(
            ([a, b]) => 1 / (1 + Array.from({ length: n }, (_, q) => q).filter(q => knows(a, q) && knows(q, b)).length),
          )
          .reduce((sum, each) => sum + each, 0)
        expect(betweenness(network(n, ...pairs))).toBeCloseTo(expected, 10)
      }),
    )
  })

  it('constraint agrees with the general form, ego among the nodes', () => {
    fc.assert(
      fc.property(anyNetwork, ({ n, pairs }) => {
        fc.pre(n > 0)
        const ego = n
        const a = (i: number, j: number) =>
          i !== j && (i === ego || j === ego || pairs.some(([x, y]) => (x === i && y === j) || (x === j && y === i)))
            ? 1
            : 0
        const all = Array.from({ length: n + 1 }, (_, i) => i)
        const p = (i: number, j: number) => a(i, j) / all.reduce((sum, k) => sum + a(i, k), 0)
        const general = all
          .filter(j => j !== ego)
          .map(
            j => (p(ego, j) + all.filter(q => q !== ego && q !== j).reduce((s, q) => s + p(ego, q) * p(q, j), 0)) ** 2,
          )
          .reduce((sum, each) => sum + each, 0)
        expect(constraint(network(n, ...pairs))).toBeCloseTo(general, 10)
      }),
    )
  })
})
