import { ref } from 'vue'

import type { Kept, ToWorker } from '../offline/messages'
import { askWorker } from './ask-worker'

/** The state of the page's worker. */
export const offline = {
  /** Whether the pages are kept on this device. */
  kept: ref(false),
  /** A new version that waits for somebody to choose it. */
  waiting: ref<ServiceWorker>(),
  /** Whether another window has changed to a new version, so that this page belongs to an earlier one. */
  renewed: ref(false),
}

/** Longer than this, in milliseconds, a new version does not wait for what this page is fetching. */
const TIMEOUT = 3000

let chosenHere = false
/** What this page is fetching for itself. */
const underWay = new Set<Promise<unknown>>()

/** Registers the worker once the page stands; does nothing where the browser has none, or from another scheme. */
export async function registerWorker() {
  try {
    const { serviceWorker } = navigator
    let hadOne = serviceWorker.controller !== null
    serviceWorker.addEventListener('controllerchange', () => {
      offline.renewed.value = hadOne && !chosenHere
      hadOne = true
    })
    const registration = await serviceWorker.register('./worker.js')
    const look = () => {
      offline.kept.value = registration.active !== null
      offline.waiting.value = registration.active ? (registration.waiting ?? undefined) : undefined
    }
    look()
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
    registration.installing?.addEventListener('statechange', look)
  } catch {
    // No worker, as in a private window, or where storage is blocked: the pages then need a connection, and nothing
    // else changes.
  }
}

/** Fetches a part of this page, unless the page is about to be loaded anew. */
export function fetchPart(fetch: () => Promise<void>) {
  if (chosenHere) return
  const part = fetch().finally(() => underWay.delete(part))
  underWay.add(part)
}

/**
 * Changes to the new version; this page is loaded anew as soon as it has taken over. What is being fetched comes first:
 * Chromium starts a worker again for a request that arrives while it is being stopped, and the new one then waits until
 * that worker has had nothing to do for half a minute.
 */
export async function takeOver() {
  const worker = offline.waiting.value
  chosenHere = true
  await Promise.race([Promise.allSettled(underWay), new Promise(resolve => setTimeout(resolve, TIMEOUT))])
  // A page that was reloaded past the worker has none to change, so it waits for the new one itself.
  worker?.addEventListener('statechange', () => worker.state === 'activated' && location.reload())
  worker?.postMessage({ type: 'take-over' } satisfies ToWorker)
}

/** Asks the worker about the slides and papers, or asks it to keep them. */
export async function extras(type: 'keep-extras' | 'ask-extras'): Promise<Kept> {
  const { active } = await navigator.serviceWorker.ready
  return askWorker(active, { type })
}
