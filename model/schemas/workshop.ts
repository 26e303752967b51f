import { z } from 'zod'

import { line, slug } from '../../components/exercises/fields'
import { prose } from '../../components/text/prose'
import { DOCUMENTS } from '../documents'
import { isLanguageTag } from '../language'
import { LONGEST_ROOM } from '../longest-room'
import { PAPER_SIZES } from '../paper-size'

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'clock' })

/** content/workshop.yaml: what holds for the whole workshop. */
export const workshopSchema = z.strictObject({
  id: slug().describe(
    "What answers are kept under on a learner's device. Renaming it loses them; " +
      'a workshop of your own needs an id of its own.',
  ),
  title: line(60),
  subtitle: line(120),
  language: z
    .string()
    .refine(isLanguageTag, { error: 'language' })
    .describe('The tag of the language that all content is written in, such as en-GB, pt-BR or zh-Hans.'),
  promise: prose({ max: 220 }).describe('What a participant gets, in one sentence.'),
  length: z.int().min(10).max(480).describe('Minutes, breaks included; the activities must add up to it.'),
  start: clock.describe('When the workshop begins, HH:MM. --start overrides it.'),
  people: z.int().min(2).max(500).describe('How many participants to print for. --people overrides it.'),
  room: line(LONGEST_ROOM).optional().describe('Where it takes place. --room overrides it.'),
  paper: z
    .enum(PAPER_SIZES)
    .optional()
    .describe('Print on this paper alone; without it, on both. --paper overrides it.'),
  pace: z
    .int()
    .min(60)
    .max(220)
    .default(130)
    .describe('Words spoken in a minute; the minutes of every activity are counted by it.'),
  tableSize: z.int().min(2).max(12).describe('People at a table.'),
  groundRules: z
    .array(prose({ max: 140 }))
    .min(2)
    .max(6),
  objectives: z.array(z.strictObject({ id: slug(), text: prose({ max: 160 }) })).min(1),
  materials: z
    .array(
      z.strictObject({
        item: prose({ max: 120 }),
        per: z.enum(['person', 'table', 'facilitator', 'room']),
        count: z.int().min(1).default(1),
        spare: z.int().min(0).default(0),
        prints: z
          .enum(DOCUMENTS)
          .optional()
          .describe('Which document this is, so that the print list counts its copies.'),
      }),
    )
    .min(1),
  feedback: z.strictObject({
    title: line(60),
    intro: prose({ max: 240 }),
    scale: z.array(line(24)).length(5),
    statements: z
      .array(z.strictObject({ id: slug(), text: prose({ max: 140 }) }))
      .min(1)
      .max(6),
    questions: z
      .array(z.strictObject({ id: slug(), ask: prose({ max: 160 }), lines: z.int().min(1).max(8) }))
      .min(1)
      .max(4),
  }),
  followUp: z
    .array(
      z.strictObject({
        days: z.int().min(1).max(365).describe('How many days after the workshop.'),
        ask: z
          .array(
            z.strictObject({
              id: slug().describe('What a reader alone writes about it is kept under this name.'),
              ask: prose({ max: 240 }).describe('In the guide, in the calendar file, on the self-paced pages.'),
              compare: prose({ max: 320 }).describe('An answer to compare with; a reader alone sees it after writing.'),
            }),
          )
          .min(1)
          .max(5),
        facilitator: prose().describe('What the facilitator does on that day; never in anything a learner gets.'),
      }),
    )
    .min(1),
  address: z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+\/(?:[^\s?#]*\/)?$/, { error: 'address' })
    .optional()
    .describe(
      'Where the self-paced site is published, with a slash at the end: ' +
        'for its canonical addresses, social image and sitemap.',
    ),
  keep: z.int().min(1).max(90).default(7).describe('Days after which what a live room gathered is deleted by itself.'),
  credits: z.array(prose()).min(1),
  licence: z.strictObject({ code: line(60), content: line(120) }),
})

export type WorkshopRecord = z.output<typeof workshopSchema>
