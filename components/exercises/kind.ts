import type { RichText } from '../text/rich-text'
import type { WorkshopContext } from '../workshop-context'

/**
 * The pure part of an exercise kind: what an answer to it is, and what many answers come to.
 * No Vue, no DOM, no validator: it runs on a phone, on a server and in a unit test alike.
 */
export interface Kind<E, A> {
  /** Raised when the shape of answers changes; `read` then migrates the older ones. */
  version: number
  empty: (exercise: E) => A
  /** Turns stored or received JSON into an answer; `undefined` when it cannot be understood. Never throws. */
  read: (json: unknown, version: number, exercise: E) => A | undefined
  /** What was done, not what was scrolled past. */
  progress: (answer: A, exercise: E) => Progress
  /** The groups that a room's answers are counted in, in the order they are shown. */
  bins: (exercise: E) => string[]
  /** The groups that one answer counts in; none while it is unfinished. */
  binsOf: (answer: A, exercise: E) => string[]
  /**
   * The answer in words, question by question; nothing for what was left open. It may say what answering
   * reveals, and only that: the words are for the document of whoever answered.
   */
  inWords: (answer: A, exercise: E, context: WorkshopContext) => Said[]
  /**
   * The same exercise cut down to what was not known, to be asked again on another day; nothing when there is
   * nothing left to ask. Only kinds that ask for knowledge have it.
   */
  again?: (answer: A, exercise: E) => E | undefined
  /** A day on which the answer says that something is to happen, for a calendar. */
  appointment?: (answer: A, exercise: E, context: WorkshopContext) => Appointment | undefined
}

/** One thing that somebody wrote or chose, in words, as it stands in the document they take home. */
export interface Said {
  ask: RichText
  /** May have several lines. */
  said: string
}

export interface Appointment {
  /** 2031-04-09 */
  day: string
  title: string
}

export type Progress = 'none' | 'some' | 'done'

/** How many answers fell into each bin: all that a room ever sees of anybody's answer. */
export type Counts = Record<string, number>

/** Counts the answers of many people, by bin. */
export function summarise<E, A>(kind: Kind<E, A>, exercise: E, answers: readonly A[]): Counts {
  const counts: Counts = Object.fromEntries(kind.bins(exercise).map(bin => [bin, 0]))
  for (const answer of answers) {
    for (const bin of kind.binsOf(answer, exercise)) counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts
}

/** Reads counts typed in by hand or received: whole numbers from 0 to 999, known bins only. */
export function readCounts(json: unknown, bins: string[]): Counts {
  const given = isRecord(json) ? json : {}
  return Object.fromEntries(
    bins.map(bin => {
      const count = Number(given[bin])
      return [bin, Number.isInteger(count) && count >= 0 && count <= 999 ? count : 0]
    }),
  )
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text from stored JSON, cut at a length that no honest answer reaches. */
export function readText(value: unknown, max = 4000): string {
  return typeof value === 'string' ? value.slice(0, max) : ''
}

/** A map of texts, for the given names only. */
export function readTexts(value: unknown, names: readonly string[]): Record<string, string> {
  const given = isRecord(value) ? value : {}
  return Object.fromEntries(names.map(name => [name, readText(given[name])]))
}

/** A whole number within bounds, or nothing. */
export function readWhole(value: unknown, from: number, to: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to ? value : undefined
}
