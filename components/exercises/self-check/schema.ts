import { z } from 'zod'

import { prose } from '../../text/prose'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, slug } from '../fields'

export const open = {
  /** Five answers from "not at all" to "very much", lowest first; they count 1 to 5. */
  scale: z.array(line(30)).length(5),
  statements: z
    .array(z.strictObject({ id: slug(), text: prose({ max: 140 }) }))
    .min(4)
    .max(20),
}

export const reveal = {
  /** How the numbers come about, and what they are not. */
  explanation: prose({ max: 500 }),
  /** One entry a mistake: which statements speak of it, and where to start if it is yours. */
  profile: z
    .array(
      z.strictObject({
        module: slug(),
        statements: z.array(slug()).min(1),
        /** Statements that count backwards: 5 becomes 1. */
        reversed: z.array(slug()).default([]),
        suggestion: prose({ max: 260 }),
      }),
    )
    .min(2),
}

export const labels = {
  of: line(),
  back: line(),
  next: line(),
  showProfile: line(),
  allAnswered: line(160),
  open: line(160),
  toOpen: line(),
  profile: line(),
  yours: line(),
  range: line(),
  leftOut: line(),
  strongest: line(160),
  strongestSeveral: line(160),
  level: line(160),
  howScored: line(),
  first: line(),
  now: line(),
  lower: line(),
  higher: line(),
  unchanged: line(),
  missing: line(160),
  handsAsk: line(160),
  circle: line(120),
  sums: line(),
}

export type SelfCheck = LearnerExercise<'self-check', typeof open, typeof reveal>
export type SelfCheckOnPaper = PaperOf<SelfCheck>
