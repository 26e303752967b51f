import { describe, expect, it, test } from 'vitest'

import { tally } from '../../../components/exercises/kind'
import { kind as selfCheck, openIn } from '../../../components/exercises/self-check/answer'
import { profileOf, reach, strongest } from '../../../components/exercises/self-check/profile'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const statements = ['a', 'b', 'c', 'd', 'constructor', 'f'].map(id => ({ id, text: [id] }))
const reveal = {
  explanation: [],
  profile: [
    { module: 'waste', statements: ['a', 'b', 'c'], reversed: ['b'], suggestion: [] },
    { module: 'ties', statements: ['d', 'constructor', 'f'], reversed: [], suggestion: [] },
  ],
}
const exercise = { scale: ['never', 'seldom', 'sometimes', 'often', 'always'], statements, reveal }
const all = (place: number) => ({ chosen: Object.fromEntries(statements.map(({ id }) => [id, place])) })

describe('a self-check', () => {
  it('takes the time of a choice for each statement', () => {
    expect(selfCheck.workingSeconds(exercise, () => 0)).toBe(60)
  })

  it('turns statements that count backwards before adding up', () => {
    const { chosen } = { chosen: { a: 5, b: 1, c: 5, d: 1, constructor: 1, f: 1 } }
    expect(profileOf(chosen as unknown as Record<string, number>, reveal)).toEqual([
      { module: 'waste', score: 15, lowest: 3, highest: 15 },
      { module: 'ties', score: 3, lowest: 3, highest: 15 },
    ])
  })

  it.each([
    [{ score: 3, lowest: 3, highest: 15 }, 0],
    [{ score: 9, lowest: 3, highest: 15 }, 0.5],
    [{ score: 15, lowest: 3, highest: 15 }, 1],
    [{ score: 0, lowest: 0, highest: 0 }, 0],
  ])('draws %j from the lowest possible score: %d', (score, expected) => {
    expect(reach({ module: 'waste', ...score })).toBe(expected)
  })

  it('measures a mistake by the statements that were answered, when some are left out', () => {
    expect(profileOf({ a: 4, b: 2 }, reveal)[0]).toEqual({ module: 'waste', score: 8, lowest: 2, highest: 10 })
    expect(strongest(profileOf({ a: 1 }, reveal)).map(({ module }) => module)).toEqual(['waste'])
    expect(strongest(profileOf({}, reveal))).toEqual([])
  })

  it('names every mistake that has the highest number', () => {
    const even = { chosen: { a: 3, b: 3, c: 3, d: 3, constructor: 3, f: 3 } as unknown as Record<string, number> }
    expect(selfCheck.categoriesOf(even, exercise)).toEqual(['waste', 'ties'])
  })

  it('points to the highest numbers, and to none where all are equal', () => {
    expect(selfCheck.pointsTo!({ chosen: { a: 5, d: 1 } }, exercise)).toEqual(['waste'])
    expect(selfCheck.pointsTo!(all(3), exercise)).toEqual([])
    expect(selfCheck.pointsTo!(selfCheck.empty(exercise), exercise)).toEqual([])
  })

  it('counts in a room only once every statement is answered', () => {
    const half = { chosen: { a: 5 } }
    expect(selfCheck.progress(half, exercise)).toBe('some')
    expect(tally(selfCheck, exercise, [half, all(5)])).toEqual({ waste: 0, ties: 1 })
    expect(selfCheck.progress(all(5), exercise)).toBe('done')
    expect(selfCheck.progress(selfCheck.empty(exercise), exercise)).toBe('none')
  })

  it('knows which statements are open, whatever they are called', () => {
    expect(openIn(selfCheck.empty(exercise), exercise)).toHaveLength(6)
    expect(openIn({ chosen: { a: 2 } }, exercise)).toEqual([1, 2, 3, 4, 5])
  })

  it('drops answers off the scale and statements that are gone', () => {
    expect(selfCheck.read({ chosen: { a: 5, b: 6, c: '3', d: 2.5, gone: 4 } }, 1, exercise)).toEqual({
      chosen: { a: 5 },
    })
  })

  it('says in words how far each mistake reaches, from its own floor to its own ceiling, and what was chosen', () => {
    expect(selfCheck.toText({ chosen: { a: 5, b: 1, f: 2 } }, exercise, context)).toEqual([
      { ask: ['Your profile'], text: 'A waste of time: 10 (from 2 to 10)\nClosest ties: 2 (from 1 to 5)' },
      { ask: ['a'], text: 'always' },
      { ask: ['b'], text: 'never' },
      { ask: ['f'], text: 'seldom' },
    ])
  })

  it('leaves a mistake out of its words when nothing was said about it', () => {
    expect(selfCheck.toText({ chosen: { a: 3 } }, exercise, context)[0]).toEqual({
      ask: ['Your profile'],
      text: 'A waste of time: 3 (from 1 to 5)',
    })
    expect(selfCheck.toText(selfCheck.empty(exercise), exercise, context)).toEqual([])
  })

  it('calls a mistake by its id when no part of the workshop has that name', () => {
    expect(selfCheck.toText(all(3), exercise, { ...context, modules: [] })[0]!.text).toMatch(/^waste: 9 /)
  })

  test.each(hostile)('survives %s', (_, json) => {
    const answer = selfCheck.read(json, 1, exercise)
    if (answer) {
      expect(selfCheck.toText(answer, exercise, context).every(({ text }) => text.length > 0)).toBe(true)
      expect(Object.values(answer.chosen).every(place => Number.isInteger(place) && place >= 1 && place <= 5)).toBe(
        true,
      )
      expect(selfCheck.progress(answer, exercise)).not.toBe('done')
    }
  })
})
