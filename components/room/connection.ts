import type { Me, Refused, Role, Views } from './wire'

/** The server sends a heartbeat every 20 seconds: after so long without one, the connection is lost (milliseconds). */
const SILENCE = 50_000
const RETRY = { from: 1000, to: 15_000 }
/** A stream sends something at once: where nothing has come after so long, a proxy buffers it. */
const BUFFERED = 6000
/** How often the room is polled then. */
const POLL = 3000
/** How long a request may take, in milliseconds. */
const TIMEOUT = 15_000

export interface Following<R extends Role> {
  /** Called with each view, and the id of the last event that it takes in. */
  receive: (view: Views[R], id: number) => void
  /** Called when the room is lost, and when it is there again. */
  reached?: (isThere: boolean) => void
  /** Called when the room does not know this browser any more, as after a start with a new room. It follows no more. */
  refused?: () => void
}

/**
 * Follows a room through dead spots, sleep and restarts of the server. Where a proxy buffers the stream, the room is
 * polled.
 * @param base the room's address, with a slash at the end
 * @returns stops it
 */
export function followRoom<R extends Role>(
  base: string,
  role: R,
  { receive, reached, refused }: Following<R>,
): () => void {
  let source: EventSource | undefined
  let last = 0
  let reachedAt = Date.now()
  let retry = RETRY.from
  let waiting: ReturnType<typeof setTimeout> | undefined
  let polling: ReturnType<typeof setTimeout> | undefined
  let arrives = false
  let ended = false

  function open() {
    clearTimeout(waiting)
    source?.close()
    reachedAt = Date.now()
    arrives = false
    clearTimeout(polling)
    polling = setTimeout(() => void poll(), BUFFERED)
    source = new EventSource(`${base}${role}/events?after=${last}`)
    source.addEventListener('open', () => {
      retry = RETRY.from
      noteReached()
    })
    source.addEventListener('beat', arrived)
    source.addEventListener('message', ({ data, lastEventId }: MessageEvent<string>) => {
      last = Number(lastEventId) || last
      arrived()
      receive(JSON.parse(data) as Views[R], last)
    })
    source.addEventListener('error', () => {
      reached?.(false)
      // A refusal, or a proxy's own error page, ends a stream for good: then it is opened anew.
      if (source?.readyState === EventSource.CLOSED) later()
    })
  }
  function arrived() {
    arrives = true
    clearTimeout(polling)
    noteReached()
  }
  async function poll() {
    const news = await newsSince<Views[R]>(`${base}${role}/now?after=${last}`)
    if (ended || arrives) return
    if (news) noteReached()
    if (news?.view) {
      last = news.id
      receive(news.view, last)
    }
    polling = setTimeout(() => void poll(), POLL * (news ? 1 : 3))
  }
  function noteReached() {
    reachedAt = Date.now()
    reached?.(true)
  }
  function later() {
    if (ended) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void openAnew(), retry * (0.5 + Math.random() / 2))
    retry = Math.min(RETRY.to, retry * 2)
  }
  async function openAnew() {
    const me = await readRoom<Partial<Me>>(`${base}me`)
    if (ended) return
    if (!Array.isArray(me?.roles) || me.roles.includes(role)) return open()
    stop()
    refused?.()
  }
  /** After sleep, a phone still has a connection that the network has long dropped. */
  function look() {
    // The clock may have been set back meanwhile.
    if (Math.abs(Date.now() - reachedAt) > SILENCE) open()
  }
  const watch = setInterval(look, 10_000)
  document.addEventListener('visibilitychange', look)
  window.addEventListener('online', open)
  open()
  return stop

  function stop() {
    ended = true
    clearInterval(watch)
    clearTimeout(waiting)
    clearTimeout(polling)
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('online', open)
    source?.close()
  }
}

/** Nothing when the room was not reached; without a view when there is nothing new. */
const newsSince = <V>(address: string) => readRoom<{ id: number; view?: V }>(address, { id: 0 })

/**
 * Reads what a room has at an address.
 * @param empty what a reply without content stands for
 * @returns nothing when the room does not have it, or does not answer in time. Never throws.
 */
export async function readRoom<T>(address: string, empty?: T): Promise<T | undefined> {
  try {
    return await inTime(async signal => {
      const response = await fetch(address, { signal })
      if (response.status === 204) return empty
      return response.ok ? ((await response.json()) as T) : undefined
    })
  } catch {
    return undefined
  }
}

/**
 * Asks a room what it knows of this browser, again and again until it answers.
 * @param missed called each time that it does not
 */
export async function askWhoIAm(base: string, missed: () => void): Promise<Me> {
  for (let wait = RETRY.from; ; wait = Math.min(RETRY.to, wait * 2)) {
    const me = await readRoom<Partial<Me>>(`${base}me`)
    // Something between here and the room may answer in its place, with other words.
    if (Array.isArray(me?.roles)) return me as Me
    missed()
    await new Promise(resolve => setTimeout(resolve, wait))
  }
}

/** Gives up requests that take too long: a network may accept a connection and never answer on it. */
async function inTime<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT)
  try {
    return await request(abort.signal)
  } finally {
    clearTimeout(timer)
  }
}

/** How a request to a room ended: done, refused by the room, or not answered by it. */
export type Outcome<T = unknown> = { done: T } | { refused: string; sentence: string } | 'unreachable'

/** Asks a room to do something. Never throws. */
export async function askRoom<T = unknown>(base: string, path: string, command: object): Promise<Outcome<T>> {
  try {
    return await inTime(async signal => {
      const response = await fetch(`${base}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(command),
        signal,
      })
      const reply = (await response.json()) as T | Refused
      if (response.ok) return { done: reply as T }
      const { refused, sentence } = reply as Refused
      return typeof refused === 'string' ? { refused, sentence } : 'unreachable'
    })
  } catch {
    // No connection, or the answer of something between here and the room.
    return 'unreachable'
  }
}
