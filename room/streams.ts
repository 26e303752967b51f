import type { ServerResponse } from 'node:http'

import type { Role } from '../components/room/wire'
import { ROLES } from '../components/room/wire'
import type { LiveRoom } from './live-room'

/** Changes within so many milliseconds go out together: a room that answers at once is one message, not many. */
const TOGETHER = 100
/** Proxies and phones close a connection on which nothing is sent for a minute. */
const HEARTBEAT = 20_000
/** Bytes that wait for a connection before it is given up: it comes back, and resumes. */
const MOST_WAITING = 256 * 1024
/** How long a phone may be away before it is no longer counted as here. */
const AWAY = 60_000

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // nginx would keep events until its buffer is full.
  'X-Accel-Buffering': 'no',
  'Connection': 'keep-alive',
  'X-Content-Type-Options': 'nosniff',
}

interface Current {
  text: string
  /** The last event that the view takes in. */
  id: number
}

/**
 * Server-sent events, a stream a role: each event is the role's whole view, under the id of the last event of the log
 * that it takes in. A page that comes back with that id, and missed nothing, is sent nothing.
 */
export class Streams {
  private readonly room: LiveRoom
  /** Every connection, with the id of what it was last sent. */
  private readonly open: Record<Role, Map<ServerResponse, number>> = {
    facilitator: new Map(),
    cofacilitator: new Map(),
    projector: new Map(),
    participant: new Map(),
  }
  /** How many connections each phone has. */
  private readonly connections = new Map<string, number>()
  /** When each phone that no stream reaches last polled. */
  private readonly polled = new Map<string, number>()
  private readonly current = new Map<Role, Current>()
  private readonly away = new Set<NodeJS.Timeout>()
  private pending: NodeJS.Timeout | undefined
  private readonly heartbeat: NodeJS.Timeout
  private readonly forget: () => void
  /** The event of the last server's beginning after which the phones of this one were confirmed. */
  private confirmed: number

  /** Phones that were here before this process began count as here only if a server has them, or gets them back. */
  constructor(room: LiveRoom) {
    this.room = room
    this.confirmed = room.state.joined
    this.forget = room.onChange(() => {
      this.pending ??= setTimeout(() => this.publish(), TOGETHER)
    })
    this.heartbeat = setInterval(() => this.send(ROLES), HEARTBEAT)
    this.heartbeat.unref()
    for (const who of room.state.here.keys()) this.leaveLater(who, room.state.last)
    room.join().catch(() => {})
  }

  /**
   * Opens a stream.
   * @param lastId the id of the last event that the browser had, when it comes back
   * @param who the participant's
   */
  connect(role: Role, response: ServerResponse, lastId: number, who?: string) {
    response.writeHead(200, HEADERS)
    // Spread out, so that a room whose server was away for a moment does not come back in one instant.
    response.write(`retry: ${1000 + Math.round(Math.random() * 2000)}\n\n`)
    // A new connection gets at once what the others get at the next publication.
    const current = this.upToDate(role)
    // In any case something is sent at once: a page to which nothing comes then knows that a proxy buffers the stream.
    response.write(this.isNews(lastId, current) ? message(current) : BEAT)
    this.open[role].set(response, current.id)
    if (who !== undefined) this.arrive(who)
    response.on('close', () => {
      this.open[role].delete(response)
      if (who !== undefined) this.leave(who)
    })
  }

  /**
   * What a stream would send now, for pages that poll because a proxy buffers it.
   * @returns nothing when there is nothing new
   */
  now(role: Role, lastId: number, who?: string): string | undefined {
    if (who !== undefined) this.poll(who)
    const current = this.upToDate(role)
    return this.isNews(lastId, current) ? `{"id":${current.id},"view":${current.text}}` : undefined
  }

  /** An id from the future is that of another room. */
  private isNews = (lastId: number, current: Current) => lastId < current.id || lastId > this.room.state.last

  /** How many connections there are. */
  get size(): number {
    return ROLES.reduce((sum, role) => sum + this.open[role].size, 0)
  }

  connectionsOf = (who: string) => this.connections.get(who) ?? 0

  close() {
    this.forget()
    clearInterval(this.heartbeat)
    clearTimeout(this.pending)
    for (const timer of this.away) clearTimeout(timer)
    for (const role of ROLES) for (const response of this.open[role].keys()) response.destroy()
  }

  private publish() {
    this.pending = undefined
    for (const role of ROLES) this.send([role], this.upToDate(role))
    if (this.room.state.joined > this.confirmed) {
      this.confirmed = this.room.state.joined
      this.room.confirm(new Set([...this.connections.keys(), ...this.polled.keys()])).catch(() => {})
    }
    // Another server lost sight of a phone that has come over to this one.
    for (const who of this.connections.keys()) this.presence(who, true)
  }

  /** The view of a role. As long as it is the same it keeps its id: a connection that has that id misses nothing. */
  private upToDate(role: Role): Current {
    const before = this.current.get(role)
    const id = this.room.state.last
    if (before?.id === id) return before
    const text = JSON.stringify(this.room.view(role))
    if (before?.text === text) return before
    const now = { text, id }
    this.current.set(role, now)
    return now
  }

  /** @param current what to send to those that do not have it yet; none sends a heartbeat */
  private send(roles: readonly Role[], current?: Current) {
    const bytes = Buffer.from(current ? message(current) : BEAT)
    for (const role of roles)
      for (const [response, last] of this.open[role]) {
        if (current && last === current.id) continue
        if (response.writableLength > MOST_WAITING) {
          response.destroy()
          continue
        }
        response.write(bytes)
        if (current) this.open[role].set(response, current.id)
      }
  }

  private arrive(who: string) {
    this.connections.set(who, this.connectionsOf(who) + 1)
    this.presence(who, true)
  }

  private leave(who: string) {
    const left = this.connectionsOf(who) - 1
    if (left > 0) this.connections.set(who, left)
    else {
      this.connections.delete(who)
      this.leaveLater(who)
    }
  }

  /** A phone that polls counts as here, without a connection. */
  private poll(who: string) {
    const isNew = !this.polled.has(who)
    this.polled.set(who, performance.now())
    this.presence(who, true)
    if (isNew) this.leaveLater(who)
  }

  /** @param unlessAfter for a phone that another server may have: the event after which it says that it does */
  private leaveLater(who: string, unlessAfter = Infinity) {
    const timer = setTimeout(() => {
      this.away.delete(timer)
      if (performance.now() - (this.polled.get(who) ?? -AWAY) < AWAY) return this.leaveLater(who, unlessAfter)
      this.polled.delete(who)
      const isElsewhere = (this.room.state.here.get(who) ?? 0) > unlessAfter
      if (!this.connections.has(who) && !isElsewhere) this.presence(who, false)
    }, AWAY)
    timer.unref()
    this.away.add(timer)
  }

  /** How many are here is no more than a help: where it cannot be kept, the room goes on. */
  private presence(who: string, isHere: boolean) {
    this.room.presence(who, isHere).catch(() => {})
  }
}

/** An event, because an EventSource passes over the comments that heartbeats are usually sent as. */
const BEAT = 'event: beat\ndata: .\n\n'
const message = ({ text, id }: Current) => `id: ${id}\ndata: ${text}\n\n`
