import type { ShallowRef } from 'vue'
import { computed, ref, shallowRef, watch } from 'vue'

import type { AnswerStore } from '../../../components/composables/answer-store'
import type { RoomVotes } from '../../../components/composables/room-votes'
import type { OpenExercise } from '../../../components/exercises/exercise'
import { kindOf } from '../../../components/exercises/registry'
import { screens } from '../../../components/exercises/screens'
import type { forRoom } from '../../../components/room/answers-for-room'
import { askRoom, askWhoIAm, followRoom, readRoom } from '../../../components/room/connection'
import { outbox } from '../../../components/room/outbox'
import type { ParticipantView } from '../../../components/room/wire'
import type { Reference } from '../../../components/text/reference'
import type { WorkshopContext } from '../../../components/workshop-context'
import type { PageData } from '../page'
import { ROOM } from '../page'
import { draftIn } from './draft'

/** The exercise that the room is at, as this phone has it. */
export interface Now {
  exercise: OpenExercise & { reveal: unknown }
  accent?: string
  /** Whether its reveal came with it. */
  reveals: boolean
}

export type Phone = ReturnType<typeof usePhone>

/** A phone in a room: what it has received, and what it has to send. */
export function usePhone(
  page: PageData,
  context: ShallowRef<WorkshopContext>,
  storage: Storage | undefined,
  own: AnswerStore,
  share: typeof forRoom,
  votes: Pick<RoomVotes, 'votes'> & { forget: (exercise: string) => void },
) {
  /** Not known until the room was asked. */
  const isIn = ref<boolean>()
  const isThere = ref(true)
  const view = shallowRef<ParticipantView>()
  const now = shallowRef<Now>()
  const site = ref<string>()
  let seen = 0
  let box: ReturnType<typeof outbox> | undefined
  const boxReady = ref(false)

  /** Asks the room whether this phone is in it, until there is an answer. */
  async function enter(): Promise<boolean> {
    const me = await askWhoIAm(ROOM, () => (isThere.value = false))
    isThere.value = true
    site.value = me.site
    isIn.value = me.roles.includes('participant')
    if (isIn.value) begin(me.room)
    return isIn.value
  }

  /** @returns why the room refuses; nothing when this phone is in */
  async function join(code: string): Promise<string> {
    const outcome = await askRoom(ROOM, 'join', { code })
    if (outcome === 'unreachable') return page.labels.room.offline
    if ('refused' in outcome) return outcome.sentence
    await enter()
    return ''
  }

  function begin(room: string) {
    box = outbox({
      key: `${page.id}:room:${room}`,
      ...(storage && { storage }),
      send: answer => askRoom(ROOM, 'participant', { do: 'answer', ...answer }),
    })
    boxReady.value = true
    void box.flush()
    followRoom(ROOM, 'participant', {
      receive(next, id) {
        const before = view.value?.current
        const { exercise = '', round = 1 } = next.current ?? {}
        // It may have been cleared before this phone's eyes, or while it was closed, asleep or in a dead spot.
        if (box!.isEarlier(exercise, round) || (before?.exercise === exercise && before.round !== round)) {
          box!.drop(exercise, round)
          votes.forget(exercise)
        }
        seen = id
        view.value = next
      },
      reached(yes) {
        if (yes && !isThere.value) void box!.flush()
        isThere.value = yes
      },
      refused() {
        box!.stop()
        boxReady.value = false
        view.value = undefined
        isThere.value = true
        isIn.value = false
      },
    })
  }

  // The exercise itself is fetched when the room comes to it, and once more when its reveal may be seen.
  watch(
    () => {
      const { exercise = '', shown = false } = view.value?.current ?? {}
      return `${exercise} ${shown}`
    },
    async () => {
      const { exercise, shown } = view.value?.current ?? {}
      if (exercise === undefined) {
        now.value = undefined
        return
      }
      const isStill = () => view.value?.current?.exercise === exercise && view.value.current.shown === shown
      for (let wait = 500; isStill(); wait = Math.min(wait * 2, 8000)) {
        const fetched = await fetchExercise(exercise)
        if (fetched && isStill()) {
          const { references, exercises } = context.value
          context.value = {
            ...context.value,
            references: { ...references, ...fetched.references },
            // What was done before may be of use to a plan or a message.
            ...(shown && { exercises: { ...exercises, [exercise]: fetched.exercise } }),
          }
          now.value = { exercise: fetched.exercise, reveals: shown === true, accent: accentOf(fetched.module) }
          return
        }
        await new Promise(resolve => setTimeout(resolve, wait))
      }
    },
  )

  const accentOf = (module?: string) => page.modules.find(({ id }) => id === module)?.accent

  /** An answer was changed on this phone: unless it is known to be too late, it is sent to the room. */
  function changed(exercise: string) {
    const current = view.value?.current
    const record = now.value?.exercise
    if (!box || !record || record.id !== exercise || current?.exercise !== exercise || !current.open) return
    const voted = votes.votes(exercise)
    box.put({
      exercise,
      round: current.round,
      seen,
      ...share(own.entry(exercise).value, record, kindOf(record.kind)),
      ...(voted.length > 0 && { done: true, categories: [...voted] }),
    })
  }

  const delivery = computed(() => {
    const exercise = view.value?.current?.exercise
    return boxReady.value && exercise !== undefined ? box!.deliveries.get(exercise) : undefined
  })

  return {
    isIn,
    isThere,
    view,
    now,
    site,
    delivery,
    isCleared: computed(() => {
      const { exercise = '', round = 1 } = view.value?.current ?? {}
      return boxReady.value && box!.isEarlier(exercise, round) && !delivery.value
    }),
    enter,
    join,
    changed,
    draft: (exercise?: string) => draftIn(own, exercise),
    write: (text: string, exercise?: string) =>
      askRoom(ROOM, 'participant', { do: 'write', text, ...(exercise !== undefined && { exercise }) }),
    vote: (message: string, up: boolean) => askRoom(ROOM, 'participant', { do: 'vote', message, up }),
  }
}

interface Fetched {
  exercise: Now['exercise']
  references: Record<string, Reference>
  module?: string
}

/** Nothing when it could not be had; its script is loaded with it. */
async function fetchExercise(id: string): Promise<Fetched | undefined> {
  const fetched = await readRoom<Fetched>(`${ROOM}participant/exercises/${encodeURIComponent(id)}`)
  try {
    if (fetched) await screens.load(fetched.exercise.kind)
    return fetched
  } catch {
    return undefined
  }
}
