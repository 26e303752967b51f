import type { Logged } from './events'
import type { Identity } from './identity'
import type { RoomLog } from './log'

/** Keeps a room for as long as the process runs: for rehearsals, and to measure against. */
export function memoryLog(): RoomLog {
  let events: Logged[] = []
  let kept: Identity | undefined
  const listeners = new Set<() => void>()
  return {
    append: async (more, at) => {
      const first = events.length + 1
      events.push(...more.map((event, index) => ({ ...event, id: first + index, at })))
      for (const listener of listeners) listener()
    },
    read: async after => events.slice(after),
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    identity: async fresh => (kept ??= fresh),
    close: async () => listeners.clear(),
    destroy: async () => {
      events = []
      kept = undefined
      listeners.clear()
    },
  }
}
