import { asTable } from '../components/text/csv'
import { activityMinutes } from './actual-minutes'
import type { LiveRoom } from './live-room'
import { viewFor } from './role-views'

/** What is exported of a room: counts, all messages, and the minutes; no names. */
export interface Report {
  workshop: string
  began?: string
  ended?: string
  people: number
  activities: { title: string; planned: number; actual?: number }[]
  exercises: { id: string; title: string; answered: number; counts: Record<string, number>; few: boolean }[]
  messages: { exercise?: string; text: string; votes: number; passed: boolean; answered: boolean }[]
}

/** @param room one at work, or what the log of an earlier one comes to */
export function report({ state, content, exercises }: Pick<LiveRoom, 'state' | 'content' | 'exercises'>): Report {
  const { tallies, messages } = viewFor('facilitator', state, exercises)
  return {
    workshop: content.title,
    ...(state.began !== undefined && { began: new Date(state.began).toISOString() }),
    ...(state.ended !== undefined && { ended: new Date(state.ended).toISOString() }),
    people: state.everyone.size,
    activities: activityMinutes(state, content.activities),
    exercises: Object.entries(tallies).map(([id, { answered, counts = {}, few }]) => ({
      id,
      title: content.exercises[id]!.open.title,
      answered,
      counts,
      few,
    })),
    messages: messages
      .map(({ id: _, ...message }) => message)
      // In the order in which they were written they could be laid beside a memory of who was typing.
      .sort((a, b) => a.text.localeCompare(b.text)),
  }
}

/** The same as one table, for a spreadsheet: what kind of row it is, what it is about, and its number. */
export function asCsv({ activities, exercises, messages }: Report): string {
  const titles = new Map(exercises.map(({ id, title }) => [id, title]))
  const rows: (string | number)[][] = [
    ['kind', 'about', 'what', 'number', 'planned'],
    ...activities.map(({ title, planned, actual }) => ['minutes', title, '', actual ?? '', planned]),
    ...exercises.flatMap(({ title, answered, counts }) => [
      ['answered', title, '', answered, ''],
      ...Object.entries(counts).map(([category, count]) => ['count', title, category, count, '']),
    ]),
    ...messages.map(({ exercise, text, votes }) =>
      exercise ? ['line', titles.get(exercise) ?? exercise, text, votes, ''] : ['question', '', text, votes, ''],
    ),
  ]
  return asTable(rows)
}
