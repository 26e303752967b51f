import { z } from 'zod'

import { LEADERS } from '../components/room/wire'

/** What each role may ask of a room. Requests are read strictly: nothing is taken that is not named here. */

const id = z.string().min(1).max(80)
const whole = (max: number) => z.int().min(0).max(max)
const exercise = id

const answer = z.strictObject({
  do: z.literal('answer'),
  exercise,
  round: whole(1e6),
  revision: whole(1e9),
  mark: z.string().min(1).max(32),
  seen: whole(Number.MAX_SAFE_INTEGER),
  done: z.boolean(),
  categories: z.array(id).max(100).optional(),
  answer: z.unknown().optional(),
  version: whole(1000).optional(),
})
const text = z.string().min(1).max(12_000)

export const participantCommand = z.discriminatedUnion('do', [
  answer,
  z.strictObject({ do: z.literal('write'), text, exercise: exercise.optional() }),
  z.strictObject({ do: z.literal('vote'), message: id, up: z.boolean() }),
])

/** What a leader does to an exercise by hand. */
const exerciseAction = z.enum(['open', 'close', 'show', 'hide', 'clear'])

const leading = [
  z.strictObject({ do: z.literal('move'), page: z.int().min(1).max(2000), clicks: whole(1000), total: whole(1000) }),
  z.strictObject({ do: exerciseAction, exercise }),
  z.strictObject({ do: z.literal('type'), exercise, counts: z.record(id, z.unknown()) }),
  z.strictObject({ do: z.literal('lead'), exercise, step: whole(200), way: z.array(id).max(100) }),
  z.strictObject({ do: z.enum(['pass', 'hold', 'settle', 'feature']), message: id }),
  z.strictObject({ do: z.literal('unfeature') }),
  z.strictObject({ do: z.literal('invite'), shown: z.boolean() }),
  z.strictObject({ do: z.literal('hand'), to: z.enum(LEADERS) }),
] as const
export const cofacilitatorCommand = z.discriminatedUnion('do', leading)
export const facilitatorCommand = z.discriminatedUnion('do', [
  ...leading,
  z.strictObject({ do: z.literal('end') }),
  z.strictObject({ do: z.literal('delete') }),
])

/** What the facilitator asks about a room of an earlier start. */
export const earlierCommand = z.strictObject({ do: z.literal('delete'), room: id })

export type AnswerCommand = z.output<typeof answer>
export type ParticipantCommand = z.output<typeof participantCommand>
export type ExerciseAction = z.output<typeof exerciseAction>
export type LeaderCommand = z.output<typeof facilitatorCommand>
