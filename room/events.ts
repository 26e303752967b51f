import type { Leader, Led, Place } from '../components/room/wire'

/** What happens in a room. The log of these is the room: its state is what they fold to. */
export type RoomEvent =
  | { type: 'began' }
  | { type: 'came' | 'went'; who: string }
  /** A server has begun: every other says once more who is with it. */
  | { type: 'joined' }
  | ({ type: 'moved' } & Place)
  | { type: 'drove'; role: Leader }
  | { type: 'invited'; shown: boolean }
  /** The exercise that phones show; none when the deck is elsewhere. */
  | { type: 'turned'; exercise?: string }
  | { type: 'opened' | 'closed' | 'shown' | 'hidden' | 'cleared'; exercise: string }
  | {
      type: 'answered'
      who: string
      exercise: string
      round: number
      revision: number
      mark: string
      /** The categories that the answer counts in; what was answered is not kept. */
      categories: string[]
      done: boolean
    }
  | { type: 'typed'; exercise: string; counts: Record<string, number> }
  | ({ type: 'led'; exercise: string } & Led)
  | { type: 'wrote'; message: string; who: string; exercise?: string; text: string }
  | { type: 'passed' | 'held' | 'settled'; message: string }
  | { type: 'featured'; message?: string }
  | { type: 'voted'; who: string; message: string; up: boolean }
  | { type: 'ended' }
  /** All that was gathered is gone: nothing came before it. */
  | { type: 'deleted' }

export type Logged = RoomEvent & {
  /** From 1 upwards, in the order in which the log has them; gaps are allowed. */
  id: number
  /** Milliseconds since 1970, by the server's clock. */
  at: number
}
