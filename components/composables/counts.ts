import type { InjectionKey } from 'vue'
import { computed, inject } from 'vue'

import type { AnyExercise } from '../exercises/exercise'
import type { Counts } from '../exercises/kind'
import { isRecord, readCounts, readWhole } from '../exercises/kind'
import { kindOf } from '../exercises/registry'
import { useStore } from './answers'

/** A live room beside the hands that are counted: where there is one, what phones answered is counted with them. */
export interface RoomCounts {
  /** How many phones' answers fell into each category, once the room is shown them. */
  answers: (exercise: string) => Counts | undefined
  /** The hands that were typed in on another machine. */
  hands: (exercise: string) => Counts | undefined
  /** Tells the room of hands that were typed in here. */
  type: (exercise: string, hands: Counts) => void
}
export const roomCountsKey: InjectionKey<RoomCounts> = Symbol('room counts')

/**
 * A room's counts for one exercise: hands that were typed in, and what phones answered. The hands live beside the
 * answers, under a name that no exercise can have, so that presenter, projector and preview agree and a reload keeps
 * them.
 */
export function useCounts(exercise: () => AnyExercise) {
  const store = useStore()
  const room = inject(roomCountsKey, undefined)
  const entry = computed(() => store.entry(`${exercise().id}/counts`))
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
 * presenter and projector show the same step.
 */
export function useRoomStep(exercise: () => AnyExercise) {
  const store = useStore()
  const entry = computed(() => store.entry(`${exercise().id}/step`))
  const step = computed(() => {
    const stored = entry.value.value?.answer
    return (isRecord(stored) && readWhole(stored.step, 0, 999)) || 0
  })
  function goTo(next: number) {
    entry.value.value = { version: 1, answer: { step: next } }
  }
  return { step, goTo }
}
