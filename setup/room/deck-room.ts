import type { ComputedRef, InjectionKey, Ref, ShallowRef } from 'vue'
import { inject } from 'vue'

import type { Invitation, Leader, ProjectorView } from '../../components/room/wire'

/** The live room, as the deck has it. */
export interface DeckRoom {
  view: Readonly<ShallowRef<ProjectorView | undefined>>
  isThere: Readonly<Ref<boolean>>
  invitation: Readonly<ShallowRef<Invitation | undefined>>
  /** Where the picture of the invitation is, for phones to scan. */
  picture: ComputedRef<string>
  /** What this browser may lead the room as. */
  leads: Readonly<Ref<Leader | undefined>>
  /** Whether this browser moves the slides. */
  drives: ComputedRef<boolean>
}

export const deckRoomKey: InjectionKey<DeckRoom> = Symbol('room')

/**
 * Whether the way in is laid over a slide: over the first, and wherever a leader has it shown. Where no phone can reach
 * the room, a leader alone shows it.
 */
export const showsInvitation = ({ view, invitation }: DeckRoom, slide: number): boolean =>
  view.value !== undefined &&
  !view.value.ended &&
  (view.value.invites || (slide === 1 && invitation.value?.reachable === true))

/** Nothing where the deck is served without a room: on a static host, and while authoring. */
export const useRoom = (): DeckRoom | undefined => inject(deckRoomKey, undefined)
