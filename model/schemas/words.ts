import { z } from 'zod'

import { line } from '../../components/exercises/fields'

/** Words that this workshop does not use, and what it says instead; a workshop may leave the file out. */
export const wordsSchema = z.array(
  z.strictObject({
    avoid: z
      .array(line(40))
      .min(1)
      .describe('Words, or several in a row, in every form that is meant: capitals do not matter, endings do.'),
    say: line(160).describe('What to say instead.'),
    why: line(200).describe('What is wrong with them here.'),
    most: z.int().min(1).optional().describe('How often each may stand in all the content; without it, never.'),
  }),
)

export type WordsRecord = z.output<typeof wordsSchema>
