import type { App } from 'vue'
import { createSSRApp, h, shallowRef } from 'vue'

import type { AnswerStore } from '../../../../components/composables/answer-store'
import type { OpenExercise } from '../../../../components/exercises/exercise'
import ExerciseScreen from '../../../../components/exercises/ExerciseScreen.vue'
import type { WorkshopContext } from '../../../../components/workshop-context'
import { storeKey, workshopContextKey } from '../../../../components/workshop-context'

export interface Data {
  /** Under which name the device keeps the answers. */
  namespace: string
  workshopContext: WorkshopContext
  exercises: OpenExercise[]
}

/** A page with many exercises, the same where it is made and where it is hydrated. */
export function pageWith({ workshopContext, exercises }: Omit<Data, 'namespace'>, store: AnswerStore): App {
  return createSSRApp(() =>
    h(
      'main',
      exercises.map(exercise => h(ExerciseScreen, { exercise })),
    ),
  )
    .provide(workshopContextKey, shallowRef(workshopContext))
    .provide(storeKey, store)
}
