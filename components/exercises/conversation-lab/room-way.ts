import { computed } from 'vue'

import type { Led } from '../../room/wire'
import type { Counts } from '../kind'
import { reactionTo } from './answer'
import { roomPlace, roomWay } from './room'
import type { ConversationLab } from './schema'

/**
 * Where a room is in the first scenario, for its projector and its phones alike.
 * @param counts the votes; phones know none, and are where the room is
 * @param led how far the facilitator has led the room, and what was said on the way
 */
export function useRoomWay(exercise: () => ConversationLab, counts: () => Counts, led: () => Led) {
  const scenario = computed(() => exercise().scenarios[0]!)
  const way = computed(() => roomWay(scenario.value, counts(), led().way))
  const place = computed(() => roomPlace(way.value, led().step))
  const current = computed(() => way.value.turns[place.value.turn]!)
  /** What the line that won brought about. */
  const reaction = computed(() => {
    const { turn, won } = current.value
    return won ? reactionTo(exercise().reveal, scenario.value.id, turn.id, won.id) : undefined
  })
  return { scenario, way, place, current, reaction }
}
