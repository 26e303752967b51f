import { describe, expect, it, test } from 'vitest'

import { kind as activity } from '../../../components/exercises/activity/answer'
import { takesOf } from '../../../components/exercises/activity/takes'
import { tally } from '../../../components/exercises/kind'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const silent = { vote: undefined, note: undefined }
const voting = {
  ...silent,
  vote: {
    ask: ['?'],
    options: [
      { id: 'left', text: 'Left' },
      { id: 'right', text: 'Right' },
    ],
  },
}
const noting = { ...silent, note: { ask: ['What?'], lines: 3 } }
const empty = activity.empty(silent)

describe('an activity', () => {
  it.each([
    ['nothing asked', silent, 0],
    ['a vote', voting, 10],
    ['three lines of a note', noting, 75],
    ['a talk of a minute and a half, which the record names', { ...voting, talk: 90 }, 100],
    [
      'two takes of a role-play, read aloud',
      { ...silent, roleplay: Array.from({ length: 2 }, () => ({ who: 'A', line: ['Good morning.'] })) },
      60,
    ],
  ])('takes its time: %s', (_, exercise, seconds) => {
    expect(activity.workingSeconds(exercise, lines => 30 * lines.length)).toBe(seconds)
  })

  it('with a vote is done by voting', () => {
    expect(activity.progress({ ...empty, note: 'x', done: true }, voting)).toBe('some')
    expect(activity.progress({ ...empty, vote: 'left' }, voting)).toBe('done')
  })

  it('without a vote is done when people say so, since a note may stay in the head', () => {
    expect(activity.progress(empty, silent)).toBe('none')
    expect(activity.progress({ ...empty, note: 'x' }, silent)).toBe('some')
    expect(activity.progress({ ...empty, done: true }, silent)).toBe('done')
  })

  it('reminds of its note when a plan is made', () => {
    expect(activity.reminders!({ ...empty, note: ' x ' }, noting, context)).toEqual([{ ask: ['What?'], text: 'x' }])
    expect(activity.reminders!({ ...empty, note: ' ' }, noting, context)).toEqual([])
    expect(activity.reminders!({ ...empty, note: 'x' }, silent, context)).toEqual([])
  })

  it('gives a room the votes and never a note', () => {
    const answers = [
      { ...empty, vote: 'left', note: 'secret' },
      { ...empty, vote: 'left' },
      { ...empty, done: true },
    ]
    expect(tally(activity, voting, answers)).toEqual({ left: 2, right: 0 })
    expect(tally(activity, silent, answers.slice(2))).toEqual({})
  })

  it('drops a vote for an option that is gone', () => {
    expect(activity.read({ vote: 'middle', note: 'mine ' }, 2, voting)).toEqual({ ...empty, note: 'mine ' })
  })

  it('takes over everything from version 1, and all but the map from version 2', () => {
    const first = { vote: '', note: 'mine', done: true }
    expect(activity.read(first, 1, noting)).toEqual(first)
    expect(activity.read({ ...first, people: [{ id: 1, code: 'AB', ring: 0 }], ties: [] }, 2, noting)).toEqual(first)
  })

  it.each([
    [voting, { vote: 'right', note: 'not asked', done: true }, [['?', 'Right']]],
    [
      noting,
      { note: ' one\ntwo ', done: true },
      [
        ['What?', 'one\ntwo'],
        ['Did you do it?', 'I have done it.'],
      ],
    ],
    [noting, { note: ' ' }, []],
  ])('%j, answered with %j, says in words: %j', (exercise, answer, expected) => {
    const read = activity.read(answer, 2, exercise)!
    expect(activity.toText(read, exercise, context).map(({ ask, text }) => [ask.join(''), text])).toEqual(expected)
  })

  it('cuts a script where a line begins with emphasis', () => {
    const spoken = (who: string, emphasised: boolean) => ({
      who,
      line: emphasised ? [{ em: ['Take.'] }, ' Hello'] : ['Hello'],
    })
    expect(takesOf([spoken('A', true), spoken('B', false), spoken('A', true)]).map(take => take.length)).toEqual([2, 1])
    expect(takesOf([spoken('A', false), spoken('B', false)]).map(take => take.length)).toEqual([2])
    expect(takesOf([])).toEqual([])
  })

  test.each(hostile)('survives %s', (_, json) => {
    for (const exercise of [voting, silent]) {
      const answer = activity.read(json, 2, exercise)
      if (answer) {
        expect(activity.categoriesOf(answer, exercise)).toEqual([])
        expect(answer.note.length).toBeLessThanOrEqual(4000)
        expect(activity.toText(answer, exercise, context)).toEqual([])
      }
    }
  })
})
