import { describe, expect, it } from 'vitest'

import { datesKind, dueRounds, nextRound } from '../../../site/recall-dates'

const DAYS = [2, 7, 30]
const states = (done: number, today: string) => dueRounds('2031-04-01', DAYS, done, today).map(({ state }) => state)

describe('the rounds of recall', () => {
  it('are due 2, 7 and 30 days after the last exercise, across the end of a month and a change of the clocks', () => {
    expect(dueRounds('2031-03-28', DAYS, 0, '2031-03-28').map(({ day, left }) => [day, left])).toEqual([
      ['2031-03-30', 2],
      ['2031-04-04', 7],
      ['2031-04-27', 30],
    ])
  })

  it('are early, due, or late, by the day on which somebody looks', () => {
    expect(states(0, '2031-04-02')).toEqual(['later', 'later', 'later'])
    expect(states(0, '2031-04-03')).toEqual(['today', 'later', 'later'])
    expect(states(0, '2031-04-05')).toEqual(['late', 'later', 'later'])
    expect(states(0, '2031-06-01')).toEqual(['late', 'late', 'late'])
  })

  it('that were done early or late are done, and move no other', () => {
    expect(states(1, '2031-04-01')).toEqual(['done', 'later', 'later'])
    expect(states(1, '2031-04-20')).toEqual(['done', 'late', 'later'])
    expect(nextRound(dueRounds('2031-04-01', DAYS, 1, '2031-04-20'))).toMatchObject({ number: 2, left: -12 })
    expect(nextRound(dueRounds('2031-04-01', DAYS, 5, '2031-04-20'))).toBeUndefined()
  })

  it('need a day that is one', () => {
    expect(dueRounds('', DAYS, 0, '2031-04-01')).toEqual([])
    expect(datesKind.read({ from: '2031-02-30', set: true })).toBeUndefined()
    expect(datesKind.read(null)).toBeUndefined()
    expect(datesKind.read({ from: '2031-02-28' })).toEqual({ from: '2031-02-28', set: false })
  })
})
