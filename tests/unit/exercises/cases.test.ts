import { describe, expect, it, test } from 'vitest'

import { askedNow, kind as cases } from '../../../components/exercises/cases/answer'
import { wordsOf } from '../../../components/exercises/cases/choice'
import type { Cases } from '../../../components/exercises/cases/schema'
import { check } from '../../../components/exercises/cases/schema'
import type { CheckTools } from '../../../components/exercises/check-tools'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const story = (id: string, round: number, room = false): Cases['cases'][number] => ({
  id,
  who: id,
  story: [`The story of ${id}.`],
  choices: [{ id: 'one' }, { id: 'none' }, { id: 'both', text: 'Both at once' }],
  round,
  room,
})
const answerFor = (id: string) => ({
  case: id,
  fits: ['both'],
  feedback: { one: ['one half'], none: ['look again'], both: ['two halves'] },
  sentence: ['A good sentence.'],
  step: ['A small step.'],
})
const exercise = {
  cases: [story('a', 1, true), story('b', 1), story('c', 2), story('d', 3)],
  reveal: { rule: ['the rule'], answers: ['a', 'b', 'c', 'd'].map(answerFor) },
} as unknown as Cases

const reply = (chosen = '', rest: object = {}) => ({ chosen, checked: false, words: '', compared: false, ...rest })
const given = (replies: Record<string, object>) => cases.read({ cases: replies }, 1, exercise)!

describe('an answer to cases', () => {
  it('is done when every case of the round has a choice; the words may stay open', () => {
    expect(cases.progress(given({}), exercise)).toBe('none')
    expect(cases.progress(given({ a: { words: 'x' } }), exercise)).toBe('some')
    expect(cases.progress(given({ a: { chosen: 'one' } }), exercise)).toBe('some')
    expect(cases.progress(given({ a: { chosen: 'one' }, b: { chosen: 'both' } }), exercise)).toBe('done')
  })

  it('keeps a choice that the case has, and checks none that was not made', () => {
    expect(given({ a: { chosen: 'two', checked: true }, b: { chosen: 'none', checked: true } }).cases).toEqual({
      a: reply(),
      b: reply('none', { checked: true }),
      c: reply(),
      d: reply(),
    })
  })

  it('is counted in a room for the cases that it votes on, choice by choice', () => {
    expect(cases.categories(exercise)).toEqual(['a:one', 'a:none', 'a:both'])
    expect(cases.categoriesOf(given({ a: { chosen: 'none' }, b: { chosen: 'one' } }), exercise)).toEqual(['a:none'])
  })

  it('says in words what was chosen and written, and of its answer only what was looked at', () => {
    const texts = (replies: Record<string, object>) => cases.toText(given(replies), exercise, context)
    expect(texts({ a: { chosen: 'both', words: ' mine ' } })).toEqual([
      { ask: ['The story of a.'], text: 'Both at once\nmine' },
    ])
    expect(texts({ b: { chosen: 'none', checked: true, compared: true } })).toEqual([
      {
        ask: ['The story of b.'],
        text:
          'None of the mistakes\nWhat fits best: Both at once\nA better sentence: A good sentence.\n' +
          'A small next step: A small step.',
      },
    ])
  })

  test.each(hostile)('survives %s', (_, json) => {
    const answer = cases.read(json, 1, exercise)
    if (answer) expect(cases.progress(answer, exercise)).toBe('none')
  })
})

describe('cases on another day', () => {
  const idsOf = (asked: Pick<Cases, 'cases'>) => askedNow(asked.cases).map(({ id }) => id)

  it('are new ones each time, and begin again after the last', () => {
    const first = cases.first!(exercise)
    expect(first.cases.map(({ id }) => id)).toEqual(['a', 'b'])
    const second = cases.again!(first, exercise)
    expect(idsOf(second)).toEqual(['c'])
    const third = cases.again!(second, exercise)
    expect(idsOf(third)).toEqual(['d'])
    expect(idsOf(cases.again!(third, exercise))).toEqual(['a', 'b'])
  })
})

describe('the name of a choice', () => {
  const modules = [
    { id: 'one', title: 'The first', mistake: 1, accent: 'gold' as const },
    { id: 'end', title: 'The end', accent: 'gold' as const },
  ]
  it.each([
    ['one', '1: The first'],
    ['none', 'None of the mistakes'],
    ['both', 'Both at once'],
  ])('%s is %s', (id, expected) => {
    expect(wordsOf(story('a', 1), id, context.labels.cases, modules)).toBe(expected)
  })
})

describe('the check of cases', () => {
  function complaints(change: (each: Cases) => void): string[] {
    const changed = JSON.parse(JSON.stringify(exercise)) as Cases
    change(changed)
    const found: string[] = []
    const tools: CheckTools = {
      modules: ['one', 'two'],
      didYouMean: name => `did you mean ${name}?`,
      complain: (path, message) => found.push(`${path.join('.')}: ${message}`),
    }
    check(changed, tools)
    return found
  }

  it('finds sound cases sound', () => expect(complaints(() => {})).toEqual([]))

  it.each<[string, (each: Cases) => void, string]>([
    [
      'a choice that is neither module nor text',
      each => (each.cases[0]!.choices[0]!.id = 'three'),
      'cases.0.choices.0.id: Expected the id of a module, or "none", for a choice without a text, found "three".',
    ],
    [
      'an answer to no case',
      each => (each.reveal.answers[0]!.case = 'z'),
      'reveal.answers.0.case: Expected the id of a case, found "z".',
    ],
    [
      'two answers to one case',
      each => each.reveal.answers.push(answerFor('a') as never),
      'reveal.answers.4.case: Expected one answer to each case, found a second one to "a".',
    ],
    [
      'a case without an answer',
      each => each.reveal.answers.pop(),
      'cases.3.id: Expected an answer to "d" in `reveal.answers`, found none.',
    ],
    [
      'a choice that fits and is none',
      each => (each.reveal.answers[1]!.fits = ['two']),
      'reveal.answers.1.fits.0: Expected a choice of "b", found "two".',
    ],
    [
      'feedback to no choice',
      each => (each.reveal.answers[0]!.feedback.two = ['x']),
      'reveal.answers.0.feedback.two: Expected feedback to a choice of "a", found "two".',
    ],
    [
      'a choice without feedback',
      each => delete each.reveal.answers[0]!.feedback.one,
      'reveal.answers.0.feedback: Expected feedback to every choice of "a", found none to "one".',
    ],
    [
      'rounds with a gap',
      each => (each.cases[3]!.round = 4),
      'cases.3.round: Expected a case of round 3 before "d", found none.',
    ],
  ])('names %s', (_, change, expected) => {
    expect(complaints(change)).toContain(expected)
  })
})
