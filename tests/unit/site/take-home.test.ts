import ICAL from 'ical.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { ref } from 'vue'

import type { LearnerWorkshop } from '../../../model/views'
import type { PageData } from '../../../site/page-data'
import { DATES } from '../../../site/recall-dates'
import { roundsOf } from '../../../site/rounds'
import { asCalendar, daysToCome } from '../../../site/take-home/calendar'
import { gather } from '../../../site/take-home/gather'
import { asText } from '../../../site/take-home/text'
import { learnerWorkshop, pageOf, storeOf } from '../../fixtures/learner'

let workshop: LearnerWorkshop
let page: PageData
beforeAll(async () => {
  workshop = await learnerWorkshop()
  page = pageOf(workshop, 'take-home.html')
})

const recallOf = () =>
  workshop.exercises['four-from-memory'] as Extract<LearnerWorkshop['exercises'][string], { kind: 'recall' }>
/** Replies to the closing recall, as their owner marked them; options are chosen right or wrong. */
function replies(hadOf: (id: string) => boolean, ids = recallOf().items.map(({ id }) => id)) {
  return {
    items: Object.fromEntries(
      recallOf()
        .items.filter(({ id }) => ids.includes(id))
        .map(({ id, options }) => {
          const { right } = recallOf().reveal.answers.find(({ item }) => item === id)!
          return [
            id,
            options
              ? { given: hadOf(id) ? right : options.find(option => option.id !== right)!.id, checked: true }
              : { given: 'my words', checked: true, mark: hadOf(id) ? 'had' : 'not' },
          ]
        }),
    ),
  }
}
const PLAN = {
  if: 'I sit on the tram; on Monday, early',
  then: 'I write to R.',
  date: '2031-04-09',
  madeOn: '2031-04-01',
  partner: 'Noor',
  said: true,
}

describe('what is taken home', () => {
  it('is every answer in the order of the workshop, and the names of what is still open', () => {
    const parts = gather(
      page,
      storeOf({ 'one-plan': PLAN, 'strangers-who-talk': { guess: 40, shown: true } }, workshop),
    )
    expect(parts.map(({ kept }) => kept.map(({ id }) => id))).toEqual([
      [],
      ['strangers-who-talk'],
      [],
      [],
      [],
      ['one-plan'],
    ])
    expect(parts[1]!.open).toEqual([workshop.exercises['dreaded-occasion']!.title])
    expect(parts[5]!.kept[0]!.texts[0]!.text).toContain('If I sit on the tram; on Monday, early, then I write to R.')
  })

  it('has what was written afterwards under its exercise, which is still open when nothing else was done', () => {
    const [, part] = gather(
      page,
      storeOf({ 'dreaded-occasion/debrief': { words: { smallest: 'One hour' }, compared: ['smallest'] } }, workshop),
    )
    const { title, debrief } = workshop.exercises['dreaded-occasion']!
    expect(part!.kept).toMatchObject([
      { id: 'dreaded-occasion', texts: [{ ask: debrief.find(({ id }) => id === 'smallest')!.ask, text: 'One hour' }] },
    ])
    expect(part!.open).toContain(title)
  })

  it('leaves out an answer that cannot be read, and one that was cleared', () => {
    expect(
      gather(page, storeOf({ 'one-plan': 'nonsense', 'strangers-who-talk': {} }, workshop)).flatMap(({ kept }) => kept),
    ).toEqual([])
  })

  it('is a text that any editor shows, without a line of markup', () => {
    const text = asText(
      page.title,
      'Saved today',
      gather(
        page,
        storeOf(
          {
            'one-plan': PLAN,
            'dreaded-occasion': { before: 2, after: 6, texts: { occasion: 'Two lines\n<b>of mine</b>' } },
          },
          workshop,
        ),
      ),
    )
    expect(text.startsWith(`${page.title}\n${'='.repeat(page.title.length)}\n\nSaved today\n\n`)).toBe(true)
    expect(text).toContain(`\n\n${workshop.exercises['one-plan']!.title}\n---`)
    expect(text).toMatch(/^ {2}.*I write to R\./m)
    expect(text).not.toMatch(/\[object|undefined|<em>/)
    expect(text.endsWith('\n')).toBe(true)
  })
})

describe('a recall on another day', () => {
  const rounds = (answers: Record<string, unknown>) => roundsOf(recallOf(), storeOf(answers, workshop))
  const all = () => replies(() => true)

  it('waits until the questions have been asked a first time', () => {
    expect(rounds({})).toEqual({ done: [] })
    expect(rounds({ 'four-from-memory': replies(() => true, [recallOf().items[0]!.id]) })).toEqual({ done: [] })
  })

  it('asks everything again, round after round, also what was known', () => {
    const { now } = rounds({ 'four-from-memory': all() })
    expect(now).toMatchObject({ number: 1, exercise: { id: 'four-from-memory/round-1', items: recallOf().items } })
    const later = rounds({ 'four-from-memory': all(), 'four-from-memory/round-1': replies(() => false) })
    expect(later).toMatchObject({ done: [{ number: 1 }], now: { number: 2, exercise: { items: recallOf().items } } })
  })

  it('goes on with a round that was begun', () => {
    const begun = replies(() => true, [recallOf().items[0]!.id])
    expect(rounds({ 'four-from-memory': all(), 'four-from-memory/round-1': begun })).toMatchObject({
      done: [],
      now: { number: 1 },
    })
  })
})

describe('the calendar file', () => {
  const NOW = new Date('2031-04-01T08:00:00Z')
  const days = (answers: Record<string, unknown> = {}) => daysToCome(page, storeOf(answers, workshop), '2031-04-01')
  const calendar = (answers?: Record<string, unknown>) =>
    asCalendar(page, days(answers), 'https://example.org/recall.html', NOW)
  /** Lines that were folded are one again. */
  const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

  it('has the questions of 2, 7 and 30 days, and the plan on its own day', () => {
    expect(days().map(({ uid, day }) => [uid, day])).toEqual([
      ['recall-2', '2031-04-03'],
      ['recall-7', '2031-04-08'],
      ['recall-30', '2031-05-01'],
    ])
    // From the day of the last exercise, where it is known.
    const known = new Map([[DATES, { version: 1, answer: { from: '2031-03-30', set: false } }]])
    expect(daysToCome(page, { entry: id => ref(known.get(id)) }, '2031-04-01').map(({ day }) => day)).toEqual([
      '2031-04-01',
      '2031-04-06',
      '2031-04-29',
    ])
    expect(days({ 'one-plan': PLAN })[0]).toMatchObject({ day: '2031-04-09' })
    expect(days({ 'one-plan': { ...PLAN, date: '' } }).map(({ uid }) => uid)).not.toContain('one-plan')
    expect(days({ 'one-plan': { ...PLAN, date: '9999-12-31' } }).map(({ uid }) => uid)).not.toContain('one-plan')
  })

  it('has a day for each try that is still open, under a name of its own', () => {
    const tries = [
      { at: 0, done: true, met: '' },
      { at: 2, done: false, met: '' },
      { at: 4, done: false, met: '' },
    ]
    const ladder = {
      skill: 'detail',
      steps: ['I ask\nthe baker', '', ''],
      weeks: [{ from: '2031-04-07', step: 0, tries }],
    }
    const found = days({ 'skill-ladder': ladder }).filter(({ uid }) => uid.startsWith('skill'))
    expect(found.map(({ uid, day }) => [uid, day])).toEqual([
      ['skill-ladder-1-2', '2031-04-09'],
      ['skill-ladder-1-4', '2031-04-11'],
    ])
    expect(found[0]!.title).toMatch(/^My plan: .+: I ask the baker$/)
    const late = { ...ladder, weeks: [{ from: '9999-12-28', step: 0, tries }] }
    expect(days({ 'skill-ladder': late }).map(({ uid }) => uid)).toContain('skill-ladder-1-2')
    expect(days({ 'skill-ladder': late }).map(({ uid }) => uid)).not.toContain('skill-ladder-1-4')
  })

  it('is a calendar of whole days by the book, each with a reminder', () => {
    const found = lines(calendar({ 'one-plan': PLAN }))
    expect(found[0]).toBe('BEGIN:VCALENDAR')
    expect(found.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(4)
    expect(found.filter(line => line === 'BEGIN:VALARM')).toHaveLength(4)
    expect(found).toContain('DTSTART;VALUE=DATE:20310409')
    expect(found).toContain('DTEND;VALUE=DATE:20310410')
    expect(found).toContain('UID:one-plan@four-networking-mistakes')
    expect(found.find(line => line.startsWith('SUMMARY:My plan'))).toBe(
      'SUMMARY:My plan: If I sit on the tram\\; on Monday\\, early\\, then I write to R.',
    )
    expect(found.filter(line => line === 'URL:https://example.org/recall.html')).toHaveLength(4)
  })

  it('folds long lines at 75 octets, between characters', () => {
    const plan = 'Ich schreibe Zoë, Jürgen und 佐藤さん drei Zeilen 😀, '.repeat(6)
    const text = calendar({ 'one-plan': { ...PLAN, then: plan } })
    expect(Math.max(...text.split('\r\n').map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines(text).find(line => line.startsWith('SUMMARY:My plan'))).toContain(
      plan.trim().replaceAll(',', '\\,').slice(0, 200),
    )
  })

  it('takes whatever is typed as words: nobody can write an event of their own into it', () => {
    const found = lines(
      calendar({ 'one-plan': { ...PLAN, then: 'I go\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:Evil\u0007' } }),
    )
    expect(found.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(4)
    expect(found.filter(line => line.startsWith('SUMMARY:'))).toHaveLength(4)
    expect(found.join('')).not.toMatch(/[\x00-\x1F]/)
  })

  describe('read by a parser that is not ours', () => {
    /** Every event, by its UID. */
    function read(answers: Record<string, unknown>, now = NOW, of = page) {
      const file = asCalendar(of, daysToCome(of, storeOf(answers, workshop), '2031-04-01'), 'https://example.org/', now)
      const events = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent')
      return Object.fromEntries(
        events.map(event => [
          event.getFirstPropertyValue('uid') as string,
          {
            day: String(event.getFirstPropertyValue('dtstart')),
            sequence: Number(event.getFirstPropertyValue('sequence')),
            stamp: (event.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate(),
            title: event.getFirstPropertyValue('summary'),
            about: event.getFirstPropertyValue('description') as string,
            reminder: event.getFirstSubcomponent('valarm')!.getFirstPropertyValue('description'),
          },
        ]),
      )
    }
    const UID = 'one-plan@four-networking-mistakes'

    it('a plan that was moved is the same event on another day, in a later revision', () => {
      const before = read({ 'one-plan': PLAN })
      const later = new Date(NOW.getTime() + 60_000)
      const after = read({ 'one-plan': { ...PLAN, date: '2031-04-11' } }, later)
      expect(Object.keys(after)).toEqual(Object.keys(before))
      expect([before[UID]!.day, after[UID]!.day]).toEqual(['2031-04-09', '2031-04-11'])
      for (const uid of Object.keys(after)) {
        expect(after[uid]!.sequence).toBeGreaterThan(before[uid]!.sequence)
        expect(after[uid]!.stamp).toEqual(later)
      }
    })

    it.each(['S:\\notes\\new, and; then', 'a\\nb', '\\', '"quoted"; a,b,c'])(
      '%j comes back as it was written',
      then => {
        const { title, reminder } = read({ 'one-plan': { ...PLAN, then: `I open ${then} today` } })[UID]!
        expect(title).toContain(`I open ${then} today`)
        expect(reminder).toBe(title)
      },
    )

    it('a title with line breaks stays one line', () => {
      const of = { ...page, title: 'Four\r\nX-EVIL:1\r\nBEGIN:VEVENT' }
      const file = asCalendar(of, days(), 'https://example.org/', NOW)
      expect(lines(file).filter(line => /^(?:X-EVIL|BEGIN:VEVENT)/.test(line))).toHaveLength(3)
    })

    it('the days to recall say what to do when the answers are gone', () => {
      const { about } = read({})['recall-7@four-networking-mistakes']!
      expect(about).toContain(page.labels.takeHome!.calendarKept)
    })

    it('a plan in Hebrew keeps its direction within the sentence', () => {
      const { title } = read({ 'one-plan': { ...PLAN, then: 'אני כותב למי?' } })[UID]!
      expect(title).toContain('\u2068אני כותב למי?\u2069.')
    })
  })
})
