import { z } from 'zod'

import { prose } from '../../text/prose'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line } from '../fields'

export const open = {
  /** What to guess, as a question. */
  question: prose({ max: 240 }),
  /** The slider: its ends, its step and what one unit is called ("of 100 strangers"). */
  scale: z
    .strictObject({
      from: z.number(),
      to: z.number(),
      step: z.number().positive(),
      unit: line(60),
    })
    .refine(scale => scale.to > scale.from, { error: 'scale' }),
}

export const reveal = {
  /** The number found, or the range it lies in ("under a third" is from 0 to 33). */
  found: z.strictObject({ from: z.number(), to: z.number() }),
  /** The finding in one sentence, with its source. */
  finding: prose({ max: 320 }),
  /** Its limit in the next sentence. */
  caveat: prose({ max: 320 }),
}

export const labels = {
  guess: line(),
  locked: line(),
  show: line(),
  yourGuess: line(),
  found: line(),
  foundRange: line(),
  gap: line(),
  gapNone: line(),
  sketch: line(),
  foundHere: line(),
  handsAsk: line(120),
}

export type Forecast = LearnerExercise<'forecast', typeof open, typeof reveal>
export type ForecastOnPaper = PaperOf<Forecast>
