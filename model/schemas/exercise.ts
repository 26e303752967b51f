import { z } from 'zod'

import { GROUPINGS } from '../../components/exercises/exercise'
import { line, slug } from '../../components/exercises/fields'
import type { KindName, KindTypes } from '../../components/exercises/kind-types'
import { prose } from '../../components/text/prose'
import { kinds } from '../kinds'
import { facilitator } from './script'

const open = {
  title: line(60).describe('What the exercise is called everywhere.'),
  goal: prose({ max: 220 }).describe('What a participant can do or knows afterwards, in one sentence.'),
  practises: z.array(slug()).min(1).describe('Ids of the objectives in workshop.yaml that this exercise practises.'),
  grouping: z.enum(GROUPINGS).describe('How people sit for it.'),
  materials: z
    .array(prose({ max: 100 }))
    .default([])
    .describe('What a participant needs in hand.'),
  steps: z
    .array(prose({ max: 150 }))
    .min(1)
    .max(5)
    .describe('What to do, as the slide and the worksheet say it. Short: they are read from the back row.'),
  starters: z
    .array(prose({ max: 90 }))
    .max(4)
    .default([])
    .describe(
      'Beginnings of sentences to say or write, for whoever finds the first words hard: “What surprised me is …”',
    ),
  accessible: prose().describe('How to take part without seeing, hearing, speaking, moving or disclosing.'),
  accessibleAlone: prose().optional().describe('The same for a reader alone, where the words for a room do not fit.'),
  remote: prose().describe('How a group that meets online does it.'),
  solo: prose().describe('How a reader alone does it.'),
  minutesAtHome: z
    .int()
    .min(1)
    .max(90)
    .optional()
    .describe(
      'Makes it an exercise for home, of about so many whole minutes: its lesson has it, and no activity. Its ' +
        'slides, if it has any, stand at the end of slides.md, for a room that has time to spare.',
    ),
  repeats: slug()
    .optional()
    .describe('The exercise that this one asks again. It takes over whatever this file leaves out.'),
}

/** A question stands with its answers for the author; views part them: `compare` is revealed, `expect` is not. */
const debrief = z
  .array(
    z.strictObject({
      id: slug().describe('What somebody alone writes about it is kept under this name.'),
      ask: prose({ max: 160 }),
      alone: prose({ max: 160 })
        .optional()
        .describe('The same question for somebody alone, where the words for a room do not fit.'),
      compare: prose().describe(
        'What is often answered: the guide prints it, and somebody alone sees it on request, after writing.',
      ),
      expect: prose().optional().describe('What only a facilitator needs to know beyond that; nobody else sees it.'),
    }),
  )
  .min(1)
  .describe('What to ask afterwards, with an answer to compare one’s own with.')

/** The YAML of an exercise, by its kind. */
export const exerciseSchemas: Readonly<Record<string, z.ZodObject>> = Object.fromEntries(
  Object.entries(kinds).map(([kind, { schema }]) => [
    kind,
    z.strictObject({
      kind: z.literal(kind).describe('The kind of exercise; each kind is a folder in components/exercises.'),
      ...open,
      ...schema.open,
      debrief,
      reveal: z.strictObject(schema.reveal).describe('On a screen after answering; never on a worksheet.'),
      facilitator,
    }),
  ]),
)

/** A learner's exercise, with what the facilitator's view has beyond it. */
type Whole<E> = Omit<E, 'debrief'> & {
  debrief: z.output<typeof debrief>
  facilitator: z.output<typeof facilitator>
}

/** An exercise whole, as its file has it, with its id and its minutes. */
export type Exercise = { [Name in KindName]: Whole<KindTypes[Name]['exercise']> }[KindName]
