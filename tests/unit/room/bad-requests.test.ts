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

/** As many as warm the server up, and as many as would show if each left something behind: 500 bytes are allowed. */
const WARMING = 1000
const MORE = 2000

it('bad requests leave nothing behind in the memory of the server', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-bad-requests-'))
  const content = await sampleContent()
  writeFileSync(join(folder, 'content.json'), JSON.stringify(content))
  const server = await startRoomProcess(join(folder, 'content.json'), join(folder, 'room.db'))
  try {
    const phone = new Visitor(server.origin)
    await phone.get(`/j/${server.identity.code}`)
    const answer = { do: 'answer', exercise: 'guess', round: 1, revision: 1, mark: 'one', seen: 9, done: true }
    await abuse(phone, answer, WARMING)
    const before = await server.held()
    await abuse(phone, answer, MORE, 8)
    expect((await server.held()) - before).toBeLessThan(MORE * 500)
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
