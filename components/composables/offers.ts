import { computed } from 'vue'

import type { AnyExercise } from '../exercises/exercise'
import type { AnyKind } from '../exercises/kind'
import { kindOf } from '../exercises/registry'
import type { WorkshopContext } from '../workshop-context'
import { useWorkshopContext } from '../workshop-context'
import { useStore } from './answers'
import { useMounted } from './mounted'
import { readStored } from './stored'

/**
 * What the answers on this device offer to another exercise, whatever kinds they are of, in running order. Where an
 * exercise comes in another page, its answer is out of sight; a prerendered page has none yet.
 * @param offerOf gives the function by which a kind offers it, if it does
 */
export function useOffers<T>(
  offerOf: (kind: AnyKind) => ((answer: unknown, exercise: AnyExercise, context: WorkshopContext) => T[]) | undefined,
) {
  const context = useWorkshopContext()
  const store = useStore()
  const mounted = useMounted()
  return computed<T[]>(() => {
    if (!mounted.value) return []
    return Object.values(context.value.exercises ?? {}).flatMap(exercise => {
      const offer = offerOf(kindOf(exercise.kind))
      const answer = offer && readStored(store.entry(exercise.id).value, exercise)
      return answer === undefined ? [] : offer!(answer, exercise, context.value)
    })
  })
}
