import { computed, onMounted, ref, shallowRef } from 'vue'

import { useAnnouncement } from '../../../components/composables/announcement'
import { askRoom, askWhoIAm, followRoom } from '../../../components/room/connection'
import type { Leader, LeaderView } from '../../../components/room/wire'
import { LEADERS } from '../../../components/room/wire'
import type { PageData } from '../page'
import { ROOM } from '../page'

export type Desk = ReturnType<typeof useDesk>

/** The room as the facilitator and co-facilitator see and lead it. */
export function useDesk(page: PageData) {
  /** Not known until the room was asked; nothing for a browser that came by none of the links. */
  const role = ref<Leader | 'none'>()
  const view = shallowRef<LeaderView>()
  const isThere = ref(true)
  /** Why the room did not do the last thing. */
  const { announced: refused, announce: refuse } = useAnnouncement()

  onMounted(async () => {
    const { roles } = await askWhoIAm(ROOM, () => (isThere.value = false))
    isThere.value = true
    role.value = LEADERS.find(each => roles.includes(each)) ?? 'none'
    if (role.value === 'none') return
    followRoom(ROOM, role.value, {
      receive: next => (view.value = next),
      reached: yes => (isThere.value = yes),
      refused: () => (role.value = 'none'),
    })
  })

  async function act(command: { do: string; [part: string]: unknown }, path: string = role.value!) {
    refuse('')
    const outcome = await askRoom(ROOM, path, command)
    refuse(outcome === 'unreachable' ? page.labels.roomScreen.lost : 'refused' in outcome ? outcome.sentence : '')
  }

  const drives = computed(() => view.value?.driver === role.value)
  /** One click on, or to the next slide after the last; the way back goes to the slide before. */
  function step(by: 1 | -1) {
    const { page: at, clicks, total } = view.value?.place ?? { page: 1, clicks: 0, total: 0 }
    if (by === 1 && clicks < total) return act({ do: 'move', page: at, clicks: clicks + 1, total })
    const to = Math.min(page.slides ?? at + 1, Math.max(1, at + by))
    return act({ do: 'move', page: to, clicks: 0, total: 0 })
  }

  /** The slide of the plan that the deck left for one to spare. */
  const leftAt = ref<number>()
  const firstSpare = Math.min(...(page.spare ?? []).map(({ slide }) => slide))
  const isSpare = computed(() => (view.value?.place?.page ?? 0) >= firstSpare)
  function goTo(slide: number) {
    if (!isSpare.value) leftAt.value = view.value?.place?.page ?? 1
    return act({ do: 'move', page: slide, clicks: 0, total: 0 })
  }

  return { role, view, isThere, refused, drives, act, step, goTo, isSpare, leftAt }
}
