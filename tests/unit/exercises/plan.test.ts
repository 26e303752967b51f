import { describe, expect, it, test } from 'vitest'
import { summarise } from '../../../components/exercises/kind'
import { distanceOf, plan } from '../../../components/exercises/plan/answer'
import { dayInWords, dayOf, daysBetween, readDay } from '../../../components/exercises/plan/calendar'
import { sentenceOf } from '../../../components/exercises/plan/sentence'
import { hostile } from './hostile'

const whole = { if: 'it rains', then: 'I call', date: '2031-04-10', madeOn: '2031-04-09', partner: 'K.', said: true }
const labels = { if: 'If …', then: 'then …', sentence: 'If {if}, then {then}.', sentenceDate: 'The day: {date}.', sentencePartner: '{partner} asks.' }

describe('a plan', () => {
  it.each([
    ['2031-04-09', '2031-04-09', 0],
    ['2031-03-29', '2031-03-31', 2],
    ['2028-02-28', '2028-03-01', 2],
    ['2031-12-31', '2032-01-01', 1],
    ['2031-04-09', '2031-04-01', -8],
    ['', '2031-04-09', undefined],
  ])('counts from %s to %s %s days, clock changes or not', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })

  it.each([
    ['2031-02-29', ''],
    ['2028-02-29', '2028-02-29'],
    ['2031-13-01', ''],
    ['12031-01-01', ''],
    ['2031-4-9', ''],
    [20310409, ''],
    // What a date input says while the year is being typed.
    ['0002-04-09', '0002-04-09'],
  ])('takes %s for the day "%s"', (given, expected) => {
    expect(readDay(given)).toBe(expected)
  })

  it('knows today as the reader has it, and says it in words', () => {
    expect(dayOf(new Date(2031, 3, 9, 23, 59))).toBe('2031-04-09')
    expect(dayInWords('2031-04-09', 'en-GB')).toMatch(/Wednesday,? 9 April/)
    expect(dayInWords('nonsense')).toBe('')
  })

  it.each([
    [{}, 'soon'],
    [{ date: '2031-04-11' }, 'soon'],
    [{ date: '2031-04-12' }, 'week'],
    [{ date: '2031-04-16' }, 'week'],
    [{ date: '2031-04-17' }, 'later'],
    [{ date: '2031-04-01' }, 'soon'],
    [{ date: '', madeOn: '' }, 'undated'],
    [{ if: ' ' }, undefined],
    [{ madeOn: '' }, undefined],
  ])('with %j counts as: %s', (part, expected) => {
    expect(distanceOf({ ...whole, ...part })).toBe(expected)
  })

  it('is done with a moment, an act, a day and a partner; saying it aloud is never required', () => {
    expect(plan.progress({ ...whole, said: false }, {})).toBe('done')
    expect(plan.progress({ ...whole, partner: ' ' }, {})).toBe('some')
    expect(plan.progress(plan.empty({}), {})).toBe('none')
  })

  it.each([
    [{}, 'If it rains, then I call. The day: 2031-04-10. K. asks.'],
    [{ if: 'If it rains,', then: 'Then I call.', date: '', partner: '' }, 'If it rains, then I call.'],
    [{ if: 'iffy weather  comes', date: '', partner: '' }, 'If iffy weather comes, then I call.'],
    [{ then: '' }, ''],
  ])('with %j reads: %s', (part, expected) => {
    expect(sentenceOf({ ...whole, ...part }, labels, day => day)).toBe(expected)
  })

  it('tells a room how soon people begin', () => {
    expect(summarise(plan, {}, [whole, { ...whole, date: '' }, plan.empty({})])).toEqual({ soon: 1, week: 0, later: 0, undated: 1 })
  })

  it('forgets when a day was chosen together with the day', () => {
    expect(plan.read({ ...whole, date: 'soon' }, 1, {})).toEqual({ ...whole, date: '', madeOn: '' })
    expect(plan.read(whole, 1, {})).toEqual(whole)
  })

  test.each(hostile)('survives %s', (_, json) => {
    const answer = plan.read(json, 1, {})
    if (answer) {
      expect(plan.progress(answer, {})).not.toBe('done')
      expect(JSON.stringify(answer).length).toBeLessThan(2000)
    }
  })
})
