import { z } from 'zod'

import { line, slug } from '../../components/exercises/fields'
import { prose } from '../../components/text/prose'

const saving = {
  how: prose({ max: 150 }).describe('What is left out, and what is done in its place.'),
  saves: z.int().min(1).max(90).describe('Whole minutes.'),
}

/** What can be left out or shortened when time runs short. The minutes of buffers are taken first, without a word. */
const cut = z.union([
  z.strictObject({ exercise: slug(), ...saving }),
  z.strictObject({ debrief: slug(), ...saving }),
  z.strictObject({ talk: slug(), part: slug().describe('The id of the module that the talk is in.'), ...saving }),
])

/** content/guide.yaml: what the facilitator guide and the cue card say beyond the records of modules and exercises. */
export const guideSchema = z.strictObject({
  howToUse: prose().describe('How the two parts of the guide are used; it stands on the cover.'),
  audience: prose(),
  approach: z.array(prose()).min(1),
  before: z.array(z.strictObject({ when: line(60), tasks: z.array(prose()).min(1) })).min(1),
  during: z.array(prose()).min(1),
  after: z.array(prose()).min(1),
  roles: z.strictObject({ lead: z.array(prose()).min(1), second: z.array(prose()).min(1) }),
  roomPlan: z.array(prose()).min(1),
  packing: z
    .array(z.strictObject({ for: line(60), items: z.array(prose()).min(1) }))
    .min(1)
    .describe('What to pack, bag by bag, beyond the materials of workshop.yaml.'),
  invitation: z
    .strictObject({ subject: line(120), text: z.array(prose()).min(1) })
    .describe('A text to send to those who are invited; [brackets] are to be filled in.'),
  stays: z.array(slug()).min(1).describe('Exercises that are never cut, with their debriefs. Breaks stay as well.'),
  cuts: z
    .array(cut)
    .min(1)
    .describe('What to leave out when time runs short, what is missed least first. The table of cuts is made from it.'),
  whenAhead: z.array(prose()).min(1),
  hardQuestions: z
    .array(
      z.strictObject({
        question: prose(),
        answer: prose(),
        limit: prose(),
        inShort: prose({ max: 190 }).optional().describe('The answer in a sentence, for the cue card.'),
      }),
    )
    .min(3),
  recoveries: z.array(z.strictObject({ trouble: prose(), recovery: prose() })).min(3),
  remote: z.array(prose()).min(1).describe('When the whole group meets online.'),
  mixed: z.array(prose()).min(1).describe('When some are online and the others in the room.'),
  accessibility: z.array(prose()).min(1),
  needs: z
    .array(z.strictObject({ who: line(80), ways: z.array(prose()).min(1) }))
    .min(1)
    .describe('How one person takes part in the whole workshop: somebody who does not see, or hear, or …'),
  evaluation: z.array(prose()).min(1),
})

export type CutRecord = z.output<typeof cut>
export type GuideRecord = z.output<typeof guideSchema>
