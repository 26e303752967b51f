import type { Logged, RoomEvent } from './events'
import type { Identity } from './identity'

/** Thrown when events could not be kept: the disk is full, or the log cannot be reached. Nothing of them counts. */
export class LogUnavailable extends Error {
  override name = 'LogUnavailable'
  /** Whether there is no room for it, or no right to write it; otherwise the file, or the way to it. */
  readonly fault: 'full' | 'rights' | 'file'

  constructor(message: string, fault: LogUnavailable['fault'] = 'file') {
    super(message)
    this.fault = fault
  }
}

/**
 * Where a room keeps its events: append-only, in one order for everyone who reads it. Several servers may share one.
 */
export interface RoomLog {
  /**
   * Appends events, all of them or none. They are durable once it resolves.
   * @param at milliseconds since 1970
   * @throws LogUnavailable
   */
  append: (events: readonly RoomEvent[], at: number) => Promise<void>
  /**
   * Every event after an id, in order.
   * @throws LogUnavailable
   */
  read: (after: number) => Promise<Logged[]>
  /**
   * Calls back when events may have been appended, by this server or by another.
   * @returns stops it
   */
  subscribe: (listener: () => void) => () => void
  /**
   * What the room is known by: the given one is kept, unless there is one already, which is given back then.
   * @throws LogUnavailable
   */
  identity: (fresh: Identity) => Promise<Identity>
  close: () => Promise<void>
  /**
   * Deletes everything that was kept, so that nothing of it can be read again. Servers that share the log read that it
   * was deleted.
   * @param at milliseconds since 1970
   * @throws LogUnavailable
   */
  destroy: (at: number) => Promise<void>
}
