import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { ref } from 'vue'

import { fill } from '../../../components/fill'
import { DATES } from '../../../site/recall-dates'
import { roundsOf } from '../../../site/recall-rounds'
import { asCalendar, daysToCome } from '../../../site/take-home/calendar'
import { gather } from '../../../site/take-home/gather'
import { asText } from '../../../site/take-home/text'
import { firstOf, learnerWorkshop, pageOf, storeOf } from '../../fixtures/learner'

const workshop = await learnerWorkshop()
const page = pageOf(workshop, 'take-home.html')
const recall = firstOf(workshop, 'recall')
const ladder = firstOf(workshop, 'skill-ladder')
const reframe = firstOf(workshop, 'reframe')
const plan = firstOf(workshop, 'plan').id
const forecast = firstOf(workshop, 'forecast').id
/** The place of the part that has an exercise. */
const partOf = (id: string) => page.parts.findIndex(({ exercises }) => exercises.includes(id))

/** What the calendar writes before a plan, and the words of a plan, in whatever language the labels are. */
const MINE = fill(page.labels.takeHome!.calendarPlan, { plan: '' })
const planned = (moment: string, act: string) => fill(workshop.labels.plan.sentence, { if: moment, then: act })
/** A text of a calendar: punctuation that parts values is escaped. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&')
/** Replies to the closing recall, as their owner marked them; options are chosen right or wrong. */
function replies(hadOf: (id: string) => boolean, ids = recall.items.map(({ id }) => id)) {
  return {
    items: Object.fromEntries(
      recall.items
        .filter(({ id }) => ids.includes(id))
        .map(({ id, options }) => {
          const { right } = recall.reveal.answers.find(({ item }) => item === id)!
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
    const parts = gather(page, storeOf({ [plan]: PLAN, [forecast]: { guess: 40, shown: true } }, workshop))
    const kept = page.parts.map(({ exercises }) => exercises.filter(id => [plan, forecast].includes(id)))
    expect(kept.flat()).toHaveLength(2)
    expect(parts.map(({ kept }) => kept.map(({ id }) => id))).toEqual(kept)
    expect(parts[partOf(reframe.id)]!.open).toContain(reframe.title)
    expect(parts[partOf(plan)]!.open).not.toContain(workshop.exercises[plan]!.title)
    expect(parts[partOf(plan)]!.kept[0]!.texts[0]!.text).toContain(planned(PLAN.if, PLAN.then.replace(/\.$/, '')))
  })

  it('has what was written afterwards under its exercise, which is still open when nothing else was done', () => {
    const [asked] = reframe.debrief
    const part = gather(
      page,
      storeOf({ [`${reframe.id}/debrief`]: { words: { [asked!.id]: 'One hour' }, compared: [asked!.id] } }, workshop),
    )[partOf(reframe.id)]!
    expect(part.kept).toMatchObject([{ id: reframe.id, texts: [{ ask: asked!.ask, text: 'One hour' }] }])
    expect(part.open).toContain(reframe.title)
  })

  it('ends with what was written about the questions of later days, day by day', () => {
    const [first, last] = [page.followUp[0]!, page.followUp.at(-1)!]
    const written = ({ ask }: typeof first, text: string) => ({ words: { [ask[0]!.id]: text }, compared: [] })
    const answers = {
      [`later/${last.days}/debrief`]: written(last, 'I wrote to two'),
      [`later/${first.days}/debrief`]: written(first, 'I wrote to one'),
    }
    const { part, kept, open } = gather(page, storeOf(answers, workshop)).at(-1)!
    expect(part.title).toBe(page.labels.takeHome!.later)
    expect(kept.map(({ texts }) => texts)).toEqual([
      [{ ask: first.ask[0]!.ask, text: 'I wrote to one' }],
      [{ ask: last.ask[0]!.ask, text: 'I wrote to two' }],
    ])
    expect(open).toEqual([])
  })

  it('leaves out an answer that cannot be read, and one that was cleared', () => {
    expect(gather(page, storeOf({ [plan]: 'nonsense', [forecast]: {} }, workshop)).flatMap(({ kept }) => kept)).toEqual(
      [],
    )
  })

  it('is a text that any editor shows, without a line of markup', () => {
    const text = asText(
      page.title,
      'Saved today',
      gather(
        page,
        storeOf(
          {
            [plan]: PLAN,
            [reframe.id]: { before: 2, after: 6, texts: { [reframe.prompts[0]!.id]: 'Two lines\n<b>of mine</b>' } },
          },
          workshop,
        ),
      ),
    )
    expect(text.startsWith(`${page.title}\n${'='.repeat(page.title.length)}\n\nSaved today\n\n`)).toBe(true)
    expect(text).toContain(`\n\n${workshop.exercises[plan]!.title}\n---`)
    expect(text).toMatch(/^ {2}.*I write to R\./m)
    expect(text).not.toMatch(/\[object|undefined|<em>/)
    expect(text.endsWith('\n')).toBe(true)
  })
})

describe('a recall on another day', () => {
  const rounds = (answers: Record<string, unknown>) => roundsOf(recall, storeOf(answers, workshop))
  const all = () => replies(() => true)

  it('waits until the questions have been asked a first time', () => {
    expect(rounds({})).toEqual({ done: [] })
    expect(rounds({ [recall.id]: replies(() => true, [recall.items[0]!.id]) })).toEqual({ done: [] })
  })

  it('asks everything again, round after round, also what was known', () => {
    const { now } = rounds({ [recall.id]: all() })
    expect(now).toMatchObject({ number: 1, exercise: { id: `${recall.id}/round-1`, items: recall.items } })
    const later = rounds({ [recall.id]: all(), [`${recall.id}/round-1`]: replies(() => false) })
    expect(later).toMatchObject({ done: [{ number: 1 }], now: { number: 2, exercise: { items: recall.items } } })
  })

  it('goes on with a round that was begun', () => {
    const begun = replies(() => true, [recall.items[0]!.id])
    expect(rounds({ [recall.id]: all(), [`${recall.id}/round-1`]: begun })).toMatchObject({
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

  it('has the questions of every day of recall, and the plan on its own day', () => {
    expect(days().map(({ uid, day }) => [uid, day])).toEqual([
      ['recall-3', '2031-04-04'],
      ['recall-21', '2031-04-22'],
    ])
    // From the day of the last exercise, where it is known.
    const from = (day: string) => {
      const known = new Map([[DATES, { version: 1, answer: { from: day, set: false } }]])
      return daysToCome(page, { entry: id => ref(known.get(id)) }, '2031-04-01').map(({ day }) => day)
    }
    expect(from('2031-03-30')).toEqual(['2031-04-02', '2031-04-20'])
    // A year that is still being typed is none to count from, and after the last day there is none.
    expect(from('0203-03-30')).toEqual(['2031-04-04', '2031-04-22'])
    expect(from('9999-12-27')).toEqual(['9999-12-30'])
    expect(days({ [plan]: PLAN })[0]).toMatchObject({ day: '2031-04-09' })
    expect(days({ [plan]: { ...PLAN, date: '' } }).map(({ uid }) => uid)).not.toContain(plan)
    expect(days({ [plan]: { ...PLAN, date: '9999-12-31' } }).map(({ uid }) => uid)).not.toContain(plan)
  })

  it('has a day for each try that is still open, under a name of its own', () => {
    const tries = [
      { at: 0, done: true, met: '' },
      { at: 2, done: false, met: '' },
      { at: 4, done: false, met: '' },
    ]
    const kept = {
      skill: ladder.skills[0]!.id,
      steps: ['I ask\nthe baker', '', ''],
      weeks: [{ from: '2031-04-07', step: 0, tries }],
    }
    const found = days({ [ladder.id]: kept }).filter(({ uid }) => uid.startsWith(ladder.id))
    expect(found.map(({ uid, day }) => [uid, day])).toEqual([
      [`${ladder.id}-1-2`, '2031-04-09'],
      [`${ladder.id}-1-3`, '2031-04-11'],
    ])
    // A try that is moved to another day keeps its name, so that the calendar moves it too.
    const moved = { ...kept, weeks: [{ from: '2031-04-07', step: 0, tries: [tries[0], { ...tries[1]!, at: 3 }] }] }
    expect(days({ [ladder.id]: moved })[0]).toMatchObject({ uid: `${ladder.id}-1-2`, day: '2031-04-10' })
    expect(found[0]!.title.startsWith(MINE)).toBe(true)
    expect(found[0]!.title).toContain('I ask the baker')
    expect(found[0]!.title).not.toContain('\n')
    const late = { ...kept, weeks: [{ from: '9999-12-28', step: 0, tries }] }
    expect(days({ [ladder.id]: late }).map(({ uid }) => uid)).toContain(`${ladder.id}-1-2`)
    expect(days({ [ladder.id]: late }).map(({ uid }) => uid)).not.toContain(`${ladder.id}-1-3`)
  })

  it('is a calendar of whole days by the book, each with a reminder', () => {
    const found = lines(calendar({ [plan]: PLAN }))
    expect(found[0]).toBe('BEGIN:VCALENDAR')
    expect(found.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(3)
    expect(found.filter(line => line === 'BEGIN:VALARM')).toHaveLength(3)
    expect(found).toContain('DTSTART;VALUE=DATE:20310409')
    expect(found).toContain('DTEND;VALUE=DATE:20310410')
    expect(found).toContain(`UID:${plan}@${page.id}`)
    expect(found).toContain(`SUMMARY:${escaped(MINE + planned(PLAN.if, 'I write to R'))}`)
    expect(found.join()).toContain('I sit on the tram\\; on Monday\\, early')
    expect(found.filter(line => line === 'URL:https://example.org/recall.html')).toHaveLength(3)
  })

  it('folds long lines at 75 octets, between characters', () => {
    const act = 'Ich schreibe Zoë, Jürgen und 佐藤さん drei Zeilen 😀, '.repeat(6)
    const text = calendar({ [plan]: { ...PLAN, then: act } })
    expect(Math.max(...text.split('\r\n').map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines(text).find(line => line.startsWith(`SUMMARY:${escaped(MINE)}`))).toContain(
      act.trim().replaceAll(',', '\\,').slice(0, 200),
    )
  })

  it('takes whatever is typed as words: nobody can write an event of their own into it', () => {
    const found = lines(
      calendar({ [plan]: { ...PLAN, then: 'I go\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:Evil\u0007' } }),
    )
    expect(found.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(3)
    expect(found.filter(line => line.startsWith('SUMMARY:'))).toHaveLength(3)
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
    const UID = `${plan}@${page.id}`

    it('a plan that was moved is the same event on another day, in a later revision', () => {
      const before = read({ [plan]: PLAN })
      const later = new Date(NOW.getTime() + 60_000)
      const after = read({ [plan]: { ...PLAN, date: '2031-04-11' } }, later)
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
        const { title, reminder } = read({ [plan]: { ...PLAN, then: `I open ${then} today` } })[UID]!
        expect(title).toContain(`I open ${then} today`)
        expect(reminder).toBe(title)
      },
    )

    it('a title with line breaks stays one line', () => {
      const of = { ...page, title: 'Four\r\nX-EVIL:1\r\nBEGIN:VEVENT' }
      const file = asCalendar(of, days(), 'https://example.org/', NOW)
      expect(lines(file).filter(line => /^(?:X-EVIL|BEGIN:VEVENT)/.test(line))).toHaveLength(2)
    })

    it('the days to recall say what to do when the answers are gone', () => {
      const { about } = read({})[`recall-21@${page.id}`]!
      expect(about).toContain(page.labels.takeHome!.calendarKept)
    })

    it('a step in Hebrew keeps its direction within the title', () => {
      const tries = [{ at: 0, done: false, met: '' }]
      const weeks = [{ from: '2031-04-07', step: 0, tries }]
      const kept = { skill: ladder.skills[0]!.id, steps: ['לשאול את השכן?', '', ''], weeks }
      expect(read({ [ladder.id]: kept })[`${ladder.id}-1-1@${page.id}`]!.title).toContain('\u2068לשאול את השכן?\u2069')
    })

    it('a plan in Hebrew keeps its direction within the sentence', () => {
      const { title } = read({ [plan]: { ...PLAN, then: 'אני כותב למי?' } })[UID]!
      expect(title).toContain('\u2068אני כותב למי?\u2069')
    })
  })
})
