import type { ComputedRef } from 'vue'
import { computed, onMounted, ref } from 'vue'

import type { AnyExercise } from '../exercises/exercise'
import type { Acquaintance, AnyKind, Idea } from '../exercises/kind'
import { kindOf } from '../exercises/registry'
import type { WorkshopContext } from '../workshop-context'
import { useWorkshopContext } from '../workshop-context'
import { useStore } from './answers'
import { readStored } from './stored'

/** The ideas that answers on this device offer, whatever kinds of exercise they are from, in running order. */
export const useIdeas = (): ComputedRef<Idea[]> => useOffers(kind => kind.ideas)

/** The people whom answers on this device name. */
export const usePeople = (): ComputedRef<Acquaintance[]> => useOffers(kind => kind.people)

type Offer<T> = (answer: unknown, exercise: AnyExercise, context: WorkshopContext) => T[]

/**
 * What answers offer to another exercise. Where an exercise comes in another page, its answer is out of sight; a
 * prerendered page has none yet.
 */
function useOffers<T>(of: (kind: AnyKind) => Offer<T> | undefined) {
  const context = useWorkshopContext()
  const store = useStore()
  const alive = ref(false)
  onMounted(() => {
    alive.value = true
  })
  return computed<T[]>(() => {
    if (!alive.value) return []
    return Object.values(context.value.exercises ?? {}).flatMap(exercise => {
      const offer = of(kindOf(exercise.kind))
      const answer = offer && readStored(store.entry(exercise.id).value, exercise)
      return answer === undefined ? [] : offer!(answer, exercise, context.value)
    })
  })
}
