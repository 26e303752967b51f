import { computed, onMounted, ref } from 'vue'

import type { Idea } from '../exercises/kind'
import { kindOf } from '../exercises/registry'
import { useWorkshopContext } from '../workshop-context'
import { useStore } from './answers'
import { readStored } from './stored'

/**
 * The ideas that answers on this device offer, whatever kinds of exercise they are from, in running order. Where an
 * exercise comes in another page, its answer is out of sight; a prerendered page has none yet.
 */
export function useIdeas() {
  const context = useWorkshopContext()
  const store = useStore()
  const alive = ref(false)
  onMounted(() => {
    alive.value = true
  })
  return computed<Idea[]>(() => {
    if (!alive.value) return []
    return Object.values(context.value.exercises ?? {}).flatMap(exercise => {
      const { ideas } = kindOf(exercise.kind)
      const answer = ideas && readStored(store.entry(exercise.id).value, exercise)
      return answer === undefined ? [] : ideas!(answer, exercise, context.value)
    })
  })
}
