import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LeaderView, ParticipantView, ProjectorView } from '../../../components/room/wire'
import type { RoomContent } from '../../../model/room-content'
import { activityMinutes } from '../../../room/actual-minutes'
import { LiveRoom } from '../../../room/live-room'
import { memoryLog } from '../../../room/log-memory'
import { sqliteLog } from '../../../room/log-sqlite'
import { limiter } from '../../../room/rate-limiter'
import type { RefusalCode } from '../../../room/refusal'
import { sampleContent, serveRoom, slideOf } from '../../fixtures/room'

/** What nobody does on purpose: codes of yesterday, clocks that are wrong, two presenters, a disk that is full. */

let content: RoomContent
let folder: string
beforeAll(async () => {
  content = await sampleContent()
  folder = mkdtempSync(join(tmpdir(), 'workshop-bad-luck-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (exercise: string, role: string) => ({
  do: 'move',
  page: slideOf(content, exercise, role),
  clicks: 0,
  total: 0,
})
const answer = (seen: number, more: object = {}) => ({
  do: 'answer',
  exercise: 'guess',
  round: 1,
  revision: 1,
  mark: Math.random().toString(36),
  seen,
  done: true,
  categories: [],
  ...more,
})
async function expectRefusal(response: Response, status: number, code: RefusalCode) {
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ refused: code, sentence: content.labels.roomRefusals[code] })
}

describe('a code', () => {
  it('of a room before this one, or of none, is told from one that is right', async () => {
    const before = await serveRoom({ content })
    const now = await serveRoom({ content })
    for (const code of [before.identity.code, '', 'x'.repeat(10_000), '\u202E'])
      await expectRefusal(await now.visitor().post('/room/join', { code }), 403, 'wrongCode')
    for (const body of [null, [], 7, {}, { code: null }])
      await expectRefusal(await now.visitor().post('/room/join', body), 403, 'wrongCode')
    await before.close()
    await now.close()
  })

  it('of a room that has ended lets in, to be told so, and to go on alone', async () => {
    const served = await serveRoom({ content })
    await (await served.as('facilitator')).post('/room/facilitator', { do: 'end' })
    const late = await served.as('participant')
    const [event] = await late.events('participant', () => true)
    expect(event!.view).toMatchObject({ ended: true })
    await expectRefusal(await late.post('/room/participant', { do: 'write', text: 'Late' }), 410, 'ended')
    await served.close()
  })
})

it('has a line once that a phone sends again because no answer came in time', async () => {
  const served = await serveRoom({ content })
  const [phone, other] = [await served.as('participant'), await served.as('participant')]
  const line = { do: 'write', text: 'What about the bees?' }
  await Promise.all([phone.post('/room/participant', line), phone.post('/room/participant', line)])
  expect((await phone.post('/room/participant', line)).status).toBe(200)
  expect(served.room.view('facilitator').messages).toHaveLength(1)
  await other.post('/room/participant', line)
  expect(served.room.view('facilitator').messages).toHaveLength(2)
  await served.close()
})

it('takes no field of ten thousand characters', async () => {
  const served = await serveRoom({ content })
  const [phone, leader] = [await served.as('participant'), await served.as('facilitator')]
  await leader.post('/room/facilitator', at('guess', 'ask'))
  const long = 'x'.repeat(10_000)
  for (const [field, code] of [
    ['exercise', 'unreadable'],
    ['mark', 'unreadable'],
  ] as const)
    await expectRefusal(await phone.post('/room/participant', answer(1, { [field]: long })), 400, code)
  await expectRefusal(await phone.post('/room/participant', answer(1, { categories: [long] })), 400, 'unreadable')
  await expectRefusal(await phone.post('/room/participant', { do: 'vote', message: long, up: true }), 400, 'unreadable')
  await expectRefusal(
    await phone.post('/room/participant', { do: 'write', text: long, exercise: long }),
    413,
    'tooLong',
  )
  await expectRefusal(await phone.post('/room/participant', { do: 'write', text: long }), 413, 'tooLong')
  await served.close()
})

describe('a clock that is wrong', () => {
  it('on a phone changes nothing: what counts is what the phone had heard of', async () => {
    const served = await serveRoom({ content })
    const [phone, leader] = [await served.as('participant'), await served.as('facilitator')]
    await leader.post('/room/facilitator', at('guess', 'ask'))
    const seen = served.room.state.last
    const date = new Date(0).toUTCString()
    expect((await phone.post('/room/participant', answer(seen), { date })).status).toBe(200)
    // Not even a phone that says it has heard of what is still to come is counted twice, or after the end.
    await leader.post('/room/facilitator', { do: 'close', exercise: 'guess' })
    await expectRefusal(
      await phone.post('/room/participant', answer(Number.MAX_SAFE_INTEGER, { revision: 2 })),
      409,
      'closed',
    )
    await served.close()
  })

  it('on the server, set back in the middle, loses nothing and counts no minute below none', async () => {
    let now = Date.UTC(2031, 3, 9, 10)
    const room = await LiveRoom.open(content, memoryLog(), () => now)
    for (const page of [1, 2, 3, 9, 10]) {
      await room.lead('facilitator', { do: 'move', page, clicks: 0, total: 0 })
      now += page === 3 ? -3 * 60 * 60_000 : 60_000
    }
    await room.lead('facilitator', { do: 'end' })
    expect(room.state.place!.page).toBe(10)
    for (const { actual = 0 } of activityMinutes(room.state, content.activities)) {
      expect(actual).toBeGreaterThanOrEqual(0)
      expect(actual).toBeLessThan(10)
    }
    await room.close()
  })

  it('on the server keeps nobody waiting: limits do not go by the time of day', () => {
    const { setSystemTime } = fakeDate()
    const pace = limiter(2, 1000)
    for (let times = 0; times < 2; times++) pace.count('ada')
    setSystemTime(0)
    return expect
      .poll(() => pace.allows('ada'))
      .toBe(true)
      .finally(() => setSystemTime())
  })
})

/** Sets `Date.now`, and nothing else, until it is called without a time. */
function fakeDate() {
  const { now } = Date
  return {
    setSystemTime: (time?: number) => {
      Date.now = time === undefined ? now : () => time
    },
  }
}

it('two presenters of one room both move it, and each is where the other went', async () => {
  const served = await serveRoom({ content })
  const [laptop, clicker] = [await served.as('facilitator'), await served.as('facilitator')]
  for (const [mover, page] of [
    [laptop, 2],
    [clicker, 3],
    [laptop, 4],
    [clicker, 4],
  ] as const) {
    expect((await mover.post('/room/facilitator', { do: 'move', page, clicks: 0, total: 0 })).status).toBe(200)
    for (const each of [laptop, clicker]) {
      const [event] = await each.events('facilitator', view => (view as LeaderView).place?.page === page)
      expect((event!.view as LeaderView).place!.page).toBe(page)
    }
  }
  // That both are at the same place now is no move.
  expect(served.room.state.visits.map(({ page }) => page)).toEqual([2, 3, 4])
  await served.close()
})

it('a disk that is full is told to the person, acknowledges nothing, and takes what is sent again later', async () => {
  const file = join(folder, 'full.db')
  // Twenty pages: a disk with so much room left.
  const served = await serveRoom({ content, log: sqliteLog(file, 20 * 4096) })
  const [leader, ...phones] = await Promise.all([
    served.as('facilitator'),
    ...Array.from({ length: 40 }, () => served.as('participant')),
  ])
  await leader.post('/room/facilitator', at('guess', 'ask'))
  const seen = served.room.state.last
  let kept = 0
  const refused: number[] = []
  for (let line = 0; line < 20 && refused.length === 0; line++)
    for (const phone of phones) {
      const response = await phone.post('/room/participant', { do: 'write', text: `${line} `.padEnd(280, 'x') })
      if (response.ok) kept++
      else if (response.status === 503) {
        refused.push(response.status)
        expect(await response.json()).toEqual({ refused: 'notKept', sentence: content.labels.roomRefusals.notKept })
        break
      }
    }
  expect(refused).toEqual([503])
  const one = answer(seen, { mark: 'on-a-full-disk', categories: [] })
  const first = await phones[0]!.post('/room/participant', one)
  expect(served.room.state.messages.size).toBe(kept)
  await served.close()

  // Somebody makes room on the disk, and starts again.
  const after = await serveRoom({ content, log: sqliteLog(file), port: Number(new URL(served.origin).port) })
  expect(after.room.state.messages.size).toBe(kept)
  expect(after.room.state.exercises.get('guess')!.answers.size).toBe(first.ok ? 1 : 0)
  await phones[0]!.get('/room/me').catch(() => {})
  expect((await phones[0]!.post('/room/participant', one)).status).toBe(200)
  const [event] = await (await after.as('projector')).events('projector', () => true)
  expect((event!.view as ProjectorView).tallies.guess!.answered).toBe(1)
  await after.close()
})

it('a proxy that keeps streams back: who asks instead is told the same, once, and counts as here', async () => {
  const served = await serveRoom({ content })
  const [leader, phone] = [await served.as('facilitator'), await served.as('participant')]
  await leader.post('/room/facilitator', at('guess', 'ask'))
  const ask = async (after: number) => await phone.get(`/room/participant/now?after=${after}`)
  const news = (await (await ask(0)).json()) as { id: number; view: ParticipantView }
  expect(news.view.current).toMatchObject({ exercise: 'guess', open: true })
  expect((await ask(news.id)).status).toBe(204)
  expect((await ask(Number.MAX_SAFE_INTEGER)).status).toBe(200)
  await expect.poll(() => served.room.state.here.size).toBe(1)
  await leader.post('/room/facilitator', { do: 'close', exercise: 'guess' })
  expect(((await (await ask(news.id)).json()) as typeof news).view.current!.open).toBe(false)
  expect((await served.visitor().get('/room/participant/now')).status).toBe(401)
  await served.close()
})
