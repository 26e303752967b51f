import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, lines, slug } from '../fields'
import type { labels } from './labels'

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
  /** Seconds that people talk to each other, or act, beside what they read, vote and write. */
  talk: z.int().min(10).max(3600).optional(),
}

export const reveal = {
  /** What to say once people are done: the point of it. */
  point: prose({ max: 320 }).optional(),
}

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: {
    roleplay: { who: true, line: true },
    note: { ask: true, lines: true },
    vote: { ask: true, options: { id: true, text: true } },
    talk: true,
  },
  reveal: { point: true },
}

export type Activity = LearnerExercise<'activity', typeof open, typeof reveal>
export type ActivityOnPaper = PaperOf<Activity>

declare module '../kind-types' {
  interface KindTypes {
    activity: { exercise: Activity; labels: typeof labels }
  }
}
