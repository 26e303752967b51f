import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, lines, slug } from '../fields'
import type { labels } from './labels'

/*
 * A small kind of exercise to copy: one answer is chosen and given a reason. To make a kind of your own, copy this
 * folder to one with the kind's name (lower case, hyphens between words), and in the copy put that name in place of
 * `opinion` and `Opinion`, in files and in their names. Every output finds the folder; nothing outside of it names a
 * kind. A folder that begins with an underscore, like this one, is no kind.
 *
 * `npm run check` asks for schema.ts, labels.ts, answer.ts, Screen, Paper and Results; the tests ask for both examples.
 * A kind may also have an AnswerKey (here), a Slide with what a room must see of it, in place of its Screen (as plan
 * has), a Picture of an answer for the take-home document (as network-map has), and styles of its own that slides or
 * paper alone need: slide.css, paper.css.
 *
 * This file is for build time: zod stays out of pages, so components import types alone from here.
 */

/** Fields of the YAML beside those that all exercises share (exercise.ts). Anyone may see them at any time. */
export const open = {
  question: prose({ max: 200 }),
  options: z
    .array(z.strictObject({ id: slug(), text: line(80) }))
    .min(2)
    .max(5),
  reason: z.strictObject({ ask: prose({ max: 160 }), lines: lines().default(1) }),
}

/**
 * Fields under `reveal`: on a screen after answering, in the guide, never on a worksheet. A field called `finding` has
 * to cite a source that was seen (model/checks/citations.ts).
 */
export const reveal = {
  /** What there is to say to an option, in any order; an option may have nothing. */
  comments: z.array(z.strictObject({ option: slug(), comment: prose({ max: 220 }) })).min(1),
}

/** What leaves the facilitator's view: a field that is not named here is a type error, and reaches no learner. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: { question: true, options: { id: true, text: true }, reason: { ask: true, lines: true } },
  reveal: { comments: { option: true, comment: true } },
}

export type Opinion = LearnerExercise<'opinion', typeof open, typeof reveal>
export type OpinionOnPaper = PaperOf<Opinion>

/** Makes the kind known to the compiler; the registries find the folder. */
declare module '../kind-types' {
  interface KindTypes {
    // The quotes stay for names with a hyphen.
    // prettier-ignore
    'opinion': { exercise: Opinion; labels: typeof labels }
  }
}

/** What the schema cannot say: every name in a record must name something. `npm run check` prints what is wrong. */
export function check({ options, reveal: { comments } }: Opinion, { complain, didYouMean }: CheckTools) {
  const known = options.map(({ id }) => id)
  comments.forEach(({ option }, index) => {
    if (!known.includes(option))
      complain(
        ['reveal', 'comments', index, 'option'],
        `Expected the id of an option, found "${option}".`,
        didYouMean(option, known),
      )
    else if (comments.findIndex(each => each.option === option) < index)
      complain(
        ['reveal', 'comments', index, 'option'],
        `Expected one comment to each option, found a second one to "${option}".`,
        'join the two.',
      )
  })
}
