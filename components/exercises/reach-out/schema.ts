import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, lines, slug } from '../fields'
import type { labels } from './labels'

/** A question with an example of an answer and so many lines for a pen. */
const field = (most: number) => ({
  ask: prose({ max: 220 }),
  example: prose({ max: 320 }).optional(),
  lines: lines().default(most),
})

export const open = {
  /** A few people to choose from, by what helps, and not the first face that comes. */
  shortlist: z.strictObject({
    ask: prose({ max: 220 }),
    /** What may be true of each of them, to be ticked. */
    helps: z
      .array(z.strictObject({ id: slug(), text: line(80) }))
      .min(2)
      .max(4),
  }),
  /** Somebody's weak draft, sentence by sentence. */
  draft: z.strictObject({
    about: prose({ max: 240 }),
    parts: z
      .array(z.strictObject({ id: slug(), text: prose({ max: 180 }) }))
      .min(3)
      .max(8),
  }),
  /** What to think of before one's own message. */
  prompts: z
    .array(z.strictObject({ id: slug(), ...field(1) }))
    .max(3)
    .default([]),
  /** The first message, with what to look for in it before it is sent. */
  message: z.strictObject({
    ...field(4),
    minds: z
      .array(prose({ max: 120 }))
      .min(1)
      .max(4),
  }),
  /** When it is sent. */
  when: z.strictObject(field(1)),
  /** The second message: one small question. */
  second: z.strictObject(field(2)),
  /** For trades in which trust decides: asking somebody close for an introduction. */
  introduction: z.strictObject(field(2)).optional(),
}

export const reveal = {
  /** What was found about choosing, with its source and its limit. */
  choosing: prose({ max: 420 }),
  /** One to each part of the draft, in any order: what is wrong with it and a better line, or why it may stay. */
  mends: z.array(z.strictObject({ part: slug(), why: prose({ max: 240 }), better: prose({ max: 200 }).optional() })),
  /** A good second message, and what was found about such questions, with its limit. */
  second: prose({ max: 320 }),
  finding: prose({ max: 320 }),
  caveat: prose({ max: 320 }),
  /** A good request for an introduction. */
  introduction: prose({ max: 320 }).optional(),
}

const FIELD = { ask: true, example: true, lines: true } as const

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: {
    shortlist: { ask: true, helps: { id: true, text: true } },
    draft: { about: true, parts: { id: true, text: true } },
    prompts: { id: true, ...FIELD },
    message: { ...FIELD, minds: true },
    when: FIELD,
    second: FIELD,
    introduction: FIELD,
  },
  reveal: {
    choosing: true,
    mends: { part: true, why: true, better: true },
    second: true,
    finding: true,
    caveat: true,
    introduction: true,
  },
}

export type ReachOut = LearnerExercise<'reach-out', typeof open, typeof reveal>
export type ReachOutOnPaper = PaperOf<ReachOut>
export type DraftPart = ReachOut['draft']['parts'][number]
export type Mend = ReachOut['reveal']['mends'][number]

declare module '../kind-types' {
  interface KindTypes {
    'reach-out': { exercise: ReachOut; labels: typeof labels }
  }
}

/** Every part of the draft has its mend, some have a better line, and an introduction has its good one. */
export function check({ draft, introduction, reveal }: ReachOut, { complain, didYouMean }: CheckTools) {
  const known = draft.parts.map(({ id }) => id)
  const { mends } = reveal
  mends.forEach(({ part }, index) => {
    if (!known.includes(part))
      complain(
        ['reveal', 'mends', index, 'part'],
        `Expected the id of a part of the draft, found "${part}".`,
        didYouMean(part, known),
      )
    else if (mends.findIndex(each => each.part === part) < index)
      complain(
        ['reveal', 'mends', index, 'part'],
        `Expected one mend to each part, found a second one to "${part}".`,
        'join the two.',
      )
  })
  if (mends.every(({ part }) => known.includes(part)))
    known.forEach((id, index) => {
      if (!mends.some(({ part }) => part === id))
        complain(
          ['draft', 'parts', index, 'id'],
          `Expected a mend to "${id}" in \`reveal.mends\`, found none.`,
          `add one with "part: ${id}"; without \`better\` it says why the part may stay.`,
        )
    })
  if (!mends.some(({ better }) => better))
    complain(
      ['reveal', 'mends'],
      'Expected a draft with something to mend, found no `better` line.',
      'give at least one mend its `better`.',
      'name',
    )
  if (!introduction !== !reveal.introduction)
    complain(
      introduction ? ['introduction'] : ['reveal', 'introduction'],
      introduction
        ? 'Expected a good request to compare with in `reveal.introduction`, found none.'
        : 'Expected the question that it is a good answer to in `introduction`, found none.',
      'write both, or neither.',
      'name',
    )
}
