import type { SharedState } from '@slidev/client'
import { sharedState } from '@slidev/client'
import { watch } from 'vue'

type Clock = SharedState['timer']

/**
 * Keeps the presenter's clock for as long as this tab is there: it goes on when the page is loaded again, which some
 * clickers do with F5, also where no other window is open.
 * @param workshop the id, so that two workshops on one address do not mix
 */
export function keepClock(workshop: string) {
  const key = `${workshop}:clock`
  try {
    const storage = window.sessionStorage
    const kept = JSON.parse(storage.getItem(key) ?? 'null') as Clock | null
    if (kept) sharedState.timer = kept
    watch(
      () => sharedState.timer,
      clock => storage.setItem(key, JSON.stringify(clock)),
      { deep: true },
    )
  } catch {
    // Blocked: then it is known for as long as another window is open.
  }
}
