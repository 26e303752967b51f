import { SAID_AROUND } from '../components/exercises/exercise'
import type { ComponentLabels } from '../components/labels.schema'
import type { WorkshopContext } from '../components/workshop-context'
import type { LearnerExercise } from '../model/views'

/** An exercise without what its page says around it. */
export type PageExercise = Around<LearnerExercise>
type Around<E> = E extends unknown ? Omit<E, (typeof SAID_AROUND)[number]> : never

/** What a page has of an exercise before it is fetched. */
export interface AskedExercise {
  kind: PageExercise['kind']
  title: string
  repeats?: string
  /** The file with all of it. */
  record: string
  /** Ids of exercises whose answers are of use to it. */
  needs: string[]
}

/** What that file holds. */
export interface ExerciseRecord {
  exercise: PageExercise
  /** The words of its kind. */
  labels: Partial<ComponentLabels>
  /** What it cites. */
  references: WorkshopContext['references']
}

/** What the scripts of a page get of an exercise: the rest stands in the page, or on no page of its own at all. */
export function withoutSaid(exercise: LearnerExercise): PageExercise {
  const said: readonly string[] = SAID_AROUND
  return Object.fromEntries(Object.entries(exercise).filter(([field]) => !said.includes(field))) as PageExercise
}
