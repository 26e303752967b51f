import { z } from 'zod'

import type { AllowList } from '../exercises/allow-list'
import { line } from '../exercises/fields'
import { BOUNDS } from './picture'

const what = line(70).describe('What is counted or compared, above the picture.')
const label = line(34)
const bound = z.enum(BOUNDS).default('exactly').describe('How the number is meant: "most" for "under a third".')
const ofHundred = z.int().min(0).max(100)

/** A hundred people as dots: what was guessed, and what was found. */
const of100 = z.strictObject({
  kind: z.literal('of-100'),
  what,
  guessed: ofHundred.optional(),
  guessedIs: bound,
  found: ofHundred,
  foundIs: bound,
})

/** A few among ten thousand: what is small stays small. */
const in10000 = z.strictObject({
  kind: z.literal('in-10000'),
  what,
  rows: z
    .array(z.strictObject({ label, n: z.int().min(1).max(2500) }))
    .min(1)
    .max(2),
})

/** Two to four shares, in per cent. */
const bars = z.strictObject({
  kind: z.literal('bars'),
  what,
  bars: z
    .array(z.strictObject({ label, percent: z.number().min(0).max(100) }))
    .min(2)
    .max(4),
})

/** The order alone, where a study is known to us by no more than that. */
const ladder = z
  .strictObject({
    kind: z.literal('ladder'),
    what,
    rungs: z
      .array(
        z.strictObject({ label, place: z.int().min(1).max(4).describe('1 is the top; equals have the same place.') }),
      )
      .min(2)
      .max(4),
  })
  .superRefine(({ rungs }, context) => {
    const places = [...new Set(rungs.map(({ place }) => place))]
    const last = Math.max(...places)
    if (places.length < 2 || places.length < last)
      context.addIssue({
        code: 'custom',
        path: ['rungs'],
        message: `Expected two places or more without a gap from 1, found ${places.sort((a, b) => a - b).join(', ')}.`,
        params: { hint: 'number the places from the top, 1, 2 and so on; things side by side have the same one.' },
      })
  })

const moment = z.strictObject({ label, value: z.number().positive().max(1_000_000) })

/** The same thing twice: without something and with it, or before it and after. */
const beforeAfter = z.strictObject({ kind: z.literal('before-after'), what, before: moment, after: moment })

/** A finding as something one can see. Where a study gives no number, only a ladder is honest. */
export const pictureSchema = z.discriminatedUnion('kind', [of100, in10000, bars, ladder, beforeAfter])
export type Picture = z.output<typeof pictureSchema>
export type PictureOf<Kind extends Picture['kind']> = Extract<Picture, { kind: Kind }>

/** All of it, wherever a view has the finding that it belongs to. */
export const allowedPicture: AllowList<Picture> = {
  kind: true,
  what: true,
  guessed: true,
  guessedIs: true,
  found: true,
  foundIs: true,
  rows: { label: true, n: true },
  bars: { label: true, percent: true },
  rungs: { label: true, place: true },
  before: { label: true, value: true },
  after: { label: true, value: true },
}
