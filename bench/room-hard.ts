import { execFileSync } from 'node:child_process'
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
  /** Memory of the server's process in bytes: before the requests, after a tenth of them, after all of them. */
  memory: { before: number; early: number; after: number }
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
    const before = memoryOf(server.pid)
    const first = await abuse(phone, answer, REQUESTS / 10)
    const early = memoryOf(server.pid)
    const rest = await abuse(phone, answer, REQUESTS - REQUESTS / 10, 8)
    const after = memoryOf(server.pid)
    const stands = (await leader.get('/room/me')).ok
    await server.kill()
    for (const [status, count] of Object.entries(first.statuses))
      rest.statuses[Number(status)] = (rest.statuses[Number(status)] ?? 0) + count
    rest.unanswered += first.unanswered
    return { killed, abused: rest, memory: { before, early, after }, stands }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the system counts for a process, in bytes. */
const memoryOf = (pid: number) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024

export function reportHardRoom({ killed, abused, memory, stands }: HardRoom) {
  const { acknowledged, lost, twice } = killed
  console.log(
    `A room whose server is killed ${KILLS} times: ${acknowledged} answers acknowledged, ${lost} lost, ` +
      `${twice} counted twice (goal: none)`,
  )
  const [before, early, after] = [memory.before, memory.early, memory.after].map(bytes => (bytes / 1e6).toFixed(0))
  console.log(
    `${REQUESTS} malformed, oversized, replayed and forged requests: the server ${stands ? 'stands' : 'FELL'}; ` +
      `${Object.entries(abused.statuses)
        .map(([status, count]) => `${count} × ${status}`)
        .join(', ')}, ${abused.unanswered} cut off\n` +
      `  memory ${before} MB before, ${early} MB after a tenth of them, ${after} MB after all\n`,
  )
}
