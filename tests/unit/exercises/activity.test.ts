import { describe, expect, it, test } from 'vitest'
import { activity } from '../../../components/exercises/activity/answer'
import { takesOf } from '../../../components/exercises/activity/takes'
import { summarise } from '../../../components/exercises/kind'
import { hostile } from './hostile'

const silent = { vote: undefined }
const voting = { vote: { ask: ['?'], options: [{ id: 'left', text: 'Left' }, { id: 'right', text: 'Right' }] } }

describe('an activity', () => {
  it('with a vote is done by voting', () => {
    expect(activity.progress({ vote: '', note: 'x', done: true }, voting)).toBe('some')
    expect(activity.progress({ vote: 'left', note: '', done: false }, voting)).toBe('done')
  })

  it('without a vote is done when people say so, since a note may stay in the head', () => {
    expect(activity.progress({ vote: '', note: '', done: false }, silent)).toBe('none')
    expect(activity.progress({ vote: '', note: 'x', done: false }, silent)).toBe('some')
    expect(activity.progress({ vote: '', note: '', done: true }, silent)).toBe('done')
  })

  it('gives a room the votes and never a note', () => {
    const answers = [{ vote: 'left', note: 'secret', done: false }, { vote: 'left', note: '', done: false }, { vote: '', note: '', done: true }]
    expect(summarise(activity, voting, answers)).toEqual({ left: 2, right: 0 })
    expect(summarise(activity, silent, answers.slice(2))).toEqual({})
  })

  it('drops a vote for an option that is gone', () => {
    expect(activity.read({ vote: 'middle', note: 'mine ' }, 1, voting)).toEqual({ vote: '', note: 'mine ', done: false })
  })

  it('cuts a script where a line begins with emphasis', () => {
    const spoken = (who: string, emphasised: boolean) => ({ who, line: emphasised ? [{ em: ['Take.'] }, ' Hello'] : ['Hello'] })
    expect(takesOf([spoken('A', true), spoken('B', false), spoken('A', true)]).map(take => take.length)).toEqual([2, 1])
    expect(takesOf([spoken('A', false), spoken('B', false)]).map(take => take.length)).toEqual([2])
    expect(takesOf([])).toEqual([])
  })

  test.each(hostile)('survives %s', (_, json) => {
    const answer = activity.read(json, 1, voting)
    if (answer) {
      expect(activity.binsOf(answer, voting)).toEqual([])
      expect(answer.note.length).toBeLessThanOrEqual(4000)
    }
  })
})
