import type { OpenExercise } from '../exercises/exercise'
import type { StoredAnswer } from './answer-store'
import { kindOf } from '../exercises/kinds'

/** A kept answer as the kind of its exercise understands it; nothing when there is none, or none that can be read. */
export function readStored(stored: StoredAnswer | undefined, exercise: OpenExercise): unknown {
  return stored && kindOf(exercise.kind).read(stored.answer, stored.version, exercise)
}
