import { SAID_AROUND } from '../components/exercises/exercise'
import type { LearnerExercise } from '../model/views'

/** An exercise without what its page says around it. */
export type PageExercise = Around<LearnerExercise>
type Around<E> = E extends unknown ? Omit<E, (typeof SAID_AROUND)[number]> : never

/** What the scripts of a page get of an exercise: the rest stands in the page, or on no page of its own at all. */
export function withoutSaid(exercise: LearnerExercise): PageExercise {
  const said: readonly string[] = SAID_AROUND
  return Object.fromEntries(Object.entries(exercise).filter(([field]) => !said.includes(field))) as PageExercise
}
