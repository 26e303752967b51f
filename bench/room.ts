import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { loadOrThrow } from '../model/load'
import { roomContent } from '../model/room-content'
import { startNode } from './processes'
import { median } from './report'
import type { CrowdReport } from './room-crowd'

/** Figures of one room with so many participants; times in seconds. */
export interface RoomFigures extends CrowdReport {
  people: number
  /** Memory of the server for each participant, in thousands of bytes. */
  kB: number
}

export interface RoomBench {
  sizes: RoomFigures[]
  /** A bare broadcast of the same words to as many streams, in seconds, and what ours takes for it. */
  bare: number
  ours: number
}

const SIZES = [100, 300, 1000, 3000]
/** What the goals are about. */
export const GOAL = 1000

/** A room on loopback: the server in one process, everybody else in another. */
export async function benchRoom(root: string): Promise<RoomBench> {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-room-bench-'))
  try {
    const content = roomContent(await loadOrThrow(root))
    writeFileSync(join(folder, 'content.json'), JSON.stringify(content))
    const sizes: RoomFigures[] = []
    for (const people of SIZES) sizes.push({ people, ...(await measure(root, folder, people)) })
    const broadcast = sizes.find(({ people }) => people === GOAL)!
    return { sizes, bare: median(broadcast.bare), ours: median(broadcast.broadcast) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(root: string, folder: string, people: number): Promise<CrowdReport & { kB: number }> {
  const server = await startNode(
    root,
    ['--import', 'tsx', 'bench/room-server.ts', join(folder, 'content.json'), join(folder, `${people}.db`)],
    /^(\{.*\})$/m,
  )
  try {
    const crowd = await startNode(
      root,
      ['--import', 'tsx', 'bench/room-crowd.ts', server.found, String(people)],
      /^(\{.*\})$/m,
    )
    await crowd.stop()
    const report = JSON.parse(crowd.found) as CrowdReport
    return { ...report, kB: (report.memory.full - report.memory.empty) / people / 1000 }
  } finally {
    await server.stop()
  }
}

export function reportRoom({ sizes, bare, ours }: RoomBench) {
  console.log('A room on loopback, everyone answering within ten seconds')
  for (const { people, sent, acknowledged, latency, kB, cpu } of sizes) {
    const sorted = latency.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(3)
    const each = (seconds: number) => `${((1000 * seconds) / people).toFixed(2)} ms`
    console.log(
      `  ${String(people).padStart(5)} people: ${acknowledged} of ${sent} acknowledged; answer to projector ` +
        `median ${at(0.5)} s, 99th percentile ${at(0.99)} s (goal under 0.5)\n` +
        `         for each of them ${kB.toFixed(0)} kB; of the processor ${each(cpu.joining)} to come in and ` +
        `${each(cpu.answering)} to answer (goal: no more in a larger room)`,
    )
  }
  console.log(
    `  a change sent to ${GOAL} phones: ${ours.toFixed(3)} s; a bare broadcast of the same words: ` +
      `${bare.toFixed(3)} s; ratio ${(ours / bare).toFixed(2)}, goal under 1.5\n`,
  )
}
