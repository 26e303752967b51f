import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, lines, slug } from '../fields'
import type { labels } from './labels'

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

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: {
    rating: { question: true, low: true, high: true },
    prompts: { id: true, ask: true, example: true, lines: true },
  },
  reveal: { reading: true },
}

export type Reframe = LearnerExercise<'reframe', typeof open, typeof reveal>
export type ReframeOnPaper = PaperOf<Reframe>

declare module '../kind-types' {
  interface KindTypes {
    reframe: { exercise: Reframe; labels: typeof labels }
  }
}
