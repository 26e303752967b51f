import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, slug } from '../fields'
import type { labels } from './labels'

/** What one does on a step, as a sentence that begins with "I": a plan takes it over as it stands. */
const step = () => line(110)

export const open = {
  /** Small skills to choose one from. */
  skills: z
    .array(
      z.strictObject({
        id: slug(),
        name: line(60),
        /** What it is made of. */
        how: prose({ max: 120 }),
        /** An example for each step: easy, one step further, brave. */
        steps: z.tuple([step(), step(), step()]),
      }),
    )
    .min(2)
    .max(8),
}

export const reveal = {
  /** What to do with the ladder now that it stands. */
  point: prose({ max: 320 }),
  /** Why small and often: what was found, with its source. */
  finding: prose({ max: 320 }),
  /** Its limit in the next sentence. */
  caveat: prose({ max: 320 }),
}

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: { skills: { id: true, name: true, how: true, steps: true } },
  reveal: { point: true, finding: true, caveat: true },
}

export type SkillLadder = LearnerExercise<'skill-ladder', typeof open, typeof reveal>
export type SkillLadderOnPaper = PaperOf<SkillLadder>

declare module '../kind-types' {
  interface KindTypes {
    'skill-ladder': { exercise: SkillLadder; labels: typeof labels }
  }
}
