import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, slug } from '../fields'
import type { labels } from './labels'

const part = () => z.strictObject({ ask: prose({ max: 140 }), example: line(120) })

export const open = {
  /** The cue: a moment that will surely come. */
  if: part(),
  /** The act: small enough to do on a bad day. */
  then: part(),
  /** Ready-made plans to borrow from, one a mistake. */
  ideas: z
    .array(
      z.strictObject({
        if: line(120),
        then: line(120),
        module: slug()
          .optional()
          .describe('The part it goes with: learners whose self-check points there see it first.'),
      }),
    )
    .max(6)
    .default([]),
}

export const reveal = {
  /** What to do with the plan now that it is whole. */
  next: prose({ max: 320 }),
}

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: {
    if: { ask: true, example: true },
    then: { ask: true, example: true },
    ideas: { if: true, then: true, module: true },
  },
  reveal: { next: true },
}

export type Plan = LearnerExercise<'plan', typeof open, typeof reveal>
export type PlanOnPaper = PaperOf<Plan>

declare module '../kind-types' {
  interface KindTypes {
    plan: { exercise: Plan; labels: typeof labels }
  }
}

/** Every idea goes with a part that is there. */
export function check({ ideas }: Plan, { complain, didYouMean, modules }: CheckTools) {
  ideas.forEach(({ module }, index) => {
    if (module !== undefined && !modules.includes(module))
      complain(
        ['ideas', index, 'module'],
        `Expected the id of a module, found "${module}".`,
        didYouMean(module, modules),
      )
  })
}
