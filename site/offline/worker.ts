/// <reference lib="webworker" />
import type { Kept, ToWorker } from './messages'
import type { PrecacheEntry } from 'workbox-precaching'
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching'

/**
 * Keeps the pages on the device, so that they work in a tunnel. A new version is fetched whole beside the old one
 * and waits: it takes over when somebody says so, or when the last page of the old one is closed. If the fetching
 * breaks off, the old one stays as it is.
 */
declare const self: ServiceWorkerGlobalScope
/** Pages, scripts, styles and fonts; written in by the build. */
declare const PRECACHE: PrecacheEntry[]
/** The slides' files and the papers, which are kept when opened or on request, and their version. */
declare const EXTRAS: { version: string, files: string[] }

precacheAndRoute(PRECACHE, { cleanURLs: false })
cleanupOutdatedCaches()

const CACHE = `extras-${EXTRAS.version}`
const scope = new URL('./', self.location.href)
const addresses = EXTRAS.files.map(file => new URL(file, scope).href)
const isSlides = (url: string) => url.startsWith(new URL('slides/', scope).href)

self.addEventListener('activate', event => event.waitUntil(renewExtras()))

self.addEventListener('message', (event) => {
  const message = event.data as ToWorker
  if (message.type === 'take-over')
    event.waitUntil(self.skipWaiting())
  else if (message.type === 'keep-extras')
    event.waitUntil(keepExtras(addresses).then(() => answer({ kept: true }), () => answer({ kept: false, failed: true })))
  else if (message.type === 'ask-extras')
    event.waitUntil(missing(addresses).then(files => answer({ kept: files.length === 0 })))

  function answer(kept: Kept) {
    event.ports[0]?.postMessage(kept)
  }
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  url.hash = url.search = ''
  if (url.href.endsWith('/slides/'))
    url.pathname += 'index.html'
  if (request.method !== 'GET' || !addresses.includes(url.href))
    return
  event.respondWith(fromExtras(url.href, request))
  // Slides that were opened once are there as a whole the next time: half a deck is of no use in a tunnel.
  if (request.mode === 'navigate' && isSlides(url.href))
    event.waitUntil(keepExtras(addresses.filter(isSlides)).catch(() => {}))
})

async function fromExtras(url: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(url)
  if (kept)
    return kept
  const fetched = await fetch(request)
  // A part of a file, as PDF readers ask for it, is not the file.
  if (fetched.status === 200)
    await cache.put(url, fetched.clone())
  return fetched
}

async function missing(files: readonly string[]): Promise<string[]> {
  const cache = await caches.open(CACHE)
  const kept = new Set((await cache.keys()).map(({ url }) => url))
  return files.filter(file => !kept.has(file))
}

async function keepExtras(files: readonly string[]) {
  const cache = await caches.open(CACHE)
  await cache.addAll(await missing(files))
}

/** Whoever had them before has them after an update too, as soon as they can be fetched. */
async function renewExtras() {
  const earlier = (await caches.keys()).filter(name => name.startsWith('extras-') && name !== CACHE)
  if (!earlier.length)
    return
  const had = new Set((await Promise.all(earlier.map(async name => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat())
  await Promise.all(earlier.map(name => caches.delete(name)))
  const again = [...(had.has(new URL('slides/index.html', scope).href) ? addresses.filter(isSlides) : []), ...addresses.filter(file => !isSlides(file) && had.has(file))]
  await keepExtras(again).catch(() => {})
}
