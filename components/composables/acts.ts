import type { ComputedRef, Ref } from 'vue'
import { computed, onMounted, ref } from 'vue'

import type StepPager from '../exercises/StepPager.vue'

export interface Acts<A> {
  /** For the pager that shows one act after the other. */
  pager: Ref<InstanceType<typeof StepPager> | undefined>
  step: Ref<number>
  /** The act that is played; undefined at the end, behind the last. */
  act: ComputedRef<A | undefined>
}

/**
 * The acts of an explorable in their order. A stored answer is resumed at the first act that has not proven its point.
 * @param proven the acts that have; undefined while nothing is stored
 */
export function useActs<A>(acts: readonly A[], proven: () => readonly A[] | undefined): Acts<A> {
  const pager = ref<InstanceType<typeof StepPager>>()
  const step = ref(0)
  onMounted(() => {
    const done = proven()
    if (done)
      step.value = Math.max(
        0,
        acts.findIndex(act => !done.includes(act)),
      )
  })
  return { pager, step, act: computed(() => acts[step.value]) }
}
