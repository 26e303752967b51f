import type { AppContext } from '@slidev/types'
import type { App } from 'vue'
import { computed, ref, shallowRef } from 'vue'

import { roomCountsKey } from '../../components/composables/counts'
import type { Counts } from '../../components/exercises/kind'
import { askRoom, followRoom, readRoom } from '../../components/room/connection'
import type { Invitation, Leader, Led, Me, ProjectorView } from '../../components/room/wire'
import { LEADERS } from '../../components/room/wire'
import { deckRoomKey } from './deck-room'
import { followPlace } from './follow-place'
import { lastSender } from './last-sender'

type Router = AppContext['router']

/** Where a room is in an exercise that nobody has led yet, or that was cleared. */
const BEGINNING: Led = { step: 0, way: [] }
/** How long the deck waits for the room before it is shown, in milliseconds. */
const TIMEOUT = 1500

/**
 * Joins the live room, if the server that gave out this page has one: this window follows it, shows it, and leads it
 * as far as this browser may.
 */
export async function joinRoom(app: App, router: Router) {
  const base = document.querySelector<HTMLMetaElement>('meta[name="workshop-room"]')?.content
  if (!base || new URLSearchParams(location.search).has('print')) return
  const view = shallowRef<ProjectorView>()
  const isThere = ref(true)
  const leads = ref<Leader>()
  const name = ref('')
  const invitation = shallowRef<Invitation>()
  const drives = computed(() => leads.value !== undefined && view.value?.driver === leads.value)

  let isDrawn = false
  const act = (command: object) => (leads.value ? askRoom(base, leads.value, command) : Promise.resolve(undefined))
  /** Hands are typed in where the room is out of reach, too: each exercise has those that were typed last. */
  const senders = new Map<string, ReturnType<typeof lastSender<Counts>>>()
  function senderOf(exercise: string) {
    const sender = senders.get(exercise) ?? lastSender(counts => act({ do: 'type', exercise, counts }))
    senders.set(exercise, sender)
    return sender
  }
  const place = followPlace(router, { view, drives, move: to => act({ do: 'move', ...to }) })

  const first = new Promise<void>(resolve => {
    setTimeout(resolve, TIMEOUT)
    void (async () => {
      // When the room cannot be asked, this is a deck without one.
      const { roles = [], room = '' } = (await readRoom<Partial<Me>>(`${base}me`)) ?? {}
      name.value = room
      leads.value = LEADERS.find(role => roles.includes(role))
      if (!roles.includes('projector')) return resolve()
      invitation.value = await readRoom<Invitation>(`${base}projector/invitation`)
      followRoom(base, 'projector', {
        receive: next => {
          const isFirst = view.value === undefined
          view.value = next
          if (isFirst) resolve()
          if (isDrawn) place.follow()
        },
        reached: yes => {
          isThere.value = yes
          // The window that drives may have moved meanwhile.
          if (yes && isDrawn && !drives.value) place.follow()
        },
      })
    })()
  })

  app.provide(deckRoomKey, {
    view,
    isThere,
    invitation,
    picture: computed(() => `${base}projector/join.svg`),
    leads,
    drives,
  })
  app.provide(roomCountsKey, {
    get name() {
      return name.value
    },
    answers(exercise) {
      const { counts, typed = {} } = view.value?.tallies[exercise] ?? {}
      return counts && minus(counts, typed)
    },
    led: exercise => view.value && (view.value.tallies[exercise]?.led ?? BEGINNING),
    lead: (exercise, led) => void act({ do: 'lead', exercise, ...led }),
    hands: exercise => view.value?.tallies[exercise]?.typed,
    type: (exercise, counts) => senderOf(exercise).send(counts),
  })
  await first
  await place.begin()
  isDrawn = true
}

const minus = (counts: Counts, others: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).map(([category, count]) => [category, count - (others[category] ?? 0)]))
