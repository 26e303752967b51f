import type { Ref } from 'vue'
import { onScopeDispose, ref, watch } from 'vue'

/**
 * Follows a text once it has stopped changing for a moment, and at once when it becomes empty: deleted words are gone.
 * A live region that repeats every keystroke talks over the person who is typing.
 */
export function useSettled(source: () => string, milliseconds = 600): Readonly<Ref<string>> {
  const settled = ref(source())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(source, text => {
    clearTimeout(timer)
    if (!text) {
      settled.value = text
      return
    }
    timer = setTimeout(() => {
      settled.value = text
    }, milliseconds)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
