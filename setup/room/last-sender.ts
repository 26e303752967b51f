import type { Outcome } from '../../components/room/connection'

const RETRY = 1500

/**
 * Sends values to the room, the last one until the room has it: again where it cannot be reached, or can keep nothing
 * just now. What was overtaken meanwhile is not sent.
 */
export function lastSender<T>(request: (value: T) => Promise<Outcome | undefined>) {
  let wanted: { value: T } | undefined
  let isSending = false
  async function sendAll() {
    isSending = true
    while (wanted) {
      const next: { value: T } = wanted
      wanted = undefined
      if (isPassing(await request(next.value))) {
        await new Promise(resolve => setTimeout(resolve, RETRY))
        wanted ??= next
      }
    }
    isSending = false
  }
  return {
    send(value: T) {
      wanted = { value }
      if (!isSending) void sendAll()
    },
    isSending: () => isSending,
  }
}

const isPassing = (outcome: Outcome | undefined) =>
  outcome === 'unreachable' || (outcome !== undefined && 'refused' in outcome && outcome.refused === 'notKept')
