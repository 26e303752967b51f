import type { Kind } from '../kind'
import { isRecord, readText } from '../kind'
import { daysBetween, readDay } from './calendar'

export interface PlanAnswer {
  if: string
  then: string
  /** The day it happens, 2031-04-09; empty until it is chosen. */
  date: string
  /** The day on which the date was chosen, so that a room can count how soon, whoever looks later. */
  madeOn: string
  partner: string
  /** Whether it has been said aloud. */
  said: boolean
}

/** How soon the day is, as a room counts it. */
export const DISTANCES = ['soon', 'week', 'later', 'undated'] as const
export type Distance = typeof DISTANCES[number]

const SOON = 2
const WEEK = 7

export const plan: Kind<unknown, PlanAnswer> = {
  version: 1,
  empty: () => ({ if: '', then: '', date: '', madeOn: '', partner: '', said: false }),
  read(json) {
    if (!isRecord(json))
      return undefined
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
  progress(answer) {
    const parts = [answer.if.trim(), answer.then.trim(), answer.date, answer.partner.trim()]
    return parts.every(Boolean) ? 'done' : parts.some(Boolean) || answer.said ? 'some' : 'none'
  },
  bins: () => [...DISTANCES],
  binsOf(answer) {
    const distance = distanceOf(answer)
    return distance ? [distance] : []
  },
}

/** Nothing while there is no plan yet; a plan without a day counts too, since a room wants to hear of it. */
export function distanceOf(answer: PlanAnswer): Distance | undefined {
  if (!answer.if.trim() || !answer.then.trim())
    return undefined
  if (!answer.date)
    return 'undated'
  const days = daysBetween(answer.madeOn, answer.date)
  if (days === undefined)
    return undefined
  return days <= SOON ? 'soon' : days <= WEEK ? 'week' : 'later'
}
