import { dayAfter, daysBetween, readDay } from '../components/text/day'

/** The name under which the day is kept from which the rounds are counted: no exercise can have it. */
export const DATES = 'recall/dates'

export interface RecallDates {
  /** 2031-04-09; empty as long as nothing was finished and no day was set. */
  from: string
  /** Whether its owner set it: then finishing an exercise does not move it. */
  set: boolean
}

export const datesKind = {
  version: 1,
  read(json: unknown): RecallDates | undefined {
    const { from, set } = (json ?? {}) as { from?: unknown; set?: unknown }
    const day = readDay(from)
    return day ? { from: day, set: set === true } : undefined
  },
}

export interface DueRound {
  /** From 1. */
  number: number
  days: number
  day: string
  /** Days until it is due; negative once that is past. */
  left: number
  state: 'done' | 'today' | 'late' | 'later'
}

/**
 * When each round is due. Late ones wait, and move no other.
 * @param from the day from which they are counted
 * @param days after how many days each round is due, in order
 * @param done how many rounds were done, whenever that was
 */
export function dueRounds(from: string, days: readonly number[], done: number, today: string): DueRound[] {
  return days.flatMap((each, index) => {
    const day = dayAfter(from, each)
    const left = daysBetween(today, day)
    if (left === undefined) return []
    const state = index < done ? 'done' : left > 0 ? 'later' : left < 0 ? 'late' : 'today'
    return [{ number: index + 1, days: each, day, left, state } as const]
  })
}

/** The first round that was not done; none once all were. */
export const nextRound = (rounds: readonly DueRound[]) => rounds.find(({ state }) => state !== 'done')
