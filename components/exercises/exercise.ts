import type { output, ZodObject, ZodRawShape } from 'zod'

import type { RichText } from '../text/rich-text'

export const GROUPINGS = ['alone', 'pairs', 'threes', 'tables', 'room'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface DebriefQuestion {
  /** What is written about it alone is kept under this name. */
  id: string
  ask: RichText
  /** The same for somebody alone, where the room's words do not fit. */
  alone?: RichText
}

/** What every exercise shares and anyone may see at any time: the open fields. */
export interface OpenExercise {
  /** The file's name without `.yaml`; answers are kept under it. */
  id: string
  kind: string
  title: string
  goal: RichText
  /** Ids of the workshop's objectives that this exercise practises. */
  practises: string[]
  grouping: Grouping
  /**
   * Whole minutes, from the module's activities; of one for home its `minutesAtHome`, on arrival what answering takes.
   */
  minutes: number
  /** Given for an exercise that is for home: no activity and no slide has it. */
  minutesAtHome?: number
  /** What a participant needs in hand. */
  materials: RichText[]
  steps: RichText[]
  /** Beginnings of sentences to say or write: the first words are the hardest. */
  starters: RichText[]
  /** What to ask afterwards; the answers to compare with are in the reveal of a learner's view. */
  debrief: DebriefQuestion[]
  /** How to take part without seeing, hearing, speaking, moving or disclosing. */
  accessible: RichText
  /** The same for a reader alone, where the room's words do not fit. */
  accessibleAlone?: RichText
  /** How a group that meets online does it. */
  remote: RichText
  /** How a reader alone does it. */
  solo: RichText
  /** The exercise that this one asks again, to be compared with it. */
  repeats?: string
}

type Shape<S extends ZodRawShape> = output<ZodObject<S>>

/** An exercise of one kind as a learner's screen gets it: open fields and reveal, nothing else. */
export type LearnerExercise<Kind extends string, Open extends ZodRawShape, Reveal extends ZodRawShape> = OpenExercise &
  Shape<Open> & { kind: Kind; reveal: Shape<Reveal> }

/** The same as paper gets it: open fields only. */
export type PaperOf<E extends { reveal: unknown }> = Omit<E, 'reveal'>

/** What is said about an exercise around it: its own components need none of it, so pages' scripts do not carry it. */
export const SAID_AROUND = [
  'goal',
  'practises',
  'grouping',
  'materials',
  'steps',
  'starters',
  'accessible',
  'accessibleAlone',
  'remote',
  'solo',
] as const satisfies readonly (keyof OpenExercise)[]

/** An exercise as its Screen gets it, whatever its kind. */
export type ShownExercise = Omit<OpenExercise, (typeof SAID_AROUND)[number]>

/** An exercise of any kind, for code that handles all of them alike: what its reveal holds is the kind's. */
export type AnyExercise = ShownExercise & { reveal: unknown }
