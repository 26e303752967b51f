import { createClient, ErrorReply } from '@redis/client'

import { UserError } from '../model/user-error'
import type { Logged, RoomEvent } from './events'
import type { Identity } from './identity'
import type { RoomLog } from './log'
import { LogUnavailable } from './log'

/** How long a request to Redis may take before it counts as gone, in milliseconds. */
const TIMEOUT = 3000
/** How long one waiting for new events lasts, in milliseconds; then it is asked again. */
const WAIT = 5000

/** So much of a stream is read at once. */
const CHUNK = 5000
/** How long it is kept that a room was deleted, for servers that were away for a moment, in seconds. */
const UNTIL_READ = 60

/** Keeps an identity if there is none, as that of a new room: what a deleted one left goes. In one step. */
const TAKE_IDENTITY = `
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2]) then redis.call('DEL', KEYS[2]) end
return redis.call('GET', KEYS[1])`

/**
 * Keeps a room in a stream of Redis, where several servers share it: each of them reads what the others append.
 * @param url such as redis://localhost:6379; its path names the room, `redis://localhost:6379/0/tuesday`
 * @param days after which Redis forgets the room by itself
 * @throws UserError when Redis cannot be reached, or would lose what it has acknowledged
 */
export async function redisLog(url: string, days: number): Promise<RoomLog> {
  const { server, name } = readAddress(url)
  const [stream, about] = [`room:{${name}}:events`, `room:{${name}}:identity`]
  const client = createClient({ url: server, disableOfflineQueue: true, socket: { connectTimeout: TIMEOUT } })
  // What waits for events blocks its connection.
  const reader = client.duplicate()
  let refusal: ErrorReply | undefined
  const note = (error: unknown) => {
    if (error instanceof ErrorReply) refusal = error
  }
  // Without a listener an error of the connection would end the process; requests fail by themselves.
  for (const each of [client, reader]) each.on('error', note)
  try {
    await within(Promise.all([client.connect(), reader.connect()]))
    await within(requireDurability(client))
  } catch (error) {
    for (const each of [client, reader]) each.destroy()
    if (error instanceof UserError) throw error
    note(error)
    // Without the password that an address may hold.
    const { host } = new URL(server)
    if (refusal)
      throw new UserError(
        `Redis at ${host} refuses: ${refusal.message}`,
        'a password stands before the host, as in redis://:password@localhost:6379/0/tuesday',
      )
    throw new UserError(
      `Redis cannot be reached at ${host}.`,
      'start it, or leave --log out: the room is then kept in a file.',
    )
  }
  const seconds = days * 24 * 60 * 60
  const listeners = new Set<() => void>()
  let closed = false
  void listen()

  /** Redis is asked to wait until there is something new; its connection comes back by itself. */
  async function listen() {
    let last = '$'
    while (!closed) {
      try {
        const found = (await reader.xRead({ key: stream, id: last }, { BLOCK: WAIT, COUNT: CHUNK })) as StreamReply
        last = found?.[0]?.messages.at(-1)?.id ?? (last === '$' ? await lastId() : last)
        if (found) for (const listener of listeners) listener()
      } catch {
        if (closed) return
        await new Promise(resolve => setTimeout(resolve, 200))
        // What came while it was gone.
        for (const listener of listeners) listener()
      }
    }
  }

  async function lastId(): Promise<string> {
    const [last] = (await client.xRevRange(stream, '+', '-', { COUNT: 1 })) as Row[]
    return last?.id ?? '0-0'
  }

  return {
    async append(events, at) {
      // All of them or none, one after the other; 0-* counts on from the last id.
      const all = client.multi()
      for (const event of events) all.xAdd(stream, '0-*', { at: String(at), event: JSON.stringify(event) })
      // The deck of an ended room moves when the room is opened to save its files: that is no reason to keep it longer.
      if (events.some(({ type }) => type !== 'moved')) for (const each of [stream, about]) all.expire(each, seconds)
      await answered(all.exec())
    },
    async read(after) {
      const events: Logged[] = []
      for (;;) {
        const from = events.at(-1)?.id ?? after
        const rows = (await answered(client.xRange(stream, `(0-${from}`, '+', { COUNT: CHUNK }))) as Row[]
        events.push(...rows.map(readRow))
        if (rows.length < CHUNK) return events
      }
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async identity(fresh) {
      const keys = [about, stream]
      const kept = client.eval(TAKE_IDENTITY, { keys, arguments: [JSON.stringify(fresh), String(seconds)] })
      return JSON.parse((await answered(kept)) as string) as Identity
    },
    async close() {
      closed = true
      listeners.clear()
      reader.destroy()
      client.destroy()
    },
    async destroy(at) {
      const deleted: RoomEvent = { type: 'deleted' }
      await answered(
        client
          .multi()
          .del(about)
          .xTrim(stream, 'MAXLEN', 0)
          .xAdd(stream, '0-*', { at: String(at), event: JSON.stringify(deleted) })
          .expire(stream, UNTIL_READ)
          .exec(),
      )
    },
  }
}

interface Row {
  id: string
  message: Record<string, string>
}
type StreamReply = { messages: Row[] }[] | null

const readRow = ({ id, message }: Row): Logged => ({
  ...(JSON.parse(message.event!) as RoomEvent),
  id: Number(id.split('-')[1]),
  at: Number(message.at),
})

function readAddress(text: string): { server: string; name: string } {
  const [, server, name = 'room'] = /^(rediss?:\/\/[^/]+(?:\/\d+)?)(?:\/([\w-]+))?\/?$/.exec(text) ?? []
  if (!server)
    throw new UserError(
      `Expected --log as an address of Redis, found "${text}".`,
      'for example --log redis://localhost:6379/0/tuesday',
    )
  return { server, name }
}

/** An acknowledged answer must outlive a crash of Redis: then it has to write each before it says so. */
async function requireDurability(client: Pick<ReturnType<typeof createClient>, 'configGet'>) {
  const { appendonly, appendfsync } = {
    ...(await client.configGet('appendonly')),
    ...(await client.configGet('appendfsync')),
  } as Record<string, string>
  if (appendonly !== 'yes' || appendfsync !== 'always')
    throw new UserError(
      'This Redis would lose answers if it crashed.',
      'start it with --appendonly yes --appendfsync always',
    )
}

/** @throws LogUnavailable when Redis refuses, is gone, or does not answer in time */
async function answered<T>(request: Promise<T>): Promise<T> {
  try {
    return await within(request)
  } catch (error) {
    throw new LogUnavailable((error as Error).message)
  }
}

function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Redis does not answer.')), TIMEOUT)
    }),
  ]).finally(() => clearTimeout(timer))
}
