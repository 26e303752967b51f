import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import type { LeaderView } from '../../../components/room/wire'
import { abuse } from '../../fixtures/bad-requests'
import { sampleContent, serveRoom, slideOf, Visitor } from '../../fixtures/room'
import { startRoomProcess } from '../../fixtures/room-process'

/** Here some hundred; `npm run bench` sends ten thousand. */
const REQUESTS = 540

it('bad requests without end end in refusals: nothing crashes, nothing is counted twice, nothing stays', async () => {
  const content = await sampleContent()
  const served = await serveRoom({ content })
  const [leader, phone] = [await served.as('facilitator'), await served.as('participant')]
  await leader.post('/room/facilitator', { do: 'move', page: slideOf(content, 'guess', 'ask'), clicks: 0, total: 0 })
  const answer = {
    do: 'answer',
    exercise: 'guess',
    round: 1,
    revision: 1,
    mark: 'replayed',
    seen: served.room.state.last,
    done: true,
    categories: [],
  }
  const { statuses, unanswered } = await abuse(phone, answer, REQUESTS)
  // Redirects are what wrong pictures lead to; none of the rest is done, but for the one answer that was right.
  expect(
    Object.keys(statuses)
      .map(Number)
      .filter(status => status >= 500),
  ).toEqual([])
  expect(Object.values(statuses).reduce((sum, count) => sum + count, unanswered)).toBe(REQUESTS)
  // What is far too long may be cut off before its refusal was read.
  expect(unanswered).toBeLessThanOrEqual(REQUESTS / 9)
  const [event] = await leader.events('facilitator', () => true)
  const view = event!.view as LeaderView
  expect(view).toMatchObject({ ended: false, messages: [] })
  expect(view.tallies.guess).toMatchObject({ answered: 1, open: true })
  expect(served.room.state.everyone.size).toBe(1)
  await expect.poll(() => served.streams.size).toBe(0)
  await served.close()
})

/**
 * Requests that warm the server up, and rounds of as many. What each request left behind would show in every round;
 * what the server learns or has not closed yet, in some of them. 500 bytes a request are allowed.
 */
const ROUND = 600
const ROUNDS = 3

it('bad requests leave nothing behind in the memory of the server', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-bad-requests-'))
  const content = await sampleContent()
  writeFileSync(join(folder, 'content.json'), JSON.stringify(content))
  const server = await startRoomProcess(join(folder, 'content.json'), join(folder, 'room.db'))
  try {
    const phone = new Visitor(server.origin)
    await phone.get(`/j/${server.identity.code}`)
    const answer = { do: 'answer', exercise: 'guess', round: 1, revision: 1, mark: 'one', seen: 9, done: true }
    await abuse(phone, answer, ROUND)
    const held = [await server.held()]
    for (let round = 0; round < ROUNDS; round++) {
      await abuse(phone, answer, ROUND, 8)
      held.push(await server.held())
    }
    const grew = held.slice(1).map((bytes, round) => bytes - held[round]!)
    expect(Math.min(...grew), `bytes, round by round: ${grew.join(', ')}`).toBeLessThan(ROUND * 500)
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
