import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, lines } from '../fields'
import { ARRANGEMENTS, ROUNDS } from './arrangements'
import type { labels } from './labels'
import { partyOf } from './party'
import { evening, reached } from './simulation'
import { wayWithin } from './way'

/** An evening to play with: people drift to those they know, until somebody arranges who meets. */
export const open = {
  /** Who came together and know each other; each circle has a shape of its own. */
  circles: z
    .array(z.strictObject({ name: line(40), people: z.array(line(20)).min(3).max(8) }))
    .min(2)
    .max(6),
  /** The luck of the evening: the same number gives the same evening. */
  seed: z.int().min(1).max(9999),
  /** Of a hundred moves, how many go to anyone who is free, known or not. */
  curious: z.int().min(0).max(50).default(10),
  /** When an evening did well: so many people who have met so many of other circles. */
  target: z.strictObject({ faces: z.int().min(1).max(4), people: z.int().min(2).max(48) }),
  /** How many rounds may be arranged in the third act. */
  arranged: z.int().min(1).max(4),
  /** What to think about at the end, in writing. */
  note: z.strictObject({ ask: prose({ max: 200 }), lines: lines().default(2) }),
}

export const reveal = {
  /** What each act shows, once it was played. */
  drift: prose({ max: 240 }),
  arrange: prose({ max: 240 }),
  few: prose({ max: 240 }),
  /** What was found about such evenings, with its source, and its limit. */
  finding: prose({ max: 340 }),
  caveat: prose({ max: 340 }),
  /** What happened where somebody did the arranging, with its source and its limit. */
  helps: prose({ max: 340 }),
  helpsCaveat: prose({ max: 340 }),
  /** Which numbers are made up, and what the model leaves out. */
  model: prose({ max: 340 }),
  /** An answer to hold one's own note against. */
  compare: prose({ max: 240 }),
}

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: {
    circles: { name: true, people: true },
    seed: true,
    curious: true,
    target: { faces: true, people: true },
    arranged: true,
    note: { ask: true, lines: true },
  },
  reveal: {
    drift: true,
    arrange: true,
    few: true,
    finding: true,
    caveat: true,
    helps: true,
    helpsCaveat: true,
    model: true,
    compare: true,
  },
}

export type Mixer = LearnerExercise<'mixer', typeof open, typeof reveal>
export type MixerOnPaper = PaperOf<Mixer>

declare module '../kind-types' {
  interface KindTypes {
    mixer: { exercise: Mixer; labels: typeof labels }
  }
}

/** Nobody has two names, and the evening proves what it is there to prove: too little by itself, enough by a plan. */
export function check(exercise: Mixer, { complain }: CheckTools) {
  const { circles, target } = exercise
  const names = circles.flatMap(({ people }) => people)
  circles.forEach(({ people }, circle) =>
    people.forEach((name, at) => {
      if (names.indexOf(name) < circles.slice(0, circle).reduce((sum, each) => sum + each.people.length, 0) + at)
        complain(
          ['circles', circle, 'people', at],
          `Expected every guest to have a name of their own, found "${name}" twice.`,
          'give one of them another name.',
        )
    }),
  )
  if (target.people > names.length) {
    complain(
      ['target', 'people'],
      `Expected no more than the ${names.length} guests, found ${target.people}.`,
      'lower the number, or invite more people.',
    )
    return
  }
  const party = partyOf(exercise)
  const after = (arrangement: (typeof ARRANGEMENTS)[number]) =>
    reached(
      evening(
        party,
        Array.from({ length: ROUNDS }, () => arrangement),
      )[ROUNDS]!,
      target.faces,
    )
  if (after('free') >= target.people)
    complain(
      ['target', 'people'],
      `Expected a goal that an evening misses when nobody arranges it, found ${after('free')} people who reach it.`,
      'raise the goal, or try another seed.',
    )
  for (const arrangement of ARRANGEMENTS.slice(1)) {
    if (after(arrangement) < target.people)
      complain(
        ['target', 'people'],
        `Expected a goal that an evening of "${arrangement}" reaches, found ${after(arrangement)} people who do.`,
        'lower the goal, or try another seed.',
      )
  }
  if (!wayWithin(exercise))
    complain(
      ['arranged'],
      `Expected a goal that ${exercise.arranged} arranged rounds at the start can reach, found none that do.`,
      'allow one round more, lower the goal, or try another seed.',
    )
}
