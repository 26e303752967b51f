import type { ComputedRef } from 'vue'
import { computed } from 'vue'

/**
 * A value that is read from storage anew at every letter typed, as the same object as long as the same stands in it:
 * what is drawn or measured from it is not drawn or measured again.
 */
export const useUnchanged = <T>(source: () => T): ComputedRef<T> =>
  computed<T>(before => {
    const now = source()
    return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })
