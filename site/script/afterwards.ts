import { watch } from 'vue'

import type { AnswerStore } from '../../components/composables/answer-store'
import { readStored } from '../../components/composables/stored'
import { debriefId } from '../../components/exercises/debrief'
import { kindOf } from '../../components/exercises/registry'
import type { PageExercise } from '../page-exercise'

/**
 * Opens the questions that come after an exercise once it is done, or where an answer to them was begun. Until then
 * they stay closed, so that they take no room from the exercise; a reader can open them.
 * @param island the exercise's place on the page
 */
export function openAfterwards(island: HTMLElement, exercise: PageExercise, store: AnswerStore) {
  const after = island.closest('.exercise')!.querySelector<HTMLDetailsElement>('.exercise-after')!
  const isTime = () => {
    const answer = readStored(store.entry(exercise.id).value, exercise)
    return (
      (answer !== undefined && kindOf(exercise.kind).progress(answer, exercise) === 'done') ||
      store.entry(debriefId(exercise.id)).value !== undefined
    )
  }
  watch(isTime, is => is && (after.open = true), { immediate: true })
}
