import type { SharedState } from '@slidev/client'
import { addSyncMethod, sharedState } from '@slidev/client'
import type { ComputedRef, ShallowRef } from 'vue'

import type { Outcome } from '../../components/room/connection'
import type { Place, ProjectorView } from '../../components/room/wire'
import type { Router, WindowPlace } from '../window-place'
import { moveWindow, windowPlace } from '../window-place'
import { lastSender } from './last-sender'

/** For so long after a move of its own a window does not follow the room, whose views may still have earlier moves. */
const OWN_MOVE = 800

interface Followed {
  view: ShallowRef<ProjectorView | undefined>
  /** Whether this browser moves the slides. */
  drives: ComputedRef<boolean>
  move: (place: Place) => Promise<Outcome | undefined>
}

/**
 * Has windows on several devices follow each other through the room, as Slidev's own do within one browser. The window
 * that drives sends every move to the room; all others go where the room is, and back there after a move of their own.
 */
export function followPlace(router: Router, { view, drives, move }: Followed) {
  let receive: ((data: Partial<SharedState>) => void) | undefined
  /** Where another window of this browser was last: that window sends it to the room. */
  let otherAt: WindowPlace | undefined
  /** Where this window has gone since the last change of Slidev's state. */
  let navigatedTo: WindowPlace | undefined
  /** Only the last move counts: places on the way there are not sent. */
  const { send, isSending } = lastSender(move)
  let movedAt = 0
  let later: ReturnType<typeof setTimeout> | undefined

  addSyncMethod({
    init(channel, onUpdate) {
      if (!channel.endsWith(' - shared')) return undefined
      receive = onUpdate
      return changed
    },
  })
  router.afterEach(() => {
    navigatedTo = windowPlace(router)
    if (!drives.value) lookLater(OWN_MOVE / 2)
  })

  function changed({ page, clicks, clicksTotal: total }: SharedState, updating = false) {
    const to = { page, clicks, total }
    // By its mark of another window alone a move could not be known: Slidev leaves that on for a moment too long.
    const moved = navigatedTo !== undefined && isSame(to, navigatedTo)
    navigatedTo = undefined
    if (updating && !moved) otherAt = to
    if (!drives.value || isSame(to, otherAt)) return
    // Without a place until the room has got the first one.
    const at = view.value?.place
    if (moved && !isSame(to, at)) {
      movedAt = Date.now()
      send(to)
    }
    // The clicks of a slide are counted once it is drawn.
    else if (isSame(to, at) && total !== at?.total && total > 0) send(to)
  }

  /** After a view of the room: unless this window has just moved by itself, it goes where the room is. */
  function follow() {
    const at = view.value?.place
    const here = windowPlace(router)
    if (!at) {
      if (drives.value && here) send({ ...here, total: 0 })
      return
    }
    if (!here || isSame(at, here)) return
    const since = Date.now() - movedAt
    if (drives.value && (isSending() || since < OWN_MOVE))
      return lookLater(Math.max(OWN_MOVE / 2, OWN_MOVE - since + 50))
    go(at, router.currentRoute.value.name === 'presenter')
  }

  function lookLater(after: number) {
    clearTimeout(later)
    later = setTimeout(follow, Math.max(50, after))
  }

  function go({ page, clicks, total }: Place, isPresenter: boolean) {
    otherAt = { page, clicks }
    navigatedTo = undefined
    receive?.({
      page,
      clicks,
      clicksTotal: total,
      // A window follows those of the other kind alone.
      lastUpdate: { id: 'room', type: isPresenter ? 'viewer' : 'presenter', time: Date.now() },
    })
    // Slidev follows within a moment; where it takes this for a change of its own, the address moves the window.
    setTimeout(() => {
      const here = windowPlace(router)
      const at = view.value?.place
      if (here && at && isSame(at, { page, clicks }) && !isSame(here, at)) void moveWindow(router, at)
    }, 150)
  }

  return {
    follow,
    /** Before the deck is drawn: it begins where the room is, or the room begins here. */
    async begin() {
      const at = view.value?.place
      if (!at) follow()
      else if (windowPlace(router)) {
        otherAt = at
        // Slidev goes by the whole of this state at the next change of any part of it.
        Object.assign(sharedState, { page: at.page, clicks: at.clicks })
        await moveWindow(router, at)
      }
    },
  }
}

const isSame = (one: WindowPlace, other: WindowPlace | undefined) =>
  one.page === other?.page && one.clicks === other.clicks
