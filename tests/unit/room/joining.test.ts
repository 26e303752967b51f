import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { LiveRoom } from '../../../room/live-room'
import type { RoomLog } from '../../../room/log'
import { memoryLog } from '../../../room/log-memory'
import { Streams } from '../../../room/streams'
import { sampleContent } from '../../fixtures/room'

beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] }),
)
afterEach(() => void vi.useRealTimers())

/** A server of the room that a log keeps. */
async function server(log: RoomLog) {
  const room = await LiveRoom.open(await sampleContent(), log)
  return { room, streams: new Streams(room) }
}

/** A phone's stream. */
function connect({ streams }: { streams: Streams }, who: string) {
  const stream = Object.assign(new EventEmitter(), { writeHead: () => {}, write: () => true, destroy: () => {} })
  streams.connect('participant', stream as unknown as ServerResponse, 0, who)
  return stream
}

it('a server that joins others counts their phones from the beginning, and after a minute', async () => {
  const log = memoryLog()
  const first = await server(log)
  // One went together with a server of its own that was killed.
  await first.room.presence('cy', true)
  for (const who of ['ada', 'bo']) connect(first, who)
  first.streams.now('participant', 0, 'dee')
  await vi.advanceTimersByTimeAsync(1000)
  const second = await server(log)
  const counts = new Set<number>()
  for (const { room } of [first, second]) room.onChange(() => counts.add(room.state.here.size))
  const poll = setInterval(() => first.streams.now('participant', 0, 'dee'), 3000)
  const own = connect(second, 'eve')
  await vi.advanceTimersByTimeAsync(70_000)
  expect([...second.room.state.here.keys()].sort()).toEqual(['ada', 'bo', 'dee', 'eve'])
  // Those who are there were never counted out.
  expect([...counts].sort()).toEqual([4, 5])
  // Whose connection or polling ends for good is counted out by the server that had it.
  own.emit('close')
  await vi.advanceTimersByTimeAsync(61_000)
  clearInterval(poll)
  await vi.advanceTimersByTimeAsync(130_000)
  expect([...first.room.state.here.keys()].sort()).toEqual(['ada', 'bo'])
  for (const { streams } of [first, second]) streams.close()
})
