import type { Grouping } from '../../components/exercises/exercise'
import { kinds } from '../kinds'
import type { Exercise } from '../schemas/exercise'

/** How many seconds the questions of an exercise take. */
export type SecondsOfKind = (exercise: Exercise) => number

/** Each kind of exercise says it of its own records. */
const secondsOfKind: SecondsOfKind = exercise => kinds[exercise.kind]!.kind.workingSeconds(exercise)

/** Seconds until a room sits as the exercise wants it, before anybody can begin. */
const TO_SIT: Record<Grouping, number> = { alone: 0, pairs: 30, threes: 30, tables: 30, room: 0 }

/**
 * The seconds that an exercise takes a room, apart from what is said to it: forming groups, and answering.
 * It is planned for people who read its language as their second.
 */
export function workingSeconds(exercise: Exercise, ofKind: SecondsOfKind = secondsOfKind): number {
  return TO_SIT[exercise.grouping] + ofKind(exercise)
}
