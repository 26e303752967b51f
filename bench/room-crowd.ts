import { Agent, get, request } from 'node:http'
import process from 'node:process'

import type { ParticipantView, ProjectorView } from '../components/room/wire'

/** What a crowd found; times in seconds. */
export interface CrowdReport {
  sent: number
  acknowledged: number
  /** From each answer that was sent to the projector's having received it. */
  latency: number[]
  /** From a change until the last phone has received it: by the room, and by a bare broadcast of the same words. */
  broadcast: number[]
  bare: number[]
  /** Of the server, in bytes, before anyone came and once everyone had. */
  memory: { empty: number; full: number }
  /** Seconds that the server's processor worked: for everybody's coming in, and for everybody's answer. */
  cpu: { joining: number; answering: number }
}

/** How long everyone takes to answer, in seconds. */
const SPREAD = 8
const ROUNDS = 15

/** Everybody in a room but the room: a facilitator, a projector and phones. `room-crowd.ts <where> <people>`. */
const { origin, bare, code } = JSON.parse(process.argv[2]!) as { origin: string; bare: string; code: string }
const people = Number(process.argv[3])
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

interface Reply {
  status: number
  body: string
  cookie: string
}

/** A connection that was kept may be closed by the server at the moment in which it is used again: then once more. */
async function ask(path: string, cookie = '', body?: object, tries = 5): Promise<Reply> {
  try {
    return await askOnce(path, cookie, body)
  } catch (error) {
    if (tries === 0) throw error
    return ask(path, cookie, body, tries - 1)
  }
}

function askOnce(path: string, cookie: string, body?: object): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, origin, ...(body && { 'content-type': 'application/json' }) }
    const asked = request(`${origin}${path}`, { method: body ? 'POST' : 'GET', headers, agent }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => (text += chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          body: text,
          cookie: (response.headers['set-cookie'] ?? []).map(line => line.split(';')[0]).join('; '),
        }),
      )
    })
    asked.on('error', reject).end(body && JSON.stringify(body))
  })
}

/** Opens a stream, and hands on its events. */
function stream<V>(address: string, cookie: string, receive: (view: V, id: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { cookie }, agent: false }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          const event = text.slice(0, end)
          text = text.slice(end + 2)
          const data = /^data: (.*)$/m.exec(event)?.[1]
          if (data && !event.startsWith('event:'))
            receive(JSON.parse(data) as V, Number(/^id: (\d+)$/m.exec(event)?.[1]))
        }
        resolve()
      })
    })
      .on('error', reject)
      .setTimeout(0)
  })
}

/** In portions, as a loopback has a limit of connections that wait to be taken. */
async function inPortions<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>) {
  for (let at = 0; at < items.length; at += 50)
    await Promise.all(items.slice(at, at + 50).map((item, index) => work(item, at + index)))
}
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
const serverNow = async () => JSON.parse((await ask('/memory')).body) as { rss: number; cpu: number }

const leader = (await ask('/lead')).cookie
const lead = (command: object) => ask('/room/facilitator', leader, command)
const empty = await serverNow()

let projected: ProjectorView | undefined
let onProjector = () => {}
await stream<ProjectorView>(`${origin}/room/projector/events`, leader, view => {
  projected = view
  onProjector()
})
const phones = Array.from({ length: people }, () => ({ cookie: '', seen: 0 }))
let receivedBy = 0
let view: ParticipantView | undefined
await inPortions(phones, async phone => {
  phone.cookie = (await ask('/room/join', '', { code })).cookie
  await stream<ParticipantView>(`${origin}/room/participant/events`, phone.cookie, (next, id) => {
    phone.seen = id
    view = next
    receivedBy++
  })
})
const full = await serverNow()

// A forecast asks for one number: the room is at it.
const exercise = 'strangers-who-talk'
await lead({ do: 'open', exercise })
await pause(1000)
const { round } = view!.current!
const latency: number[] = []
const waiting: { since: number; answered: number }[] = []
onProjector = () => {
  const answered = projected?.tallies[exercise]?.answered ?? 0
  while (waiting.length && waiting[0]!.answered <= answered)
    latency.push((performance.now() - waiting.shift()!.since) / 1000)
}
let acknowledged = 0
let sent = 0
await Promise.all(
  phones.map(async (phone, index) => {
    await pause((SPREAD * 1000 * index) / people)
    const mark = `m${index}`
    // The acknowledged answers are counted here; the projector's message must count at least as many.
    waiting.push({ since: performance.now(), answered: ++sent })
    const answer = { do: 'answer', exercise, round, revision: 1, mark, seen: phone.seen, done: true, categories: [] }
    if ((await ask('/room/participant', phone.cookie, answer)).status === 200) acknowledged++
  }),
)
for (let tries = 0; waiting.length && tries < 50; tries++) await pause(100)
const answered = await serverNow()

// One change, sent to everybody, by the room and by the bare server in turn: the same words, read in the same way.
await inPortions(phones, phone => stream<ParticipantView>(`${bare}/`, phone.cookie, () => receivedBy++))
const broadcast: number[] = []
const bareTimes: number[] = []
async function untilAllReceived(send: () => unknown): Promise<number> {
  receivedBy = 0
  const began = performance.now()
  void send()
  while (receivedBy < people) await pause(1)
  return (performance.now() - began) / 1000
}
for (let turn = 0; turn < ROUNDS; turn++) {
  const took = await untilAllReceived(() => lead({ do: turn % 2 ? 'open' : 'close', exercise }))
  // The server waits for a moment and sends several changes in one message.
  broadcast.push(Math.max(0, took - 0.1))
  bareTimes.push(
    await untilAllReceived(() => request(bare, { method: 'POST', agent: false }).end(JSON.stringify(view))),
  )
}

console.log(
  JSON.stringify({
    sent,
    acknowledged,
    latency,
    broadcast,
    bare: bareTimes,
    memory: { empty: empty.rss, full: full.rss },
    cpu: { joining: full.cpu - empty.cpu, answering: answered.cpu - full.cpu },
  } satisfies CrowdReport),
)
setInterval(() => {}, 1000)
