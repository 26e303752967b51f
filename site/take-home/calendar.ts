import { generateIcsCalendar } from 'ts-ics'

import type { AnswerStore } from '../../components/composables/answer-store'
import { readStored } from '../../components/composables/stored'
import { kindOf } from '../../components/exercises/registry'
import { fill } from '../../components/fill'
import { fillPlural } from '../../components/plural'
import { dayAfter, EARLIEST_DAY } from '../../components/text/day'
import { plainText } from '../../components/text/rich-text'
import type { PageData } from '../page-data'
import { DATES, datesKind } from '../recall-dates'

/** A whole day in a calendar. */
export interface Day {
  /**
   * The same however often it is saved, and on whatever day it falls: a later file then moves the entry of an
   * earlier one.
   */
  uid: string
  day: string
  title: string
  about: string
}

/**
 * The days to come: those on which an answer says that something is to happen, and those on which to recall.
 * @param today 2031-04-09; the days of recall are counted from it where no other day is known
 */
export function daysToCome(page: PageData, store: Pick<AnswerStore, 'entry'>, today: string): Day[] {
  const words = page.labels.takeHome!
  const plans = Object.values(page.exercises).flatMap(exercise => {
    const answer = readStored(store.entry(exercise.id).value, exercise)
    const days = answer === undefined ? [] : (kindOf(exercise.kind).appointments?.(answer, exercise, page) ?? [])
    return days
      .filter(({ day }) => canBeWritten(day))
      .map(({ key, day, title }) => ({
        uid: key ? `${exercise.id}-${key}` : exercise.id,
        day,
        title: fill(words.calendarPlan, { plan: title }),
        about: title,
      }))
  })
  const from = datesKind.read(store.entry(DATES).value?.answer)?.from ?? ''
  return [...plans, ...recallDays(page, from < EARLIEST_DAY ? today : from)]
}

/** @param from 2031-04-09; the days of recall are counted from it */
export function recallDays(page: Pick<PageData, 'followUp' | 'labels' | 'title' | 'language'>, from: string): Day[] {
  const words = page.labels.takeHome!
  return page.followUp
    .map(({ days, ask }) => ({
      uid: `recall-${days}`,
      day: dayAfter(from, days),
      title: fillPlural(words.calendarRecall, days, page, { title: page.title }),
      about: [...ask.map(({ ask }) => plainText(ask)), words.calendarKept].join('\n\n'),
    }))
    .filter(({ day }) => canBeWritten(day))
}

/** The last day that a calendar can write has no day after it. */
const canBeWritten = (day: string) => day !== '' && day < '9999-12-31'

/**
 * An iCalendar file (RFC 5545) of whole days, each with a reminder at nine in the morning.
 * @param address of the page where the recall round is
 * @param now stamps and numbers the entries, so that a file saved later replaces what an earlier one put into a
 * calendar
 */
export function asCalendar(
  page: Pick<PageData, 'id' | 'title' | 'labels' | 'language'>,
  days: readonly Day[],
  address: string,
  now: Date,
): string {
  return folded(
    generateIcsCalendar({
      version: '2.0',
      prodId: `-//${page.id}//${page.language}`,
      method: 'PUBLISH',
      name: escaped(oneLine(fill(page.labels.takeHome!.calendarName, { title: page.title }))),
      events: days.map(({ uid, day, title, about }) => ({
        uid: `${uid}@${page.id}`,
        sequence: Math.max(0, Math.floor((now.getTime() - FIRST_REVISION) / 1000)),
        stamp: { date: now },
        start: { type: 'DATE', date: new Date(`${day}T00:00:00Z`) },
        end: { type: 'DATE', date: new Date(`${dayAfter(day, 1)}T00:00:00Z`) },
        summary: oneLine(title),
        description: tidy(`${about}\n\n${address}`),
        url: address,
        timeTransparent: 'TRANSPARENT',
        alarms: [
          {
            action: 'DISPLAY',
            description: escaped(oneLine(title)),
            trigger: { type: 'relative', value: { hours: 9 } },
          },
        ],
      })),
    }),
  )
}

/** Revisions are counted in seconds from here, since nothing tells how many files were saved before. */
const FIRST_REVISION = Date.UTC(2020, 0, 1)

const encoder = new TextEncoder()

/** No line of more than 75 octets (RFC 5545, 3.1), and no character cut in two: the library counts characters. */
function folded(calendar: string): string {
  return calendar
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map(line => {
      let [folded, octets] = ['', 0]
      for (const character of line) {
        const more = encoder.encode(character).length
        if (octets + more > 75) {
          folded += '\r\n '
          octets = 1
        }
        folded += character
        octets += more
      }
      return folded
    })
    .join('\r\n')
}

/** Text as RFC 5545 (3.3.11) has it, where the library writes it as it comes: in alarms and in the calendar's name. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&')
const tidy = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')
const oneLine = (text: string) => tidy(text).replace(/\s+/g, ' ').trim()
