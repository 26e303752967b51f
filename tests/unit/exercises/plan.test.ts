import { describe, expect, it, test } from 'vitest'

import { tally } from '../../../components/exercises/kind'
import { distanceOf, kind as plan } from '../../../components/exercises/plan/answer'
import { pointedFirst, sentenceOf } from '../../../components/exercises/plan/sentence'
import { dayInWords, dayOf, daysBetween, readDay } from '../../../components/text/day'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const exercise = { if: { ask: ['When?'], example: '' }, then: { ask: ['What?'], example: '' } }
const whole = { if: 'it rains', then: 'I call', date: '2031-04-10', madeOn: '2031-04-09', partner: 'K.', said: true }
const labels = {
  if: 'If …',
  then: 'then …',
  sentence: 'If {if}, then {then}.',
  sentenceDate: 'The day: {date}.',
  sentencePartner: '{partner} asks.',
}

describe('a plan', () => {
  it('takes the time to write two lines twice, and to choose a day, a partner and the moment to say it', () => {
    expect(plan.workingSeconds(exercise, () => 0)).toBe(130)
  })

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

  it('is done with a moment, an act and a day; a partner and saying it aloud are never required', () => {
    expect(plan.progress({ ...whole, partner: ' ', said: false }, exercise)).toBe('done')
    expect(plan.progress({ ...whole, date: '' }, exercise)).toBe('some')
    expect(plan.progress({ ...plan.empty(exercise), partner: 'K.' }, exercise)).toBe('some')
    expect(plan.progress(plan.empty(exercise), exercise)).toBe('none')
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
    expect(tally(plan, exercise, [whole, { ...whole, date: '' }, plan.empty(exercise)])).toEqual({
      soon: 1,
      week: 0,
      later: 0,
      undated: 1,
    })
  })

  it('forgets when a day was chosen together with the day', () => {
    expect(plan.read({ ...whole, date: 'soon' }, 1, exercise)).toEqual({ ...whole, date: '', madeOn: '' })
    expect(plan.read(whole, 1, exercise)).toEqual(whole)
  })

  it.each([
    [
      {},
      [
        [
          'My plan',
          'If it rains, then I call. The day: Thursday, April 10. K. will ask me about it.\nI have said it aloud.',
        ],
      ],
    ],
    [{ date: '', partner: ' ', said: false }, [['My plan', 'If it rains, then I call.']]],
    [{ then: ' ', date: '', partner: '', said: false }, [['When?', 'it rains']]],
    [
      { if: '' },
      [
        ['What?', 'I call'],
        ['The day', 'Thursday, April 10'],
        ['Partner', 'K.'],
        ['My plan', 'I have said it aloud.'],
      ],
    ],
    [plan.empty(exercise), []],
  ])('with %j says in words: %j', (part, expected) => {
    expect(plan.toText({ ...whole, ...part }, exercise, context).map(({ ask, text }) => [ask.join(''), text])).toEqual(
      expected,
    )
  })

  it('says its day in the language of the workshop', () => {
    expect(plan.toText(whole, exercise, { ...context, language: 'de' })[0]!.text).toContain('Donnerstag, 10. April')
  })

  it.each<[object, object | undefined]>([
    [{}, { day: '2031-04-10', title: 'If it rains, then I call.' }],
    [{ madeOn: '' }, { day: '2031-04-10', title: 'If it rains, then I call.' }],
    [{ date: '2031-04-09' }, { day: '2031-04-09', title: 'If it rains, then I call.' }],
    [{ date: '2031-04-08' }, undefined],
    [{ date: '0203-04-08', madeOn: '' }, undefined],
    [{ date: '' }, undefined],
    [{ date: '', madeOn: '' }, undefined],
    [{ if: ' ' }, undefined],
  ])('with %j is for a calendar: %j', (part, expected) => {
    expect(plan.appointments!({ ...whole, ...part }, exercise, context)).toEqual(expected ? [expected] : [])
  })

  test.each(hostile)('survives %s', (_, json) => {
    const answer = plan.read(json, 1, exercise)
    if (answer) {
      expect(plan.toText(answer, exercise, context).every(({ text }) => text.length > 0)).toBe(true)
      expect(plan.appointments!(answer, exercise, context)).toEqual([])
      expect(plan.progress(answer, exercise)).not.toBe('done')
      expect(JSON.stringify(answer).length).toBeLessThan(2000)
    }
  })
})

describe('ready-made plans', () => {
  const ideas = [{ module: 'a' }, { module: 'b' }, {}, { module: 'c' }]

  it('come first where they go with what somebody’s answers point to', () => {
    expect(pointedFirst(ideas, ['c', 'b'])).toEqual([{ module: 'b' }, { module: 'c' }, { module: 'a' }, {}])
    expect(pointedFirst(ideas, [])).toEqual(ideas)
  })
})
