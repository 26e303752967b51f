import { computed } from 'vue'

import type { AnyExercise } from '../exercises/exercise'
import { isRecord } from '../exercises/kind'
import { useStore } from './answers'

/**
 * Whether a slide shows the controls of an exercise, in place of what a room must see of it. It lives beside the
 * answers, under a name that no exercise can have, so that presenter and projector show the same.
 */
export function useAtWork(exercise: () => AnyExercise) {
  const store = useStore()
  const entry = computed(() => store.entry(`${exercise().id}/at-work`))
  const atWork = computed(() => {
    const stored = entry.value.value?.answer
    return isRecord(stored) && stored.atWork === true
  })
  function work(atWork: boolean) {
    entry.value.value = atWork ? { version: 1, answer: { atWork } } : undefined
  }
  return { atWork, work }
}
