import type { Ref } from 'vue'
import { computed, shallowRef, watch } from 'vue'

/** How many steps back one can go. */
const MOST = 200

/**
 * Keeps what an answer was before each thing done to it, as long as the page is open, so that all of it can be
 * undone. It is emptied when the answer is cleared or changed elsewhere: what was deleted must not come back.
 */
export function useHistory<A extends object>(answer: Readonly<Ref<A>>, change: (part: Partial<A>) => void) {
  const past = shallowRef<Partial<A>[]>([])
  let own = false
  const write = (part: Partial<A>) => {
    own = true
    change(part)
    own = false
  }
  watch(
    answer,
    () => {
      if (!own) past.value = []
    },
    { flush: 'sync' },
  )
  return {
    canUndo: computed(() => past.value.length > 0),
    /** Does something that can be undone; what else was changed meanwhile stays as it is then. */
    act(part: Partial<A>) {
      const before = Object.fromEntries(
        Object.keys(part).map(name => [name, answer.value[name as keyof A]]),
      ) as Partial<A>
      write(part)
      past.value = [...past.value, before].slice(-MOST)
    },
    /** Changes that fields undo by themselves, such as a letter typed. */
    type: write,
    undo() {
      const before = past.value[past.value.length - 1]
      if (!before) return
      write(before)
      past.value = past.value.slice(0, -1)
    },
  }
}
