import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { tally } from '../../../components/exercises/kind'
import type { SkillLadderAnswer } from '../../../components/exercises/skill-ladder/answer'
import { kind, stepOf, withWeek } from '../../../components/exercises/skill-ladder/answer'
import type { SkillLadder } from '../../../components/exercises/skill-ladder/schema'
import type { Week } from '../../../components/exercises/skill-ladder/week'
import {
  dayOfTry,
  emptyWeek,
  isFull,
  isPlanned,
  readWeeks,
  weekAfter,
  withFrom,
  withResult,
  withTry,
} from '../../../components/exercises/skill-ladder/week'
import { dayAfter } from '../../../components/text/day'
import { examples } from '../../fixtures/examples'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const { learner, stored } = examples.find(({ name }) => name === 'skill-ladder')!
const exercise = learner as unknown as SkillLadder
const whole = stored.answer as SkillLadderAnswer
const [first] = whole.weeks as [Week]

describe('a day some days later', () => {
  it.each([
    ['2031-04-09', 7, '2031-04-16'],
    ['2031-03-29', 2, '2031-03-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2031-12-31', 1, '2032-01-01'],
    ['9999-12-30', 2, ''],
    ['', 3, ''],
    ['soon', 3, ''],
  ])('%s and %d is %s', (day, days, expected) => {
    expect(dayAfter(day, days)).toBe(expected)
  })
})

describe('a week of small tries', () => {
  it('begins with three of its days once it has a first one, and keeps its tries when that is moved', () => {
    const begun = withFrom(emptyWeek(), '2031-04-09')
    expect(begun.tries.map(({ at }) => dayOfTry(begun, at))).toEqual(['2031-04-09', '2031-04-11', '2031-04-13'])
    const tried = withResult(withTry(begun, 2, false), 0, { done: true, met: 'Smiled.' })
    const moved = withFrom(withFrom(tried, ''), '2031-05-01')
    expect(moved.tries).toEqual(tried.tries)
    expect(dayOfTry(moved, 4)).toBe('2031-05-05')
    expect(withFrom(emptyWeek(), '')).toEqual(emptyWeek())
  })

  it('takes days in and out, in order, and keeps what was noted on a day that comes back', () => {
    const week = withTry(withTry(emptyWeek(), 5, true), 1, true)
    expect(week.tries.map(({ at }) => at)).toEqual([1, 5])
    expect(withTry(withResult(week, 1, { done: true }), 1, true).tries[0]).toEqual({ at: 1, done: true, met: '' })
    expect(withTry(week, 1, false).tries.map(({ at }) => at)).toEqual([5])
    expect(isPlanned(week)).toBe(false)
  })

  it.each([
    [0, undefined, 0],
    [0, 1, 1],
    [0, -1, 0],
    [1, -1, 0],
    [2, 1, 2],
    [2, 0, 2],
  ] as const)('on step %d with %s leads to one on step %d, a week later', (step, next, expected) => {
    const { from, tries } = first
    const week: Week = { from, tries, step, ...(next !== undefined && { next }) }
    expect(weekAfter(week)).toEqual({
      from: '2031-04-16',
      step: expected,
      tries: [
        { at: 0, done: false, met: '' },
        { at: 2, done: false, met: '' },
      ],
    })
  })

  test('is read from any JSON as a week that can be planned', () => {
    const anyTry = fc.oneof(
      fc.record({ at: fc.oneof(fc.integer(), fc.string()), done: fc.jsonValue(), met: fc.jsonValue() }),
      fc.jsonValue(),
    )
    const anyWeek = fc.oneof(
      fc.record({
        from: fc.constantFrom('2031-04-09', '2031-02-30', '0203-01-01', '9999-12-31', 7),
        step: fc.oneof(fc.integer(), fc.string()),
        tries: fc.oneof(fc.array(anyTry), fc.jsonValue()),
        next: fc.oneof(fc.integer(), fc.string()),
      }),
      fc.jsonValue(),
    )
    fc.assert(
      fc.property(fc.oneof(fc.array(anyWeek, { maxLength: 20 }), fc.jsonValue()), json => {
        const weeks = readWeeks(json)
        expect(weeks.length).toBeGreaterThan(0)
        expect(isFull(weeks.slice(1))).toBe(false)
        expect(readWeeks(JSON.parse(JSON.stringify(weeks)))).toEqual(weeks)
        for (const { step, tries, next = 0 } of weeks) {
          expect([0, 1, 2]).toContain(step)
          expect([-1, 0, 1]).toContain(next)
          const days = tries.map(({ at }) => at)
          expect(days).toEqual([...new Set(days)].sort((a, b) => a - b))
          expect(days.every(at => at >= 0 && at < 7)).toBe(true)
        }
        const answer = { ...whole, weeks }
        for (const { day } of kind.appointments!(answer, exercise, context))
          expect(day).toMatch(/^(?:\d{4}-\d\d-\d\d)?$/)
      }),
    )
  })
})

describe('a ladder', () => {
  it('is planned with a skill and a day; whatever else there is has begun it', () => {
    const empty = kind.empty(exercise)
    expect(kind.progress(whole, exercise)).toBe('done')
    expect(kind.progress({ ...whole, skill: '' }, exercise)).toBe('some')
    expect(kind.progress({ ...empty, skill: 'names' }, exercise)).toBe('some')
    expect(kind.progress({ ...empty, steps: ['', ' ', 'x'] }, exercise)).toBe('some')
    expect(kind.progress({ ...empty, steps: ['', ' ', ''] }, exercise)).toBe('none')
    expect(kind.progress({ ...empty, ...withWeek(empty, { ...emptyWeek(), from: '2031-04-09' }) }, exercise)).toBe(
      'some',
    )
  })

  it('has one’s own words for its steps, or the example of the skill', () => {
    expect([0, 1, 2].map(at => stepOf(whole, exercise, at))).toEqual([
      'I write down the name of the new driver.',
      'I greet one person a day by name.',
      'I ask again when I have forgotten a name.',
    ])
    expect(stepOf({ ...whole, skill: '' }, exercise, 1)).toBe('')
  })

  it('of the activity that had this name before keeps its note as the first step', () => {
    const answer = kind.read({ vote: '', note: 'Easy: the baker.\nBrave: the mayor.', done: true }, 2, exercise)!
    expect(answer).toEqual({ ...kind.empty(exercise), steps: ['Easy: the baker.\nBrave: the mayor.', '', ''] })
    expect(kind.progress(answer, exercise)).toBe('some')
    expect(kind.read({ note: '', done: true }, 1, exercise)).toEqual(kind.empty(exercise))
    expect(kind.read({ note: 'x', steps: ['y'] }, 3, exercise)!.steps).toEqual(['y', '', ''])
  })

  it('gives a calendar every try that is open, each with a key of its own', () => {
    expect(kind.appointments!(whole, exercise, context)).toEqual([
      { key: '1-2', day: '2031-04-11', title: 'Remembering a name: I write down the name of the new driver.' },
      { key: '2-1', day: '2031-04-16', title: 'Remembering a name: I greet one person a day by name.' },
      { key: '2-2', day: '2031-04-18', title: 'Remembering a name: I greet one person a day by name.' },
    ])
    expect(kind.appointments!({ ...whole, skill: '' }, exercise, context)).toEqual([])
    const typed = { ...whole, weeks: [{ ...first, from: '0203-04-09' }] }
    expect(kind.appointments!(typed, exercise, context)).toEqual([])
  })

  it('offers its next try to a plan: the first day that is open in the week that goes on', () => {
    expect(kind.ideas!(whole, exercise, context)).toEqual([
      { if: 'it is Wednesday, April 16', then: 'I greet one person a day by name.' },
    ])
    const tried = { ...whole, weeks: [first] }
    expect(kind.ideas!(tried, exercise, context)[0]!.if).toBe('it is Friday, April 11')
    expect(kind.ideas!({ ...tried, weeks: [withResult(first, 2, { done: true })] }, exercise, context)).toEqual([])
    expect(kind.ideas!({ ...whole, skill: '' }, exercise, context)).toEqual([])
    const long = kind.ideas!({ ...whole, steps: ['', 'I greet\neach of them '.repeat(20), ''] }, exercise, context)
    expect(long[0]!.then).toMatch(/^I greet each of them I greet .{60,90} …$/)
    expect(kind.ideas!(kind.empty(exercise), exercise, context)).toEqual([])
  })

  it('reminds of the step that is practised now', () => {
    const now = whole.weeks.at(-1)!.step
    const [reminder, ...others] = kind.reminders!(whole, exercise, context)
    expect(others).toEqual([])
    expect(reminder!.text).toBe(stepOf(whole, exercise, now))
    expect(kind.reminders!({ ...whole, skill: '' }, exercise, context)).toEqual([])
  })

  it('is put into words week by week', () => {
    expect(kind.toText(whole, exercise, context).map(({ ask, text }) => [ask.join(''), text.split('\n')])).toEqual([
      ['My small skill', ['Remembering a name']],
      [
        'My three steps',
        [
          'Easy: I write down the name of the new driver.',
          'One step further: I greet one person a day by name.',
          'Brave: I ask again when I have forgotten a name.',
        ],
      ],
      [
        'A week of small tries, from Wednesday, April 9',
        ['Easy', 'Wednesday, April 9 · Tried · She told me how it is spelt.', 'Friday, April 11'],
      ],
      [
        'A week of small tries, from Wednesday, April 16',
        ['One step further', 'Wednesday, April 16', 'Friday, April 18'],
      ],
    ])
  })

  it('tells a room which skills were chosen, by their names', () => {
    expect(tally(kind, exercise, [whole, { ...whole, skill: 'thanks' }, kind.empty(exercise)])).toEqual({
      names: 1,
      thanks: 1,
    })
    expect(kind.categoryNames!(exercise, context)).toEqual(['Remembering a name', 'Saying thank you'])
  })

  test.each(hostile)('survives %s', (_, json) => {
    for (const given of [
      json,
      { weeks: json, steps: json, skill: json },
      { weeks: [json] },
      { weeks: [{ tries: json }] },
    ]) {
      const answer = kind.read(given, kind.version, exercise)
      if (!answer) continue
      expect(kind.progress(answer, exercise)).not.toBe('done')
      expect(kind.appointments!(answer, exercise, context)).toEqual([])
      expect(kind.ideas!(answer, exercise, context)).toEqual([])
      expect(JSON.stringify(answer).length).toBeLessThan(20_000)
    }
  })
})
