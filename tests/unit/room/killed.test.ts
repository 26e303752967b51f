import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sqliteLog } from '../../../room/log-sqlite'
import { fold } from '../../../room/state'
import { sampleContent, slideOf, Visitor } from '../../fixtures/room'
import { startRoomProcess } from '../../fixtures/room-process'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workshop-killed-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Here a few times; `npm run bench` does it fifty times. */
const TIMES = 3

describe('a room whose server is killed in the middle', () => {
  it('has every answer that was acknowledged, each once', { timeout: 120_000 }, async () => {
    const content = await sampleContent()
    writeFileSync(join(folder, 'content.json'), JSON.stringify(content))
    const log = join(folder, 'room.db')
    let server = await startRoomProcess(join(folder, 'content.json'), log)
    const port = Number(new URL(server.origin).port)
    const leader = new Visitor(server.origin)
    await leader.get(`/presenter?key=${server.identity.secrets.facilitator}`)
    await leader.post('/room/facilitator', {
      do: 'move',
      page: slideOf(content, 'guess', 'ask'),
      clicks: 0,
      total: 0,
    })
    const phones = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const phone = new Visitor(server.origin)
        await phone.get(`/j/${server.identity.code}`)
        return { phone, acknowledged: 0 }
      }),
    )
    for (let time = 0; time < TIMES; time++) {
      let going = true
      const answering = phones.map(async each => {
        for (let revision = each.acknowledged + 1; going; revision++) {
          const sent = {
            do: 'answer',
            exercise: 'guess',
            round: 1,
            revision,
            mark: `m${revision}`,
            seen: 9,
            done: true,
            categories: [],
          }
          try {
            const response = await each.phone.post('/room/participant', sent)
            if (response.ok) each.acknowledged = ((await response.json()) as { revision: number }).revision
            else revision--
          } catch {
            return
          }
        }
      })
      // On a busy machine a phone may wait long for its first acknowledgement.
      await expect.poll(() => phones.every(({ acknowledged }) => acknowledged > 0), { timeout: 60_000 }).toBe(true)
      await new Promise(resolve => setTimeout(resolve, 100 + Math.random() * 300))
      await server.kill()
      going = false
      await Promise.all(answering)
      server = await startRoomProcess(join(folder, 'content.json'), log, port)
    }
    await server.kill()
    const kept = sqliteLog(log)
    const state = fold(await kept.read(0))
    await kept.close()
    expect(phones.every(({ acknowledged }) => acknowledged > 0)).toBe(true)
    const answers = [...state.exercises.get('guess')!.answers.values()]
    expect(answers).toHaveLength(phones.length)
    const revisions = answers.map(({ revision }) => revision).sort((a, b) => a - b)
    const acknowledged = phones.map(each => each.acknowledged).sort((a, b) => a - b)
    for (const [index, revision] of revisions.entries()) expect(revision).toBeGreaterThanOrEqual(acknowledged[index]!)
  })
})
