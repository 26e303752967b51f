import { z } from 'zod'

import { prose } from '../../text/prose'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line } from '../fields'

const part = () => z.strictObject({ ask: prose({ max: 140 }), example: line(120) })

export const open = {
  /** The cue: a moment that will surely come. */
  if: part(),
  /** The act: small enough to do on a bad day. */
  then: part(),
  /** Ready-made plans to borrow from, one a mistake. */
  ideas: z
    .array(z.strictObject({ if: line(120), then: line(120) }))
    .max(6)
    .default([]),
}

export const reveal = {
  /** What to do with the plan now that it is whole. */
  next: prose({ max: 320 }),
}

export const labels = {
  of: line(),
  back: line(),
  next: line(),
  if: line(),
  then: line(),
  example: line(),
  date: line(),
  partner: line(),
  partnerAsk: line(120),
  said: line(120),
  mine: line(),
  sentence: line(200),
  sentenceDate: line(120),
  sentencePartner: line(120),
  ideas: line(),
  borrow: line(),
  another: line(),
  handsAsk: line(160),
  soon: line(),
  week: line(),
  later: line(),
  undated: line(),
}

export type Plan = LearnerExercise<'plan', typeof open, typeof reveal>
export type PlanOnPaper = PaperOf<Plan>
