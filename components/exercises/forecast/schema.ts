import { z } from 'zod'

import { checkPicture } from '../../findings/check'
import { allowedPicture, pictureSchema } from '../../findings/schema'
import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line } from '../fields'
import type { labels } from './labels'

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
  /** The finding as something one can see. */
  picture: pictureSchema.optional(),
}

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: { question: true, scale: { from: true, to: true, step: true, unit: true } },
  reveal: { found: { from: true, to: true }, finding: true, caveat: true, picture: allowedPicture },
}

export type Forecast = LearnerExercise<'forecast', typeof open, typeof reveal>
export type ForecastOnPaper = PaperOf<Forecast>

declare module '../kind-types' {
  interface KindTypes {
    forecast: { exercise: Forecast; labels: typeof labels }
  }
}

/** What was found lies on the scale, and the picture has the numbers of the finding. */
export function check({ scale, reveal: { found, ...told } }: Forecast, { complain }: CheckTools) {
  checkPicture(told, ['reveal'], complain)
  const { picture } = told
  const wanted = found.from === found.to ? `${found.from}` : `${found.from} to ${found.to}`
  if (picture?.kind === 'of-100' && (picture.found < found.from || picture.found > found.to))
    complain(
      ['reveal', 'picture', 'found'],
      `Expected what was found, ${wanted}, found ${picture.found}.`,
      'give the picture the number of `found`.',
    )
  if (found.from > found.to || found.from < scale.from || found.to > scale.to)
    complain(
      ['reveal', 'found'],
      `Expected a finding on the scale from ${scale.from} to ${scale.to}, found ${found.from} to ${found.to}.`,
      'widen the scale, or mend the two numbers so that the smaller one comes first.',
    )
}
