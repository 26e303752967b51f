/// <reference lib="webworker" />
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching'

import type { Extra } from './extras'
import { extrasOf, isVersion } from './extras'
import type { FromWorker, ToWorker } from './messages'

/**
 * Keeps the pages on the device, so that they work in a tunnel. A new version is fetched whole beside the old one
 * and waits: it takes over when somebody chooses it, or when the last page of the old one is closed. If the fetching
 * breaks off, the old one stays as it is, and the next visit tries again. Old files go at the first visit when no page
 * is open: until then the pages of an old version find their scripts here, which the host has no more.
 */
declare const self: ServiceWorkerGlobalScope
/** Pages, scripts, styles and fonts; written in by the build. What is named by what is in it has no revision. */
declare const PRECACHE: { url: string; revision: string | null }[]
/** The slides' files and the papers, which are kept when opened or on request. */
declare const EXTRAS: Extra[]
/** The id of the workshop. */
declare const WORKSHOP: string

/** How often a waiting page gets `working`, in milliseconds; less than SILENCE in ask-worker.ts. */
const WORKING = 5000

const { registration } = self
const scope = new URL('./', self.location.href).href
const revisions = new Map(PRECACHE.map(({ url, revision }) => [new URL(url, scope).href, revision]))
const extras = extrasOf(EXTRAS, scope)
/** Whether no page here has been kept by an earlier version. */
let first = false
/** Whether another workshop was served at this address before: then there is no earlier version to wait for. */
let replaces = false

const precache = new PrecacheController({
  plugins: [
    {
      // A page of another version than this one, as a host serves it in the middle of an update, would miss its
      // scripts for good. The price: where a host rewrites pages on their way, none is kept.
      cacheWillUpdate: async ({ request, response }) =>
        response.status === 200 && (await isVersion(response, revisions.get(request.url))) ? response : null,
    },
  ],
})
precache.addToCacheList(PRECACHE)
// No page reads what follows a question mark; services that share links add to it. Some hosts take the .html from an
// address.
const pages = new PrecacheRoute(precache, { cleanURLs: true, ignoreURLParametersMatching: [/./] })
cleanupOutdatedCaches()

self.addEventListener('fetch', event => {
  const { request } = event
  const isPage = request.mode === 'navigate'
  const url = new URL(request.url)
  url.hash = url.search = ''
  if (url.href.endsWith('/slides/')) url.pathname += 'index.html'
  if (request.method === 'GET' && extras.has(url.href)) {
    const response = extras.respond(event, url.href)
    // Instead of the browser's own page for this, the one that says what is kept.
    event.respondWith(
      isPage ? response.catch(() => Response.redirect(new URL('about.html#on-device', scope))) : response,
    )
  } else if (request.method === 'GET' && url.href.startsWith(scope)) {
    const params = pages.match({ event, request, url, sameOrigin: true })
    if (params) event.respondWith(pages.handler.handle({ event, request, url, params }))
    // A page of the version before asks for a part of its own.
    else if (!isPage) event.respondWith(keptBefore(url.href).then(kept => kept ?? fetch(request)))
  }
  // Not while another version is being fetched or waits.
  if (isPage && !registration.waiting && !registration.installing) event.waitUntil(tidy(event))
})

/** Nothing where the browser may not, or does not, keep anything any more. */
const keptBefore = (address: string) => caches.match(address).catch(() => undefined)

async function tidy(event: ExtendableEvent) {
  // The page that is about to come is not among them; other sites can share the host.
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!open.some(({ url }) => url.startsWith(scope))) await precache.activate(event)
  // What an update could not fetch again.
  await extras
    .renew()
    .then(extras.tidy)
    .catch(() => {})
}

self.addEventListener('install', event => {
  first = registration.active === null
  void precache.install(event)
  event.waitUntil(extras.renew().catch(() => {}))
  event.waitUntil(replaceAnother())
})

async function replaceAnother() {
  // Several versions may be kept, all of one workshop.
  const kept = await caches.match(new URL('index.html', scope).href, { ignoreSearch: true })
  const id = kept && /<html[^>]* data-workshop="([^"]*)"/.exec(await kept.text())?.[1]
  replaces = id !== undefined && id !== WORKSHOP
  if (replaces) await self.skipWaiting()
}

/** Their requests are answered once this worker is active: to wait for one of them here would be to wait for ever. */
async function reloadPages() {
  await self.clients.claim()
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url).catch(() => {})
}

self.addEventListener('activate', event => {
  if (replaces) {
    // The other workshop's pages are of no use: nothing of it stays.
    void precache.activate(event)
    event.waitUntil(reloadPages())
  }
  // The page that brought the first worker belongs to it: what it loads later must be there without a network too.
  if (first) event.waitUntil(self.clients.claim())
  event.waitUntil(extras.tidy().catch(() => {}))
})

self.addEventListener('message', event => {
  const message = event.data as ToWorker
  if (message.type === 'take-over') event.waitUntil(self.skipWaiting())
  else if (message.type === 'keep-extras') event.waitUntil(keepExtras())
  else if (message.type === 'ask-extras') event.waitUntil(extras.areKept().then(kept => answer({ kept })))

  async function keepExtras() {
    const working = setInterval(() => answer({ working: true }), WORKING)
    try {
      await extras.keepAll()
      answer({ kept: true })
    } catch {
      answer({ kept: false, failed: true })
    } finally {
      clearInterval(working)
    }
  }

  function answer(said: FromWorker) {
    event.ports[0]?.postMessage(said)
  }
})
