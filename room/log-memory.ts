import type { Logged } from './events'
import type { Identity } from './identity'
import type { RoomLog } from './log'

/** Keeps a room for as long as the process runs: for rehearsals, and to measure against. */
export function memoryLog(): RoomLog {
  let events: Logged[] = []
  let kept: Identity | undefined
  const hearers = new Set<() => void>()
  return {
    append: async (more, at) => {
      const first = events.length + 1
      events.push(...more.map((event, index) => ({ ...event, id: first + index, at })))
      for (const hear of hearers) hear()
    },
    read: async after => events.slice(after),
    follow: hear => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    identity: async fresh => (kept ??= fresh),
    close: async () => hearers.clear(),
    destroy: async () => {
      events = []
      kept = undefined
      hearers.clear()
    },
  }
}
