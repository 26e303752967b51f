import type { SharedState } from '@slidev/client'
import { sharedState } from '@slidev/client'
import { toRaw } from 'vue'

import type { Router, WindowPlace } from './window-place'
import { moveWindow, windowPlace } from './window-place'

interface Here {
  type: 'here'
  state: WindowPlace & Partial<SharedState>
}
type Message = { type: 'where' } | Here

/** Only here do Slidev's windows follow each other both ways. */
const HOSTS = ['127.0.0.1', 'localhost']
/** How long a window that is there has to answer, in milliseconds. */
const TIMEOUT = 500

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
  if (others && windowPlace(router)) await moveWindow(router, others)
  // Slidev sends the whole of this state at the next change of any part of it.
  Object.assign(sharedState, others, windowPlace(router))
  navigator.locks?.request(name, { mode: 'shared' }, () => new Promise(() => {})).catch(() => {})
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    const here = windowPlace(router)
    if (data.type === 'where' && here)
      channel.postMessage({ type: 'here', state: { ...toRaw(sharedState), ...here } } satisfies Message)
  })
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

function ask(channel: BroadcastChannel): Promise<Here['state'] | undefined> {
  return new Promise(resolve => {
    const done = (state?: Here['state']) => {
      channel.removeEventListener('message', hear)
      clearTimeout(waiting)
      resolve(state)
    }
    const hear = ({ data }: MessageEvent<Message>) => data.type === 'here' && done(data.state)
    const waiting = setTimeout(done, TIMEOUT)
    channel.addEventListener('message', hear)
    channel.postMessage({ type: 'where' } satisfies Message)
  })
}
