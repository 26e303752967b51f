/// <reference lib="webworker" />

/** A file of the slides or papers. The hash tells its versions apart where its name does not. */
export interface Extra {
  file: string
  hash?: string
}

export interface Extras {
  /** Whether this belongs to the slides or papers. */
  has: (url: string) => boolean
  /** Answers with what is kept, or with what comes over the network; then keeps it, or all of the slides. */
  respond: (event: FetchEvent, url: string) => Promise<Response>
  /** Keeps all of them. */
  keepAll: () => Promise<void>
  areKept: () => Promise<boolean>
  /** Fetches again, in this version, what was kept in an earlier one. */
  renew: () => Promise<void>
  /** Drops what earlier versions had, unless this one still lacks it. */
  tidy: () => Promise<void>
}

const SLIDES = 'slides/'
const INDEX = 'slides/index.html'

/**
 * The slides and papers on this device, from when they are opened or asked for. Files differ by version and
 * lie together: an update fetches only what has changed, and until it is here the earlier version is better than none.
 * @param scope where this worker is at home; other sites of the same host have their own
 */
export function extrasOf(extras: readonly Extra[], scope: string): Extras {
  const NAME = `extras ${scope}`
  const byUrl = new Map(extras.map(extra => [new URL(extra.file, scope).href, extra]))
  const slides = extras.filter(({ file }) => file.startsWith(SLIDES))
  const keyOf = ({ file, hash }: Extra) => new URL(hash ? `${file}?${hash}` : file, scope).href
  const fileOf = (key: string) => key.slice(scope.length).split('?')[0]!

  const has = (url: string) => byUrl.has(url) || url.startsWith(new URL(SLIDES, scope).href)
  const keys = async () => (await (await caches.open(NAME)).keys()).map(({ url }) => url)

  async function missing(wanted: readonly Extra[]): Promise<Extra[]> {
    const kept = new Set(await keys())
    return wanted.filter(extra => !kept.has(keyOf(extra)))
  }

  async function respond(event: FetchEvent, url: string): Promise<Response> {
    const cache = await caches.open(NAME)
    const extra = byUrl.get(url)
    const kept = extra && (await cache.match(keyOf(extra)))
    if (kept) return kept
    try {
      const fetched = await fetch(event.request)
      // Slides that were opened once are there as a whole the next time: half a deck is of no use in a tunnel.
      if (extra?.file === INDEX) event.waitUntil(keep(slides).catch(() => {}))
      else if (extra) event.waitUntil(put(extra, fetched.clone()).catch(() => {}))
      return fetched
    } catch (error) {
      const earlier = await cache.match(url, { ignoreSearch: true })
      if (!earlier) throw error
      return earlier
    }
  }

  /**
   * The deck's page comes last: where it is, all that it needs is. What came in spite of a failure stays for the next
   * time.
   */
  async function keep(wanted: readonly Extra[]) {
    const files = await missing(wanted)
    for (const last of [false, true]) {
      const results = await Promise.allSettled(files.filter(({ file }) => (file === INDEX) === last).map(fetchAndPut))
      const failed = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined
      if (failed) throw failed.reason
    }
  }

  async function fetchAndPut(extra: Extra) {
    // What is named by what is in it may come from any cache on the way.
    const fetched = await fetch(new URL(extra.file, scope), extra.hash ? { cache: 'no-cache' } : {})
    if (!(await put(extra, fetched))) throw new Error(`${extra.file} is not there, or not in this version.`)
  }

  /** A part of a file, as PDF readers ask for it, is not the file; neither is another version of it. */
  async function put(extra: Extra, response: Response): Promise<boolean> {
    if (response.status !== 200 || !(await isVersion(response, extra.hash))) return false
    // A page may not be answered with what came by a detour, so that is kept as if it had come straight.
    const straight = response.redirected ? new Response(response.body, { headers: response.headers }) : response
    await (await caches.open(NAME)).put(keyOf(extra), straight)
    return true
  }

  /** What was kept in any version: the slides count as one. */
  async function wanted(): Promise<Extra[]> {
    const kept = new Set((await keys()).map(fileOf))
    return extras.filter(({ file }) => kept.has(file.startsWith(SLIDES) ? INDEX : file))
  }

  const renew = async () => keep(await wanted())

  async function tidy() {
    if ((await missing(await wanted())).length) return
    const cache = await caches.open(NAME)
    const current = new Set(extras.map(keyOf))
    await Promise.all((await keys()).filter(key => !current.has(key)).map(key => cache.delete(key)))
  }

  return {
    has,
    respond,
    keepAll: () => keep(extras),
    areKept: async () => (await missing(extras)).length === 0,
    renew,
    tidy,
  }
}

/** Whether a file is what the build put there: the host may be half-way through an update. */
export async function isVersion(response: Response, hash: string | null | undefined): Promise<boolean> {
  if (!hash) return true
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()))
  return [...digest]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')
    .startsWith(hash)
}
