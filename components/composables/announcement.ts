import type { Ref } from 'vue'
import { onScopeDispose, ref } from 'vue'

/** How long a live region stays empty, in milliseconds: a change that is undone in the same frame is not noticed. */
const PAUSE = 150
/** A line that stays as high as one with words: what is below it must not move under a finger. */
const EMPTY_LINE = '\u00A0'

/**
 * A message for a live region (`role="status"`). Screen readers read only what changes in it, so the same message once
 * more is taken out for a moment first.
 */
export function useAnnouncement(): { announced: Readonly<Ref<string>>; announce: (words: string) => void } {
  const announced = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = ''
  function announce(words: string) {
    clearTimeout(timer)
    const again = words !== '' && words === last
    if (words) last = words
    announced.value = again ? EMPTY_LINE : words
    if (again) timer = setTimeout(() => (announced.value = words), PAUSE)
  }
  onScopeDispose(() => clearTimeout(timer))
  return { announced, announce }
}
