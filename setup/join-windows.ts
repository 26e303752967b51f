import type { SharedState } from '@slidev/client'
import { sharedState } from '@slidev/client'
import type { AppContext } from '@slidev/types'
import { toRaw } from 'vue'

type Router = AppContext['router']
type Message = { type: 'where' } | { type: 'here'; state: Partial<SharedState> }

/** Only here do Slidev's windows follow each other both ways. */
const HOSTS = ['127.0.0.1', 'localhost']
/** Slidev's pages that stand at a slide of their own. */
const PAGES = ['play', 'presenter']
/** How long a window that is there has to answer, in milliseconds. */
const PATIENCE = 500

/**
 * Opens a new or reloaded window where the other windows of this browser are, with their clock. Slidev by itself would
 * move the others to the address that the new window was opened with.
 * @param workshop the id, so that two workshops on one address do not mix
 */
export async function joinWindows(router: Router, workshop: string) {
  if (!HOSTS.includes(location.hostname) || new URLSearchParams(location.search).has('print')) return
  const name = `${workshop}:windows`
  const channel = new BroadcastChannel(name)
  const others = (await isHeld(name)) ? await ask(channel) : undefined
  if (others && place(router)) {
    const { name: page, query } = router.currentRoute.value
    await router.replace({
      path: `${page === 'presenter' ? '/presenter' : ''}/${others.page}`,
      query: { ...query, clicks: others.clicks || undefined },
    })
  }
  // Slidev sends the whole of this state at the next change of any part of it.
  Object.assign(sharedState, others, place(router))
  navigator.locks?.request(name, { mode: 'shared' }, () => new Promise(() => {})).catch(() => {})
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    const here = place(router)
    if (data.type === 'where' && here)
      channel.postMessage({ type: 'here', state: { ...toRaw(sharedState), ...here } } satisfies Message)
  })
}

/** Where this window is, unless it shows something else than one slide. */
function place({ currentRoute }: Router): Pick<SharedState, 'page' | 'clicks'> | undefined {
  const { name, params, query } = currentRoute.value
  return PAGES.includes(String(name)) ? { page: Number(params.no), clicks: Number(query.clicks ?? 0) } : undefined
}

/** Whether another window may be open: each holds this lock for as long as it is. */
async function isHeld(name: string): Promise<boolean> {
  try {
    const { held } = await navigator.locks.query()
    return held?.some(lock => lock.name === name) ?? false
  } catch {
    // A browser that may not store anything has no locks either: then only asking tells.
    return true
  }
}

function ask(channel: BroadcastChannel): Promise<Partial<SharedState> | undefined> {
  return new Promise(resolve => {
    const done = (state?: Partial<SharedState>) => {
      channel.removeEventListener('message', hear)
      clearTimeout(waiting)
      resolve(state)
    }
    const hear = ({ data }: MessageEvent<Message>) => data.type === 'here' && done(data.state)
    const waiting = setTimeout(done, PATIENCE)
    channel.addEventListener('message', hear)
    channel.postMessage({ type: 'where' } satisfies Message)
  })
}
