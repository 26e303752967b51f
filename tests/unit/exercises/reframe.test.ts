import { describe, expect, it, test } from 'vitest'

import { tally } from '../../../components/exercises/kind'
import { kind as reframe, movementOf } from '../../../components/exercises/reframe/answer'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const exercise = {
  rating: { question: ['How much?'], low: 'not at all', high: 'very' },
  prompts: ['one', 'constructor'].map(id => ({ id, ask: [id], lines: 2 })),
}

describe('a reframe', () => {
  it('takes the time of two ratings, and of two lines for each prompt', () => {
    expect(reframe.workingSeconds(exercise, () => 0)).toBe(120)
  })

  it.each([
    [{ before: 2, after: 6 }, 'rose'],
    [{ before: 5, after: 5 }, 'same'],
    [{ before: 10, after: 0 }, 'fell'],
    [{ before: 2 }, undefined],
    [{ after: 2 }, undefined],
  ])('reads the ratings %j as: %s', (ratings, expected) => {
    expect(movementOf(ratings)).toBe(expected)
  })

  it('is done with two ratings, because the words may have been said to somebody', () => {
    const words = { one: '', constructor: '' } as unknown as Record<string, string>
    expect(reframe.progress({ words }, exercise)).toBe('none')
    expect(reframe.progress({ words: { ...words, one: 'hi' } }, exercise)).toBe('some')
    expect(reframe.progress({ before: 0, words }, exercise)).toBe('some')
    expect(reframe.progress({ before: 0, after: 0, words }, exercise)).toBe('done')
  })

  it('starts with no words, whatever its prompts are called', () => {
    expect(Object.values(reframe.empty(exercise).words)).toEqual(['', ''])
  })

  it('keeps spaces while somebody is typing, and drops prompts that are gone', () => {
    expect(reframe.read({ before: 3, words: { one: 'a word ', gone: 'x' } }, 1, exercise)).toEqual({
      before: 3,
      words: { one: 'a word ', constructor: '' },
    })
  })

  it('tells a room how many numbers rose, stayed and fell', () => {
    const answers = [
      { before: 1, after: 3, words: {} },
      { before: 4, after: 4, words: {} },
      { before: 1, after: 2, words: {} },
      { before: 1, words: {} },
    ]
    expect(tally(reframe, exercise, answers)).toEqual({ rose: 2, same: 1, fell: 0 })
  })

  it('says in words what was rated and written, in the order it was asked, and nothing for what was left open', () => {
    const words = { one: 'line\nand line ', constructor: ' ' } as unknown as Record<string, string>
    expect(reframe.toText({ before: 0, after: 6, words }, exercise, context)).toEqual([
      { ask: ['Before:', ' ', 'How much?'], text: '0 (0 not at all, 10 very)' },
      { ask: ['one'], text: 'line\nand line' },
      { ask: ['Now, after writing:', ' ', 'How much?'], text: '6 (0 not at all, 10 very)' },
    ])
    expect(reframe.toText(reframe.empty(exercise), exercise, context)).toEqual([])
  })

  test.each(hostile)('survives %s', (_, json) => {
    const answer = reframe.read(json, 1, exercise)
    if (answer) {
      expect(
        reframe.toText(answer, exercise, context).every(({ text }) => text.length > 0 && text.length <= 4000),
      ).toBe(true)
      expect(Object.keys(answer.words)).toEqual(['one', 'constructor'])
      expect(Object.values(answer.words).every(text => typeof text === 'string' && text.length <= 4000)).toBe(true)
      expect(reframe.categoriesOf(answer, exercise)).toEqual([])
    }
  })
})
