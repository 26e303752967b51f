import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, slug } from '../fields'
import type { labels } from './labels'

/** What can be read from a map; each is a measure in words (sentences.ts). */
const READINGS = ['circle', 'apart', 'reach', 'hinge', 'between', 'likeness', 'variety', 'dormant'] as const
export type Reading = (typeof READINGS)[number]

const prompt = () =>
  z.strictObject({
    id: slug(),
    ask: prose({ max: 140 }),
    /** What good practice is: how many, how to search, whom to leave out. */
    tip: prose({ max: 180 }),
    /** Whether it asks for people not spoken to for long. */
    dormant: z.boolean().default(false),
    /** Occupations or places, each to be gone through: a position generator. */
    positions: z.array(line(40)).max(12).default([]),
  })

export const open = {
  /**
   * The questions that bring names to mind (name generators), in order, that a room has time for. One alone brings the
   * closest people alone, so there are two.
   */
  prompts: z.array(prompt()).length(2),
  /** How close people are, from the centre outwards: a ring each. */
  closeness: z.strictObject({ ask: prose({ max: 140 }), rings: z.array(line(40)).min(2).max(4) }),
  /** How many people in a room, and among how many of the nearest it is asked who knows whom. */
  room: z.strictObject({ people: z.int().min(3).max(10), nearest: z.int().min(3).max(5) }),
  /** What there is time for at home, beyond all that. */
  atHome: z.strictObject({
    people: z.int().min(10).max(40),
    prompts: z.array(prompt()).min(1).max(6),
    /** Closed questions about each person. */
    bins: z
      .array(
        z.strictObject({
          id: slug(),
          name: line(40),
          ask: prose({ max: 140 }),
          /** Asks for one's own group, where it is of interest how many people are of another. */
          own: prose({ max: 140 }).optional(),
          options: z
            .array(
              z.strictObject({
                id: slug(),
                text: line(40),
                /** Whether a tie of this group is dormant. */
                dormant: z.boolean().default(false),
              }),
            )
            .min(2)
            .max(8),
        }),
      )
      .max(6)
      .default([]),
  }),
  /** Somebody else's map, to see how it is done before one's own. */
  example: z.strictObject({
    who: prose({ max: 200 }),
    people: z
      .array(z.strictObject({ code: line(12), ring: z.int().min(1).max(4), dormant: z.boolean().default(false) }))
      .min(3)
      .max(8),
    /** Codes of two who know each other. */
    ties: z.array(z.tuple([line(12), line(12)])).max(20),
    reading: prose({ max: 260 }),
    /** What this person answered, by the id of a prompt or of a question about each person, or `closeness`. */
    answers: z.record(slug(), prose({ max: 140 })).default({}),
  }),
  /** How to read the map with a pen. */
  byHand: z
    .array(prose({ max: 180 }))
    .min(1)
    .max(4),
  /** What is read from the map, in this order, and the mistake that it speaks of: a module's id. */
  readings: z.array(z.strictObject({ about: z.enum(READINGS), module: slug(), meaning: prose({ max: 260 }) })).min(1),
  /** Asks for what is missing on the map. */
  gap: z.strictObject({ ask: prose({ max: 160 }), example: line(120) }),
}

export const reveal = {
  /** What to say once people are done: the point of it. */
  point: prose({ max: 320 }),
}

/** A pen has no use for these. */
export const screenOnly = ['atHome', 'example', 'readings']

const PROMPT = { id: true, ask: true, tip: true, dormant: true, positions: true } as const

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: {
    prompts: PROMPT,
    closeness: { ask: true, rings: true },
    room: { people: true, nearest: true },
    atHome: {
      people: true,
      prompts: PROMPT,
      bins: { id: true, name: true, ask: true, own: true, options: { id: true, text: true, dormant: true } },
    },
    example: { who: true, people: { code: true, ring: true, dormant: true }, ties: true, reading: true, answers: true },
    byHand: true,
    readings: { about: true, module: true, meaning: true },
    gap: { ask: true, example: true },
  },
  reveal: { point: true },
}

export type NetworkMap = LearnerExercise<'network-map', typeof open, typeof reveal>
export type NetworkMapOnPaper = PaperOf<NetworkMap>

declare module '../kind-types' {
  interface KindTypes {
    'network-map': { exercise: NetworkMap; labels: typeof labels }
  }
}

/** What the schema cannot say: names that name something, questions for the room, codes of the example. */
export function check(
  { prompts, closeness, atHome, example, readings }: NetworkMap,
  { modules, complain, didYouMean }: CheckTools,
) {
  if (![...prompts, ...atHome.prompts].some(prompt => prompt.dormant))
    complain(
      ['atHome', 'prompts'],
      'Expected a prompt with `dormant: true`, found none.',
      'add one, or mark the one that asks for people not spoken to for long.',
    )
  const codes = example.people.map(({ code }) => code)
  example.people.forEach(({ ring }, index) => {
    if (ring > closeness.rings.length)
      complain(
        ['example', 'people', index, 'ring'],
        `Expected a ring from 1 to ${closeness.rings.length}, found ${ring}.`,
        'use one of the rings of `closeness`.',
      )
  })
  const asked = [...prompts, ...atHome.prompts, ...atHome.bins].map(({ id }) => id).concat('closeness')
  for (const id of Object.keys(example.answers).filter(id => !asked.includes(id)))
    complain(
      ['example', 'answers', id],
      `Expected the id of a question, or "closeness", found "${id}".`,
      didYouMean(id, asked),
      'name',
    )
  example.ties.forEach((pair, index) =>
    pair.forEach((code, end) => {
      if (!codes.includes(code))
        complain(
          ['example', 'ties', index, end],
          `Expected the code of somebody in the example, found "${code}".`,
          didYouMean(code, codes),
        )
    }),
  )
  readings.forEach(({ about, module }, index) => {
    if (!modules.includes(module))
      complain(
        ['readings', index, 'module'],
        `Expected the id of a module, found "${module}".`,
        didYouMean(module, modules),
      )
    if (readings.findIndex(each => each.about === about) < index)
      complain(
        ['readings', index, 'about'],
        `Expected "${about}" once, found it again.`,
        'join the two, or leave one out.',
      )
  })
}
