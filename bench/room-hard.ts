import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Abused } from '../tests/fixtures/bad-requests'
import { abuse } from '../tests/fixtures/bad-requests'
import type { KilledRoom } from '../tests/fixtures/killed-room'
import { killRoom } from '../tests/fixtures/killed-room'
import { sampleContent, slideOf, Visitor } from '../tests/fixtures/room'
import { startRoomProcess } from '../tests/fixtures/room-process'

const KILLS = 50
const REQUESTS = 10_000

export interface HardRoom {
  killed: KilledRoom
  abused: Abused
  /**
   * What the server's process holds once all that can be thrown away was, in bytes: before the requests, after all of
   * them, and after as many again. What the process has reserved says less: Node keeps what it once had.
   */
  held: { before: number; after: number; again: number }
  /** Whether it was the same process at the end. */
  stands: boolean
}

/** A room whose server is killed fifty times, and one that is sent ten thousand bad requests: real processes. */
export async function benchHardRoom(): Promise<HardRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-hard-bench-'))
  try {
    const content = await sampleContent()
    const killed = await killRoom(folder, content, KILLS)
    const contentFile = join(folder, 'abused.json')
    writeFileSync(contentFile, JSON.stringify(content))
    const server = await startRoomProcess(contentFile, join(folder, 'abused.db'))
    const leader = new Visitor(server.origin)
    await leader.get(`/presenter?key=${server.identity.secrets.facilitator}`)
    await leader.post('/room/facilitator', { do: 'move', page: slideOf(content, 'guess', 'ask'), clicks: 0, total: 0 })
    const phone = new Visitor(server.origin)
    await phone.get(`/j/${server.identity.code}`)
    const answer = { do: 'answer', exercise: 'guess', round: 1, revision: 1, mark: 'one', seen: 9, done: true }
    const before = await server.held()
    const abused = await abuse(phone, answer, REQUESTS)
    const after = await server.held()
    await abuse(phone, answer, REQUESTS, 8)
    const again = await server.held()
    const stands = (await leader.get('/room/me')).ok
    await server.kill()
    return { killed, abused, held: { before, after, again }, stands }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function reportHardRoom({ killed, abused, held, stands }: HardRoom) {
  const { acknowledged, lost, twice } = killed
  console.log(
    `A room whose server is killed ${KILLS} times: ${acknowledged} answers acknowledged, ${lost} lost, ` +
      `${twice} counted twice (goal: none)`,
  )
  const [before, after, again] = [held.before, held.after, held.again].map(bytes => (bytes / 1e6).toFixed(1))
  console.log(
    `${REQUESTS} malformed, oversized, replayed and forged requests: the server ${stands ? 'stands' : 'FELL'}; ` +
      `${Object.entries(abused.statuses)
        .map(([status, count]) => `${count} × ${status}`)
        .join(', ')}, ${abused.unanswered} cut off\n` +
      `  held after collecting garbage: ${before} MB before, ${after} MB after them, ${again} MB after as many again ` +
      `(goal: under 1 MB more)\n`,
  )
}
