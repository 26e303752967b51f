import { dayInWords, daysBetween, EARLIEST_DAY, readDay } from '../../text/day'
import type { AnswerText, Kind } from '../kind'
import { isRecord, readText } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE } from '../working-time'
import type { Plan, PlanOnPaper } from './schema'
import { sentenceOf } from './sentence'

export interface PlanAnswer {
  if: string
  then: string
  /** The day it happens, 2031-04-09; empty until it is chosen. */
  date: string
  /** The day on which the date was chosen, so that a room can count how soon it was, also when it is shown later. */
  madeOn: string
  partner: string
  /** Whether it has been said aloud. */
  said: boolean
}

/** How soon the day is, as a room counts it. */
export const DISTANCES = ['soon', 'week', 'later', 'undated'] as const
export type Distance = (typeof DISTANCES)[number]

const SOON = 2
const WEEK = 7

type Asked = Pick<PlanOnPaper, 'if' | 'then'>

/** How many lines a pen gets for the moment, and as many for the act. */
export const LINES = 2

export const kind: Kind<Asked, PlanAnswer, Plan['reveal']> = {
  version: 1,
  empty: () => ({ if: '', then: '', date: '', madeOn: '', partner: '', said: false }),
  read(json) {
    if (!isRecord(json)) return undefined
    const date = readDay(json.date)
    return {
      if: readText(json.if, 400),
      then: readText(json.then, 400),
      date,
      madeOn: date && readDay(json.madeOn),
      partner: readText(json.partner, 80),
      said: json.said === true,
    }
  },
  // Not everybody wants a partner, or has one at hand.
  progress({ if: moment, then, date, partner, said }) {
    const parts = [moment.trim(), then.trim(), date]
    return parts.every(Boolean) ? 'done' : parts.some(Boolean) || partner.trim() || said ? 'some' : 'none'
  },
  categories: () => [...DISTANCES],
  categoryNames: (_, { labels: { plan: labels } }) => DISTANCES.map(key => labels[key]),
  categoriesOf(answer) {
    const distance = distanceOf(answer)
    return distance ? [distance] : []
  },
  /** The plan as it is said aloud. As long as it is no sentence yet, what there is of it stands by itself. */
  toText(answer, exercise, { labels: { plan: labels }, language }) {
    const day = (day: string) => dayInWords(day, language)
    const sentence = sentenceOf(answer, labels, day)
    const aloud = answer.said ? labels.said : ''
    const parts: [ask: AnswerText['ask'], text: string][] = sentence
      ? [[[labels.mine], [sentence, aloud].filter(Boolean).join('\n')]]
      : [
          [exercise.if.ask, answer.if.trim()],
          [exercise.then.ask, answer.then.trim()],
          [[labels.date], answer.date && day(answer.date)],
          [[labels.partner], answer.partner.trim()],
          [[labels.mine], aloud],
        ]
    return parts.flatMap(([ask, text]) => (text ? [{ ask, text }] : []))
  },
  revealed: ({ next }) => [next],
  /** The moment and the act are written; the day, the partner's initials and having said it aloud are chosen. */
  workingSeconds: () => 2 * LINES * SECONDS_A_LINE + 3 * SECONDS_A_CHOICE,
  /** A day before the one on which it was chosen is half typed, or a slip: it gives no appointment. */
  appointments(answer, _exercise, { labels }) {
    const title = sentenceOf({ ...answer, date: '', partner: '' }, labels.plan, String)
    return title && answer.date >= (answer.madeOn || EARLIEST_DAY) ? [{ day: answer.date, title }] : []
  },
  takesIdeas: true,
}

/** Nothing while there is no plan yet; a plan without a day has a category of its own. */
export function distanceOf(answer: PlanAnswer): Distance | undefined {
  if (!answer.if.trim() || !answer.then.trim()) return undefined
  if (!answer.date) return 'undated'
  const days = daysBetween(answer.madeOn, answer.date)
  if (days === undefined) return undefined
  return days <= SOON ? 'soon' : days <= WEEK ? 'week' : 'later'
}
