import { computed } from 'vue'

import type { AnyExercise } from '../exercises/exercise'
import type { Counts } from '../exercises/kind'
import { readCounts } from '../exercises/kind'
import { kindOf } from '../exercises/registry'
import { useStore } from './answers'

/**
 * A room's counts for one exercise, typed in after a show of hands. They live beside the answers, under a
 * name that no exercise can have, so that presenter, projector and preview agree and a reload keeps them.
 */
export function useCounts(exercise: () => AnyExercise) {
  const store = useStore()
  const entry = computed(() => store.entry(`${exercise().id}/counts`))
  const counts = computed(() => readCounts(entry.value.value?.answer, kindOf(exercise().kind).categories(exercise())))
  function count(next: Counts) {
    entry.value.value = { version: 1, answer: next }
  }
  return { counts, count }
}
