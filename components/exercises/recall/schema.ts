import { z } from 'zod'

import { prose } from '../../text/prose'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, lines, slug } from '../fields'

export const open = {
  /** Questions answered from memory: free text, or one of several options. */
  items: z
    .array(
      z.strictObject({
        id: slug(),
        ask: prose({ max: 200 }),
        lines: lines().default(2),
        options: z
          .array(z.strictObject({ id: slug(), text: line(90) }))
          .min(2)
          .max(5)
          .optional(),
      }),
    )
    .min(2)
    .max(10),
}

export const reveal = {
  /** One per item, in any order. */
  answers: z.array(
    z.strictObject({
      item: slug(),
      answer: prose({ max: 320 }),
      /** For an item with options: the right one, and what to say to each. */
      right: slug().optional(),
      feedback: z.record(slug(), prose({ max: 220 })).optional(),
    }),
  ),
}

export const labels = {
  of: line(),
  back: line(),
  next: line(),
  skip: line(),
  check: line(),
  answer: line(),
  mark: line(),
  had: line(),
  partly: line(),
  not: line(),
  right: line(),
  wrong: line(),
  finished: line(200),
  again: line(),
  locked: line(200),
  handsAsk: line(160),
}

export type Recall = LearnerExercise<'recall', typeof open, typeof reveal>
export type RecallOnPaper = PaperOf<Recall>
