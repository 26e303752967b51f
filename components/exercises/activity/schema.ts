import { z } from 'zod'

import { prose } from '../../text/prose'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, lines, slug } from '../fields'

export const open = {
  /** Role-play: who says what, line by line. A line that begins with *emphasis* opens a new take. */
  roleplay: z
    .array(z.strictObject({ who: line(24), line: prose({ max: 240 }) }))
    .max(14)
    .optional(),
  /** Something to keep for oneself; never shown to the room. */
  note: z.strictObject({ ask: prose({ max: 200 }), lines: lines().default(4) }).optional(),
  /** A vote by hands or by phone. */
  vote: z
    .strictObject({
      ask: prose({ max: 160 }),
      options: z
        .array(z.strictObject({ id: slug(), text: line(80) }))
        .min(2)
        .max(5),
    })
    .optional(),
  /** A network map, for a pen or on a screen: the rings from the centre outwards, and how many people at most. */
  map: z.strictObject({ rings: z.array(line(40)).min(2).max(4), people: z.int().min(3).max(25) }).optional(),
}

export const reveal = {
  /** What to say once people are done: the point of it. */
  point: prose({ max: 320 }).optional(),
}

export const labels = {
  of: line(),
  back: line(),
  next: line(),
  script: line(),
  private: line(120),
  done: line(),
  doneAsk: line(),
  mapYou: line(),
  mapKey: line(200),
  mapAlt: line(240),
  mapCode: line(),
  mapRing: line(),
  mapAdd: line(),
  mapBlank: line(120),
  mapTwice: line(120),
  mapFull: line(120),
  mapOn: line(160),
  mapOff: line(160),
  mapRingOf: line(),
  mapRemove: line(),
  mapRemoveOne: line(),
  mapTiesAsk: line(120),
  mapFew: line(160),
  mapPerson: line(),
  mapKnows: line(),
  mapMine: line(),
  mapOnRing: line(),
  mapPair: line(),
  mapTies: line(),
  mapFilledAlt: line(240),
}

export type Activity = LearnerExercise<'activity', typeof open, typeof reveal>
export type ActivityOnPaper = PaperOf<Activity>
