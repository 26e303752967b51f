import type { AnyExercise } from '../exercises/exercise'
import { kindOf } from '../exercises/registry'
import type { StoredAnswer } from './answer-store'

/** A stored answer as the kind of its exercise reads it; nothing when there is none, or none that can be read. */
export function readStored(stored: StoredAnswer | undefined, exercise: AnyExercise): unknown {
  return stored && kindOf(exercise.kind).read(stored.answer, stored.version, exercise)
}
