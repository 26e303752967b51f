import type { OpenExercise } from '../exercises/exercise'
import { kindOf } from '../exercises/kinds'
import type { StoredAnswer } from './answer-store'

/** A kept answer as the kind of its exercise understands it; nothing when there is none, or none that can be read. */
export function readStored(stored: StoredAnswer | undefined, exercise: OpenExercise): unknown {
  return stored && kindOf(exercise.kind).read(stored.answer, stored.version, exercise)
}
