import { describe, expect, it } from 'vitest'

import type { NetworkMap, Tie } from '../../../components/exercises/activity/map'
import {
  areTied,
  askedForTies,
  moved,
  readMap,
  tidyCode,
  without,
  withPerson,
  withTie,
} from '../../../components/exercises/activity/map'
import { placesOf, radii } from '../../../components/exercises/activity/places'

const record = { rings: ['Close', 'Fairly', 'Far'], people: 4 }
const person = (id: number, ring = 0, code = `P${id}`) => ({ id, code, ring })
const map = (people: NetworkMap['people'], ties: Tie[] = []): NetworkMap => ({ people, ties })

describe('a map that was stored', () => {
  it.each<[what: string, json: unknown, expected: NetworkMap]>([
    ['nothing', undefined, map([])],
    ['people that are no list', { people: { 0: person(1) }, ties: 'all' }, map([])],
    [
      'more people than it has room for',
      { people: [1, 2, 3, 4, 5].map(id => person(id)) },
      map([1, 2, 3, 4].map(id => person(id))),
    ],
    ['a ring that is gone: the outermost takes over', { people: [person(1, 7)] }, map([person(1, 2)])],
    [
      'rings that are none',
      { people: [person(1, -1), person(2, 0.5), { ...person(3), ring: '0' }, { ...person(4), ring: null }] },
      map([]),
    ],
    [
      'nobody in particular',
      { people: [person(1, 0, '  '), person(2, 0, ''), { ...person(3), code: 7 }, null, [], 'AB'] },
      map([]),
    ],
    ['two with one id', { people: [person(1, 0, 'AB'), person(1, 1, 'CD')] }, map([person(1, 0, 'AB')])],
    [
      'ids that are none',
      {
        people: [
          person(0),
          person(-1),
          person(1.5),
          person(1e9),
          { ...person(1), id: '1' },
          { ...person(1), id: '__proto__' },
        ],
      },
      map([]),
    ],
    [
      'a code in many lines',
      { people: [person(1, 0, ' A\n\tB '), person(2, 0, 'x'.repeat(1e6))] },
      map([person(1, 0, 'A B'), person(2, 0, 'x'.repeat(12))]),
    ],
    ['what else it may say of a person', { people: [{ ...person(1), name: 'Anna' }] }, map([person(1)])],
    [
      'ties whose ends are gone',
      {
        people: [person(1), person(2)],
        ties: [[1, 3], [4, 5], [1, 1], [1], [], 'ab', null, ['1', '2'], { 0: 1, 1: 2 }],
      },
      map([person(1), person(2)]),
    ],
    [
      'a tie twice, and back',
      {
        people: [person(1), person(2)],
        ties: [
          [2, 1],
          [1, 2],
          [2, 1],
        ],
      },
      map([person(1), person(2)], [[1, 2]]),
    ],
  ])('with %s', (_, json, expected) => {
    expect(readMap(json, record)).toEqual(expected)
  })

  it('reads back what was made of it, whatever was done', () => {
    let made = map([])
    for (const [code, ring] of [
      ['AB', 0],
      ['CD', 2],
      ['EF', 1],
    ] as const)
      made = withPerson(made, code, ring)
    made = withTie(withTie(made, 3, 1, true), 1, 2, true)
    expect(readMap(JSON.parse(JSON.stringify(made)), record)).toEqual(made)
    expect(made).toEqual(
      map(
        [person(1, 0, 'AB'), person(2, 2, 'CD'), person(3, 1, 'EF')],
        [
          [1, 3],
          [1, 2],
        ],
      ),
    )
  })
})

describe('a map in the making', () => {
  const three = map(
    [person(1), person(2, 1), person(5, 2)],
    [
      [1, 2],
      [1, 5],
    ],
  )

  it('gives a newcomer an id of their own', () => {
    expect(withPerson(three, 'X', 1).people.at(-1)).toEqual(person(6, 1, 'X'))
    expect(withPerson(map([]), 'X', 1).people).toEqual([person(1, 1, 'X')])
  })

  it('moves one person and leaves the rest, their order and their ties alone', () => {
    expect(moved(three, 2, 0)).toEqual(map([person(1), person(2, 0), person(5, 2)], three.ties))
  })

  it('takes a person off together with their ties', () => {
    expect(without(three, 2)).toEqual(map([person(1), person(5, 2)], [[1, 5]]))
  })

  it('ties two people once, whoever is named first, and unties them', () => {
    const tied = withTie(withTie(three, 5, 2, true), 2, 5, true)
    expect(tied.ties).toEqual([
      [1, 2],
      [1, 5],
      [2, 5],
    ])
    expect(areTied(tied.ties, 5, 2)).toBe(true)
    expect(withTie(tied, 5, 1, false).ties).toEqual([
      [1, 2],
      [2, 5],
    ])
  })

  it('asks for lines among the nearest five, and keeps whoever had a line before', () => {
    const people = [person(1, 2), person(2, 0), person(3, 1), person(4, 0), person(5, 2), person(6, 0), person(7, 1)]
    expect(askedForTies(map(people)).map(({ id }) => id)).toEqual([2, 3, 4, 6, 7])
    expect(askedForTies(map(people, [[1, 2]])).map(({ id }) => id)).toEqual([1, 2, 3, 4, 6, 7])
  })

  it.each([
    ['  Anna  Marie ', 'Anna Marie'],
    ['Anneliese-Marie', 'Anneliese-Ma'],
    ['👩‍🚀'.repeat(9), '👩‍🚀👩‍🚀👩‍🚀👩‍🚀'],
    ['\n', ''],
  ])('takes the code %j for %j', (text, expected) => {
    expect(tidyCode(text)).toBe(expected)
  })
})

describe('a place on the map', () => {
  const crowd = (count: number, ring: number, from = 1) =>
    Array.from({ length: count }, (_, index) => person(from + index, ring))
  const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)
  const closest = (places: { x: number; y: number }[]) =>
    Math.min(...places.flatMap((a, index) => places.slice(index + 1).map(b => distance(a, b))))

  it('is the same for the same people, and on their own ring', () => {
    const people = [person(1), person(2, 1), person(3, 2), person(4, 0)]
    const places = placesOf(people, 3, 45)
    expect(placesOf(people, 3, 45)).toEqual(places)
    for (const { id, ring } of people)
      expect(distance(places.get(id)!, { x: 50, y: 50 })).toBeCloseTo(radii(3, 45)[ring]!, 0)
  })

  it.each([
    [1, 0],
    [5, 0],
    [10, 0],
    [10, 1],
    [10, 2],
    [25, 2],
  ])('for %d people on ring %d is apart from every other, off the name of the ring, and on the map', (count, ring) => {
    const places = [...placesOf(crowd(count, ring), 3, 45).values()]
    expect(places).toHaveLength(count)
    expect(closest(places)).toBeGreaterThan(count > 10 ? 8 : 9)
    for (const { x, y } of places) {
      expect(Math.max(Math.abs(x - 50), Math.abs(y - 50))).toBeLessThanOrEqual(50)
      expect(Math.abs(x - 50) > 9 || y > 50).toBe(true)
    }
  })

  it('for one person on each ring is not in one line with the others', () => {
    const [a, b, c] = [...placesOf([person(1), person(2, 1), person(3, 2)], 3, 45).values()]
    expect(Math.abs((b!.x - a!.x) * (c!.y - a!.y) - (c!.x - a!.x) * (b!.y - a!.y))).toBeGreaterThan(200)
  })
})
