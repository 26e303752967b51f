import { z } from 'zod'

import { line, slug } from '../../components/exercises/fields'
import { pictureSchema } from '../../components/findings/schema'
import { ACCENTS } from '../../components/look/accents'
import { MOST_MISTAKES } from '../../components/look/constellation'
import { prose } from '../../components/text/prose'

const minutes = z.int().min(1).max(90).describe('Whole minutes; every total and clock time is derived from these.')

const activity = z.union([
  z.strictObject({
    talk: line(90),
    id: slug().describe('What its first slide names it by: `activity: …` in the frontmatter.'),
    minutes,
  }),
  z.strictObject({
    exercise: slug(),
    minutes,
    arrival: z
      .literal(true)
      .optional()
      .describe('It begins when the doors open, its minutes before the start, and ends as the workshop begins.'),
  }),
  z.strictObject({ debrief: slug(), minutes }),
  z.strictObject({ break: line(60), minutes }),
  z.strictObject({ buffer: line(60).describe('Minutes kept free, for what ran late. It needs no slide.'), minutes }),
])

const evidence = z.strictObject({
  id: slug(),
  standing: z
    .enum(['support', 'contested', 'warning'])
    .default('support')
    .describe('A contested source may stand only in a contested item, a retracted one only in a warning.'),
  finding: prose({ max: 340 }).describe('One sentence with its [@source].'),
  caveat: prose({ max: 340 }).describe('Its limit, in the next sentence.'),
  picture: pictureSchema.optional().describe('The finding as something one can see, from its own numbers.'),
})

export const moduleSchema = z
  .strictObject({
    title: line(44),
    mistake: z
      .int()
      .min(1)
      .max(MOST_MISTAKES)
      .optional()
      .describe('The number of the mistake; opening and closing have none.'),
    accent: z.enum(ACCENTS).default('gold').describe('The colour of this part in every output.'),
    summary: prose({ max: 200 }).describe('What happens in this part, in one sentence.'),
    claim: prose({ max: 120 }).optional().describe('The mistake, as people say it.'),
    reframe: prose({ max: 180 }).optional().describe('What to say instead.'),
    objectives: z.array(slug()).describe('Ids of the objectives in workshop.yaml that this module serves.'),
    keyPoints: z
      .array(
        z.strictObject({
          key: slug().describe('A short name of the point; slides show it by this name.'),
          point: prose({ max: 190 }),
        }),
      )
      .min(1),
    activities: z.array(activity).min(1),
    evidence: z.array(evidence).default([]),
    facilitator: z.strictObject({
      purpose: prose().describe('Why this part is here, and what a good run of it looks like.'),
      prepare: z.array(prose()).default([]),
      watchFor: z.array(prose()).min(1),
      transition: prose().describe(
        'What to say on the way to the next part: the last words of the notes of its last slide.',
      ),
    }),
  })
  .superRefine((module, context) => {
    for (const field of ['claim', 'reframe'] as const) {
      if (module.mistake !== undefined && module[field] === undefined)
        context.addIssue({
          code: 'custom',
          path: [field],
          message: `Expected a mistake to have a claim and a reframe, found no "${field}".`,
          params: { hint: `add "${field}:", or remove "mistake:" if this part is none.` },
        })
    }
  })

export type ModuleRecord = z.output<typeof moduleSchema>
