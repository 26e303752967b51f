import type { InjectionKey } from 'vue'
import { inject } from 'vue'

import type { Led } from '../room/wire'

/** What a phone does in an exercise that its room votes on step by step. */
export interface RoomVotes {
  /** How far the room has come. */
  led: (exercise: string) => Led | undefined
  /** The categories that this phone has voted for. */
  votes: (exercise: string) => readonly string[]
  /**
   * Votes for a category.
   * @param instead the other categories of the same step: a step has one vote
   */
  vote: (exercise: string, category: string, instead: readonly string[]) => void
}

export const roomVotesKey: InjectionKey<RoomVotes> = Symbol('room votes')

/** Nothing but on a phone in a room. */
export const useRoomVotes = (): RoomVotes | undefined => inject(roomVotesKey, undefined)
