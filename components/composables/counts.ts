import type { InjectionKey } from 'vue'
import { computed, inject, watch } from 'vue'

import type { AnyExercise } from '../exercises/exercise'
import type { Counts } from '../exercises/kind'
import { isRecord, readCounts, readWhole } from '../exercises/kind'
import { kindOf } from '../exercises/registry'
import type { Led } from '../room/wire'
import { useStore } from './answers'

/** A live room beside the hands that are counted: where there is one, what phones answered is counted with them. */
export interface RoomCounts {
  /** Distinguishes this room from every other one: what was counted in another is not taken for its own. */
  name: string
  /** How many phones' answers fell into each category, once the room is shown them. */
  answers: (exercise: string) => Counts | undefined
  /** The hands that were typed in on another machine. */
  hands: (exercise: string) => Counts | undefined
  /** How far the facilitator has led the room through an exercise with steps; nothing while it is not known. */
  led: (exercise: string) => Led | undefined
  /** Takes the room to another step. */
  lead: (exercise: string, led: Led) => void
  /** Sends the room the hands that were typed in here. */
  type: (exercise: string, hands: Counts) => void
}
export const roomCountsKey: InjectionKey<RoomCounts> = Symbol('room counts')

/** Where something of one exercise is kept, under a name that no exercise can have. */
const placeOf = (exercise: string, what: string, room?: RoomCounts) =>
  `${exercise}/${what}${room ? `/${room.name}` : ''}`

/**
 * A room's counts for one exercise: hands that were typed in, and what phones answered. The hands live beside the
 * answers, so that presenter, projector and preview agree and a reload keeps them.
 */
export function useCounts(exercise: () => AnyExercise) {
  const store = useStore()
  const room = inject(roomCountsKey, undefined)
  const entry = computed(() => store.entry(placeOf(exercise().id, 'counts', room)))
  const categories = computed(() => kindOf(exercise().kind).categories(exercise()))
  const hands = computed(() => {
    const here = readCounts(entry.value.value?.answer, categories.value)
    const isTypedHere = Object.values(here).some(count => count > 0)
    return isTypedHere ? here : readCounts(room?.hands(exercise().id), categories.value)
  })
  const answers = computed(() => readCounts(room?.answers(exercise().id), categories.value))
  const counts = computed(() => each(category => hands.value[category]! + answers.value[category]!))
  /** @param next hands and answers together, as they are shown */
  function count(next: Counts) {
    const typed = each(category => Math.max(0, (next[category] ?? 0) - answers.value[category]!))
    entry.value.value = { version: 1, answer: typed }
    room?.type(exercise().id, typed)
  }
  const each = (count: (category: string) => number): Counts =>
    Object.fromEntries(categories.value.map(category => [category, count(category)]))
  return { counts, count }
}

/**
 * How far a room has come in an exercise that it votes on in several steps. It lives beside the counts, so that
 * presenter and projector show the same step; a live room takes it to other machines, and to phones.
 */
export function useRoomStep(exercise: () => AnyExercise) {
  const store = useStore()
  const room = inject(roomCountsKey, undefined)
  const entry = computed(() => store.entry(placeOf(exercise().id, 'step', room)))
  const kept = computed(() => {
    const stored = entry.value.value?.answer
    return isRecord(stored) ? stored : {}
  })
  const step = computed(() => readWhole(kept.value.step, 0, 999) ?? 0)
  const way = computed(() =>
    (Array.isArray(kept.value.way) ? kept.value.way : []).filter(each => typeof each === 'string'),
  )
  // A step that another window or phone leads to is taken here too; without a room, this window goes on alone.
  watch(
    () => JSON.stringify(room?.led(exercise().id)),
    () => {
      const led = room?.led(exercise().id)
      if (led) entry.value.value = { version: 1, answer: { ...led } }
    },
    { immediate: true },
  )
  function goTo(next: number, way: string[]) {
    entry.value.value = { version: 1, answer: { step: next, way } }
    room?.lead(exercise().id, { step: next, way })
  }
  return { step, way, goTo }
}
