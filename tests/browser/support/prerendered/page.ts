import type { App } from 'vue'
import type { AnswerStore } from '../../../../components/composables/answer-store'
import type { Door } from '../../../../components/door'
import type { OpenExercise } from '../../../../components/exercises/exercise'
import { createSSRApp, h, shallowRef } from 'vue'
import { doorKey, storeKey } from '../../../../components/door'
import ExerciseScreen from '../../../../components/exercises/ExerciseScreen.vue'

export interface Data { door: Door, exercises: OpenExercise[] }

/** A page with many exercises, the same where it is made and where it comes alive. */
export function pageWith({ door, exercises }: Data, store: AnswerStore): App {
  return createSSRApp(() => h('main', exercises.map(exercise => h(ExerciseScreen, { exercise }))))
    .provide(doorKey, shallowRef(door))
    .provide(storeKey, store)
}
