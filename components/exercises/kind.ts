import type { RichText } from '../text/rich-text'
import type { WorkshopContext } from '../workshop-context'
import type { AnyExercise } from './exercise'
import type { SecondsAloud } from './working-time'

/**
 * The pure part of an exercise kind: what an answer to it is, and what many answers come to. answer.ts of a kind's
 * folder exports it as `kind`. No Vue, no DOM, no validator: it runs on a phone, on a server and in a unit test alike.
 * @template E as much of an exercise as is asked
 * @template A an answer to it
 * @template R the exercise's reveal
 */
export interface Kind<E, A, R = unknown> {
  /** Raised when the shape of answers changes; `read` then migrates the older ones. */
  version: number
  empty: (exercise: E) => A
  /**
   * Turns stored or received JSON into an answer; `undefined` when it cannot be understood. Never throws.
   * Like `progress`, it does without the reveal and what all exercises share: a page that only counts what was done has
   * neither.
   */
  read: (json: unknown, version: number, exercise: E) => A | undefined
  /** What was done, not what was scrolled past. */
  progress: (answer: A, exercise: E) => Progress
  /** The categories that a room's answers are tallied in, in the order they are shown. */
  categories: (exercise: E) => string[]
  /** The categories that one answer counts in; none while it is unfinished. */
  categoriesOf: (answer: A, exercise: E) => string[]
  /**
   * What the categories are called, in their order: a room votes by hand with as many fingers as the number of its
   * answer. Kinds whose answers may count in several categories leave it out.
   */
  categoryNames?: (exercise: E, context: WorkshopContext) => string[]
  /**
   * What of it stands beside the script in the guide, where a facilitator looks while it runs: its worksheet, drawn
   * small; its answer key, where that prints the questions as well; or both. Keys that are not there stand at the
   * guide's end.
   * @default 'worksheet'
   */
  besideScript?: 'worksheet' | 'key' | 'both'
  /** The key by which an answer is counted, in a few lines, for the facilitator's cue card. */
  countingKey?: (exercise: E, context: WorkshopContext) => string[]
  /**
   * The answer as text, question by question; nothing for what was left open. It may repeat what answering
   * reveals, and no other reveal: the text is for the document of the person who answered.
   */
  toText: (answer: A, exercise: E, context: WorkshopContext) => AnswerText[]
  /** What a screen reveals once the exercise is answered, apart from any answer: the guide prints it. */
  revealed: (reveal: R) => RichText[]
  /**
   * Seconds that answering takes, without the way into pairs or groups: see working-time.ts.
   * @param aloud seconds for what is read aloud meanwhile
   */
  workingSeconds: (exercise: E, aloud: SecondsAloud) => number
  /** As much of it as is asked the first time, where its record holds more for later days: what a lesson carries. */
  first?: (exercise: E) => E
  /**
   * The same exercise for another day. What was known once is asked again as well, since that is what keeps it in
   * mind (Karpicke and Roediger 2007); a kind that has new cases asks those. Only kinds that ask for knowledge have it.
   * @param exercise as it was asked the last time
   * @param original whole, as its record has it
   */
  again?: (exercise: E, original: E) => E
  /**
   * As much of an answer as a live room needs to tell its categories, for kinds whose categories cannot be told without
   * the reveal: a phone sends this to the room's server, which keeps the categories alone. Without it a phone sends the
   * categories, and the answer never leaves it.
   */
  forRoom?: (answer: A, exercise: E) => unknown
  /**
   * Whether a live room goes on counting once the reveal was shown: for people who judge their own answers by it, or
   * vote step by step.
   */
  openAfterReveal?: boolean
  /**
   * Whether somebody has done what a live room asks for first, where that is less than the whole exercise: the
   * projector counts how many have. @default whether the answer is done
   */
  doneInRoom?: (answer: A, exercise: E) => boolean
  /** A live room shows no counts of fewer answers, since they could show what one person answered. @default 1 */
  fewest?: number
  /** Days on which the answer says that something is to happen, for a calendar. */
  appointments?: (answer: A, exercise: E, context: WorkshopContext) => Appointment[]
  /** What the answer offers to whatever makes plans of such ideas: components/composables/ideas.ts gathers them. */
  ideas?: (answer: A, exercise: E, context: WorkshopContext) => Idea[]
  /** What was written that is worth having before one's eyes when a plan is made. */
  reminders?: (answer: A, exercise: E, context: WorkshopContext) => AnswerText[]
  /** Ids of the modules that the answer points to: ideas that go with them come first. */
  pointsTo?: (answer: A, exercise: E) => string[]
  /** Whether it makes something of all that; pages bring along what gives it. */
  takesIdeas?: true
  /** Whom the answer suggests to write to, the most useful first: components/composables/people.ts gathers them. */
  people?: (answer: A, exercise: E) => SuggestedPerson[]
  /** Whether it asks for people to write to; pages bring along what suggests some. */
  takesPeople?: true
}

/** A kind whose types are not known: for stores, rooms and documents, which handle all kinds alike. */
export type AnyKind = Kind<AnyExercise, unknown>

/** One question and what was written or chosen, as it stands in the document that is taken home. */
export interface AnswerText {
  ask: RichText
  /** May have several lines. */
  text: string
}

/** A small act, and the moment for it, as the two halves of “If …, then …”. */
export interface Idea {
  if: string
  then: string
}

/** Somebody who may have news that the people close to you do not have. */
export interface SuggestedPerson {
  /** Initials or a code. */
  code: string
  /** Whether touch was lost. */
  dormant: boolean
  /** Whether they lead to people whom the others do not know. */
  bridging: boolean
}

export interface Appointment {
  /** Tells several days of one answer apart, and stays with a try when its day is changed. */
  key?: string
  /** 2031-04-09 */
  day: string
  title: string
}

export type Progress = 'none' | 'some' | 'done'

/** How many answers fell into each category: all that a room ever sees of single answers. */
export type Counts = Record<string, number>

/** Counts the answers of many people, category by category. */
export function tally<E, A>(
  kind: Pick<Kind<E, A>, 'categories' | 'categoriesOf'>,
  exercise: E,
  answers: readonly A[],
): Counts {
  const counts: Counts = Object.fromEntries(kind.categories(exercise).map(category => [category, 0]))
  for (const answer of answers) {
    for (const category of kind.categoriesOf(answer, exercise)) counts[category] = (counts[category] ?? 0) + 1
  }
  return counts
}

/** Reads counts typed in by hand or received: whole numbers from 0 to 999, known categories only. */
export function readCounts(json: unknown, categories: string[]): Counts {
  const given = isRecord(json) ? json : {}
  return Object.fromEntries(
    categories.map(category => {
      const count = Number(given[category])
      return [category, Number.isInteger(count) && count >= 0 && count <= 999 ? count : 0]
    }),
  )
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text from stored JSON, cut at a length that what people write here does not reach. */
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
