import { z } from 'zod'

import { prose } from '../../text/prose'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, lines, slug } from '../fields'

export const open = {
  /** Asked before and after, on a scale from 0 to 10. */
  rating: z.strictObject({ question: prose({ max: 160 }), low: line(40), high: line(40) }),
  /** The steps of the rewrite, each a question with an example of an answer. */
  prompts: z
    .array(
      z.strictObject({
        id: slug(),
        ask: prose({ max: 160 }),
        example: prose({ max: 200 }).optional(),
        lines: lines().default(2),
      }),
    )
    .min(2)
    .max(6),
}

export const reveal = {
  /** What to make of the two ratings, shown once both are given. */
  reading: prose({ max: 320 }),
}

export const labels = {
  of: line(),
  back: line(),
  next: line(),
  before: line(),
  after: line(),
  rate: line(),
  example: line(),
  yours: line(),
  unrated: line(160),
  rose: line(120),
  same: line(120),
  fell: line(120),
  handsAsk: line(160),
  binRose: line(),
  binSame: line(),
  binFell: line(),
}

export type Reframe = LearnerExercise<'reframe', typeof open, typeof reveal>
export type ReframeOnPaper = PaperOf<Reframe>
