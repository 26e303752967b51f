import { computed } from 'vue'

import type { AnyExercise } from '../exercises/exercise'
import type { Counts } from '../exercises/kind'
import { isRecord, readCounts, readWhole } from '../exercises/kind'
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

/**
 * How far a room has come in an exercise that it votes on in several steps. It lives beside the counts, so that
 * presenter and projector show the same step.
 */
export function useRoomStep(exercise: () => AnyExercise) {
  const store = useStore()
  const entry = computed(() => store.entry(`${exercise().id}/step`))
  const step = computed(() => {
    const stored = entry.value.value?.answer
    return (isRecord(stored) && readWhole(stored.step, 0, 999)) || 0
  })
  function goTo(next: number) {
    entry.value.value = { version: 1, answer: { step: next } }
  }
  return { step, goTo }
}
