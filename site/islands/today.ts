import type { Ref } from 'vue'
import { ref } from 'vue'

import { dayOf } from '../../components/text/day'

const day = ref(dayOf(new Date()))

/**
 * The day, where the reader is; asked for anew every minute, and whenever the page is looked at or printed: it may
 * stay open for days.
 */
export const today: Readonly<Ref<string>> = day

/** Asks for the day now, for something that is saved now. */
export function renewToday(): string {
  day.value = dayOf(new Date())
  return day.value
}

// After sleep, a page that is in sight gets no event; its timers go on.
setInterval(renewToday, 60_000)
for (const event of ['beforeprint', 'pageshow', 'focus']) addEventListener(event, renewToday)
document.addEventListener('visibilitychange', renewToday)
