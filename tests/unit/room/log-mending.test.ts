import { spawnSync } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Identity } from '../../../room/identity'
import { newIdentity } from '../../../room/identity'
import { mendLog } from '../../../room/log-mending'
import { lookInto, sqliteLog } from '../../../room/log-sqlite'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workshop-mending-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Linux can start a program that may write no file larger than the first events of a log. */
const LIMITED = ['prlimit', `--fsize=${9 * 4096}`]
const hasLimits = spawnSync(LIMITED[0]!, [...LIMITED.slice(1), 'true']).status === 0
const MENDING = ['--import', 'tsx', resolve(import.meta.dirname, '../../fixtures/mend-log.ts')]

const EVENTS = 600
let files = 0

/**
 * A room's file as it lies there after its process was killed, with all that was written still in SQLite's journal, or
 * after it was ended, with all of it in the file.
 */
async function roomFile(ended: 'killed' | 'ended'): Promise<{ file: string; identity: Identity }> {
  const source = join(folder, `${files++}.db`)
  const log = sqliteLog(source)
  const identity = await log.identity(newIdentity(0))
  for (let at = 1; at <= EVENTS / 50; at++)
    await log.append(
      Array.from({ length: 50 }, (_, person) => ({ type: 'came', who: `person ${at} ${person}`.padEnd(60, '.') })),
      at * 1000,
    )
  if (ended === 'ended') await log.close()
  const file = join(folder, `${files++}.db`)
  for (const end of ['', '-wal']) if (existsSync(`${source}${end}`)) copyFileSync(`${source}${end}`, `${file}${end}`)
  if (ended === 'killed') await log.close()
  return { file, identity }
}

function overwrite(file: string, at: number) {
  const open = openSync(file, 'r+')
  writeSync(open, Buffer.alloc(500, 0x5a), 0, 500, at)
  closeSync(open)
}

/** The room goes on: what is kept is the beginning, in order, and more can be added. */
async function expectGoesOn(file: string, identity: Identity, kept: number) {
  const log = sqliteLog(file)
  expect(await log.identity(newIdentity(1))).toEqual(identity)
  expect((await log.read(0)).map(({ id }) => id)).toEqual(Array.from({ length: kept }, (_, index) => index + 1))
  await log.append([{ type: 'ended' }], 99_000)
  expect((await log.read(kept)).map(({ type }) => type)).toEqual(['ended'])
  await log.close()
  expect(lookInto(file)).toMatchObject({ last: 99_000, ended: true })
}

describe('a room’s log', () => {
  it.each(['killed', 'ended'] as const)('is left alone when it is sound, after its server was %s', async how => {
    const { file, identity } = await roomFile(how)
    expect(mendLog(file)).toBeUndefined()
    expect(existsSync(`${file}.damaged`)).toBe(false)
    await expectGoesOn(file, identity, EVENTS)
  })

  it.each([
    [
      'its journal was cut off',
      'killed',
      (file: string) => truncateSync(`${file}-wal`, statSync(`${file}-wal`).size - 9000),
    ],
    [
      'its journal holds rubbish at its end',
      'killed',
      (file: string) => overwrite(`${file}-wal`, statSync(`${file}-wal`).size - 9000),
    ],
    ['it was cut off', 'ended', (file: string) => truncateSync(file, statSync(file).size - 12_000)],
    ['it holds rubbish at its end', 'ended', (file: string) => overwrite(file, statSync(file).size - 8192)],
    [
      'it holds rubbish in its middle',
      'ended',
      (file: string) => overwrite(file, 4096 * Math.floor(statSync(file).size / 4096 / 2)),
    ],
    [
      'its last event is half written',
      'ended',
      (file: string) => {
        const database = new Database(file)
        database.exec(`UPDATE events SET event = '{"type":"ca' WHERE id = ${EVENTS}`)
        database.close()
      },
    ],
  ] as const)('says what was lost and goes on with the rest when %s', async (_, how, damage) => {
    const { file, identity } = await roomFile(how)
    damage(file)
    const mended = mendLog(file)!
    expect(mended.damaged).toBe(`${file}.damaged`)
    expect(existsSync(mended.damaged)).toBe(true)
    expect(mended.kept).toBeGreaterThan(EVENTS / 4)
    expect(mended.kept).toBeLessThan(EVENTS)
    expect(mended.last).toBe(Math.ceil(mended.kept / 50) * 1000)
    if (mended.lost !== undefined) expect(mended.lost).toBe(EVENTS - mended.kept)
    await expectGoesOn(file, identity, mended.kept)
    expect(mendLog(file)).toBeUndefined()
  })

  it.skipIf(!hasLimits).each([
    ['sound', 'killed', () => {}],
    ['damaged', 'ended', (file: string) => truncateSync(file, statSync(file).size - 12_000)],
  ] as const)('stays where it is on a full disk, and goes on when there is room: %s', async (state, how, damage) => {
    const { file, identity } = await roomFile(how)
    damage(file)
    const { stdout } = spawnSync(LIMITED[0]!, [...LIMITED.slice(1), process.execPath, ...MENDING, file], {
      encoding: 'utf8',
    })
    expect(JSON.parse(stdout)).toEqual({ fault: 'full' })
    expect(existsSync(`${file}.damaged`)).toBe(false)
    const mended = mendLog(file)
    if (state === 'sound') expect(mended).toBeUndefined()
    await expectGoesOn(file, identity, mended?.kept ?? EVENTS)
  })

  it('is moved away when it is no log at all', () => {
    const file = join(folder, `${files++}.db`)
    copyFileSync(import.meta.filename, file)
    expect(mendLog(file)).toEqual({ damaged: `${file}.damaged`, kept: 0, last: undefined })
    expect(existsSync(file)).toBe(false)
  })
})
