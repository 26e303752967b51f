import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { newIdentity } from '../../../room/identity'
import { LogUnavailable } from '../../../room/log'
import { memoryLog } from '../../../room/log-memory'
import { lookInto, sqliteLog } from '../../../room/log-sqlite'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workshop-log-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const newFile = () => join(folder, `${files++}.db`)

describe.each([
  ['in memory', memoryLog],
  ['in SQLite', () => sqliteLog(newFile())],
])('a log %s', (_, open) => {
  it('gives back what was appended, in order, from any id on', async () => {
    const log = open()
    await log.append([{ type: 'began' }, { type: 'came', who: 'ada' }], 1)
    await Promise.all(['bo', 'chi'].map(who => log.append([{ type: 'came', who }], 2)))
    const all = await log.read(0)
    expect(all.map(({ type }) => type)).toEqual(['began', 'came', 'came', 'came'])
    expect(all[0]).toMatchObject({ at: 1 })
    expect(all.map(({ id }) => id)).toEqual([...all.map(({ id }) => id)].sort((a, b) => a - b))
    expect(await log.read(all[1]!.id)).toEqual(all.slice(2))
    await log.close()
  })

  it('tells those that follow it', async () => {
    const log = open()
    let heard = 0
    const stop = log.subscribe(() => heard++)
    await log.append([{ type: 'began' }], 1)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(heard).toBeGreaterThan(0)
    stop()
    await log.close()
  })

  it('keeps the first identity that it is given', async () => {
    const log = open()
    const first = newIdentity(0)
    expect(await log.identity(first)).toEqual(first)
    expect(await log.identity(newIdentity(1))).toEqual(first)
    await log.close()
  })
})

describe('a log in SQLite', () => {
  it('is there when it is opened again, and says what it is without being opened', async () => {
    const file = newFile()
    const log = sqliteLog(file)
    const identity = await log.identity(newIdentity(0))
    await log.append([{ type: 'began' }], 7)
    expect(lookInto(file)).toEqual({ identity, last: 7, ended: false })
    await log.append([{ type: 'ended' }], 9)
    await log.close()
    expect(lookInto(file)).toEqual({ identity, last: 9, ended: true })
    const again = sqliteLog(file)
    expect(await again.read(0)).toHaveLength(2)
    await again.close()
  })

  it.skipIf(process.platform === 'win32')('can be read by its owner alone', async () => {
    const file = newFile()
    const log = sqliteLog(file)
    await log.append([{ type: 'began' }], 1)
    for (const name of readdirSync(folder).filter(name => join(folder, name).startsWith(file)))
      expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)
    await log.close()
  })

  it('leaves no file behind when it is deleted', async () => {
    const file = newFile()
    const log = sqliteLog(file)
    await log.append([{ type: 'began' }], 1)
    await log.destroy(2)
    expect(readdirSync(folder).filter(name => join(folder, name).startsWith(file))).toEqual([])
  })

  it('acknowledges nothing that it cannot keep', async () => {
    const file = newFile()
    const log = sqliteLog(file)
    await log.append([{ type: 'began' }], 1)
    await log.close()
    await expect(log.append([{ type: 'ended' }], 2)).rejects.toThrow(LogUnavailable)
    const again = sqliteLog(file)
    expect(await again.read(0)).toHaveLength(1)
    await again.close()
  })
})
