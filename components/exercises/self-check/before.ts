import type { ComputedRef } from 'vue'
import { computed } from 'vue'

import { useStore } from '../../composables/answers'
import { kind, openIn } from './answer'
import type { Score } from './profile'
import { profileOf } from './profile'
import type { SelfCheck } from './schema'

/** The scores of the first time, when it was answered whole: half an answer is nothing to compare with. */
export function useBefore(exercise: () => SelfCheck): ComputedRef<Score[] | undefined> {
  const store = useStore()
  return computed(() => {
    const { repeats, reveal } = exercise()
    const stored = repeats ? store.entry(repeats).value : undefined
    const first = stored && kind.read(stored.answer, stored.version, exercise())
    return first && openIn(first, exercise()).length === 0 ? profileOf(first.chosen, reveal) : undefined
  })
}
