import { z } from 'zod'

import { prose } from '../../components/text/prose'

/** Seconds that a line makes the room wait: the longest is a quiet of ten minutes. */
export const WAIT = { least: 1, most: 600 } as const

const wait = z
  .int()
  .min(WAIT.least)
  .max(WAIT.most)
  .optional()
  .describe("Whole seconds that this line makes the room wait, beyond the exercise's own working time.")

/** What the facilitator reads out or does, one line at a time. */
const scriptLine = z.union([
  z.strictObject({ say: prose(), wait }),
  z.strictObject({ do: prose(), wait }),
  z.strictObject({ ask: prose(), wait }),
])

const lines = z.array(scriptLine).min(1)

/** The slides of an exercise, in the order they are shown; the notes of each come from the script. */
export const SLIDE_ROLES = ['ask', 'results', 'debrief'] as const
export type SlideRole = (typeof SLIDE_ROLES)[number]

const script = z.strictObject({
  ask: lines.describe('The notes of the slide that asks the exercise.'),
  results: lines.optional().describe('The notes of the slide with `role: results`; left out where there is none.'),
  debrief: lines.optional().describe('The notes of the slide with `layout: debrief`; left out where there is none.'),
})

export const facilitator = z
  .strictObject({
    script: script.describe('What to say, do and ask, slide by slide: the notes of the slides that show the exercise.'),
    watchFor: z.array(prose()).min(1),
    ifBehind: prose(),
    ifAhead: prose(),
    ifQuiet: prose(),
    roles: z.strictObject({ lead: prose(), second: prose() }),
  })
  .describe('For the facilitator alone; never in anything a learner gets.')

export type ScriptLine = z.output<typeof scriptLine>
export type Script = z.output<typeof script>
