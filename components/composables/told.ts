import type { Ref } from 'vue'
import { onScopeDispose, ref } from 'vue'

/** A screen reader hears of nothing when words go and come back within one of the frames in which a page is drawn. */
const PAUSE = 150
/** Keeps the line as high as it was: what is below it must not move under a finger. */
const NOTHING = '\u00A0'

/**
 * Words for a live region, which says what changes in it: the same words once more go for a moment, and are said once
 * more.
 */
export function useTold(): { told: Readonly<Ref<string>>; tell: (words: string) => void } {
  const told = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = ''
  function tell(words: string) {
    clearTimeout(timer)
    const again = words !== '' && words === last
    if (words) last = words
    told.value = again ? NOTHING : words
    if (again) timer = setTimeout(() => (told.value = words), PAUSE)
  }
  onScopeDispose(() => clearTimeout(timer))
  return { told, tell }
}
