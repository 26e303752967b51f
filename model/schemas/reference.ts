import { z } from 'zod'

import { line } from '../../components/exercises/fields'

export const reference = z.strictObject({
  type: z.enum(['article', 'book', 'chapter', 'magazine', 'thesis', 'web', 'software']),
  authors: z.array(line(60)).describe('"Family, Given", in order; empty where they were not seen.'),
  year: z.int().min(1900).max(2100).optional(),
  title: line(240),
  container: line(160).optional().describe('Journal, book, publisher or site.'),
  volume: line(20).optional(),
  issue: line(20).optional(),
  pages: line(20).optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,}\/\S+$/, { error: 'doi' })
    .optional()
    .describe('Only one that was seen on a record of the paper.'),
  standing: z.enum(['uncontested', 'contested', 'retracted']),
  seen: z
    .enum(['abstract', 'second-hand', 'memory'])
    .describe('How the source was seen: its abstract or record, through somebody else, or from memory alone.'),
  unsure: z.literal(true).optional().describe('Details could not be confirmed; it never carries a claim alone.'),
  note: line(300).optional(),
})

export const referencesSchema = z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), reference)

export type Reference = z.output<typeof reference>
