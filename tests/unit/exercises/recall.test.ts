import { describe, expect, it, test } from 'vitest'

import { tally } from '../../../components/exercises/kind'
import { kind as recall, outcomeOf } from '../../../components/exercises/recall/answer'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const exercise = {
  items: [
    { id: 'first', ask: ['?'], lines: 2 },
    {
      id: 'second',
      ask: ['?'],
      lines: 2,
      options: [
        { id: 'yes', text: 'Yes' },
        { id: 'no', text: 'No' },
      ],
    },
  ],
  reveal: {
    answers: [
      { item: 'second', answer: ['Yes'], right: 'yes' },
      { item: 'first', answer: ['That'] },
    ],
  },
}
const [free, choice] = exercise.items
const answers = (first: object, second: object) => recall.read({ items: { first, second } }, 1, exercise)!

describe('a recall', () => {
  it('takes the time of two lines, and of one choice', () => {
    expect(recall.workingSeconds(exercise, () => 0)).toBe(60)
  })

  it('leaves the judgement of own words to whoever wrote them, and that of options to the record', () => {
    expect(outcomeOf(free!, { given: 'that', checked: true, mark: 'partly' }, exercise.reveal)).toBe('partly')
    expect(outcomeOf(free!, { given: 'that', checked: true }, exercise.reveal)).toBeUndefined()
    expect(outcomeOf(choice!, { given: 'yes', checked: true }, exercise.reveal)).toBe('had')
    expect(outcomeOf(choice!, { given: 'no', checked: false }, exercise.reveal)).toBe('not')
    expect(outcomeOf(choice!, { given: '', checked: false }, exercise.reveal)).toBeUndefined()
  })

  it('has no mark before the answer was looked at, and no check without a choice', () => {
    expect(answers({ given: 'x', mark: 'had' }, { given: '', checked: true }).items).toEqual({
      first: { given: 'x', checked: false },
      second: { given: '', checked: false },
    })
  })

  it('drops options and questions that are gone', () => {
    const read = recall.read(
      { items: { second: { given: 'maybe', checked: true }, gone: { given: 'x' } } },
      1,
      exercise,
    )!
    expect(read).toEqual(recall.empty(exercise))
  })

  it('is done when every question has an answer or was looked up', () => {
    expect(recall.progress(recall.empty(exercise), exercise)).toBe('none')
    expect(recall.progress(answers({ given: ' ' }, {}), exercise)).toBe('none')
    expect(recall.progress(answers({ given: 'x' }, {}), exercise)).toBe('some')
    expect(recall.progress(answers({ checked: true }, { given: 'no' }), exercise)).toBe('done')
  })

  it('tells a room how many had each question', () => {
    const room = [
      answers({ checked: true, mark: 'had' }, { given: 'yes' }),
      answers({ checked: true, mark: 'partly' }, { given: 'yes', checked: true }),
      recall.empty(exercise),
    ]
    expect(tally(recall, exercise, room)).toEqual({ first: 1, second: 2 })
  })

  it.each([
    [{ given: 'this ' }, { given: 'no' }, ['this', 'No']],
    [
      { given: 'this', checked: true },
      { given: 'no', checked: true },
      ['this\nAnswer: That', 'No\nNot that one.\nAnswer: Yes'],
    ],
    [
      { checked: true, mark: 'partly' },
      { given: 'yes', checked: true },
      ['How much of it did you have? some of it\nAnswer: That', 'Yes\nThat is right.\nAnswer: Yes'],
    ],
    [{ given: ' ' }, {}, []],
  ])('given %j and %j says in words: %j', (first, second, said) => {
    expect(recall.toText(answers(first, second), exercise, context).map(each => each.text)).toEqual(said)
  })

  it('asks everything again, whatever was known: what is not asked any more is lost first', () => {
    expect(recall.again!(exercise, exercise)).toBe(exercise)
  })

  test.each(hostile)('survives %s', (_, json) => {
    const answer = recall.read(json, 1, exercise)
    if (answer) {
      expect(recall.toText(answer, exercise, context).every(({ text }) => text.length > 0 && text.length <= 4100)).toBe(
        true,
      )
      expect(Object.keys(answer.items)).toEqual(['first', 'second'])
      expect(recall.categoriesOf(answer, exercise)).toEqual([])
      expect(JSON.stringify(answer).length).toBeLessThan(9000)
    }
  })
})
