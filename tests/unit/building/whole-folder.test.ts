import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { privateFolder } from '../../../building/private-folder'
import { wholeFolder } from '../../../building/whole-folder'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'workshop-unpacked-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const read = (folder: string) => readFileSync(join(folder, 'browser'), 'utf8')
let unpackings = 0
async function unpack(folder: string) {
  unpackings += 1
  mkdirSync(join(folder, 'fonts'))
  writeFileSync(join(folder, 'fonts', 'one'), 'font')
  await new Promise(resolve => setTimeout(resolve, 5))
  writeFileSync(join(folder, 'browser'), 'the browser', { mode: 0o700 })
}
beforeEach(() => {
  unpackings = 0
})
const home = () => privateFolder(join(base, 'home'))

describe('wholeFolder', () => {
  it('unpacks once, and leaves nothing but the whole folder', async () => {
    const first = await wholeFolder(home(), '1.0', unpack)
    expect(await wholeFolder(home(), '1.0', unpack)).toBe(first)
    expect(unpackings).toBe(1)
    expect(read(first)).toBe('the browser')
    expect(readdirSync(home())).toEqual(['1.0'])
  })

  it('gives commands that begin at the same time the same whole folder', async () => {
    const folders = await Promise.all([1, 2, 3].map(() => wholeFolder(home(), '1.0', unpack)))
    expect(new Set(folders).size).toBe(1)
    expect(read(folders[0]!)).toBe('the browser')
    expect(readdirSync(home())).toEqual(['1.0'])
  })

  it('unpacks again after an interrupted command, and removes what that one left', async () => {
    const killed = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }))
    const left = join(home(), `.draft-${killed}-abcdef`)
    mkdirSync(left)
    writeFileSync(join(left, 'browser'), 'half')
    expect(read(await wholeFolder(home(), '1.0', unpack))).toBe('the browser')
    expect(existsSync(left)).toBe(false)
  })

  it('leaves nothing where the unpacking fails', async () => {
    const failing = wholeFolder(home(), '1.0', folder => {
      writeFileSync(join(folder, 'browser'), 'half')
      return Promise.reject(new Error('disk full'))
    })
    await expect(failing).rejects.toThrow('disk full')
    expect(readdirSync(home())).toEqual([])
  })

  it.each([
    ['a file that is shorter than it was', (folder: string) => truncateSync(join(folder, 'browser'), 3)],
    ['a file that is gone', (folder: string) => rmSync(join(folder, 'fonts', 'one'))],
    ['a folder without its list', (folder: string) => rmSync(join(folder, 'files.json'))],
  ])('unpacks %s again', async (_, spoil) => {
    spoil(await wholeFolder(home(), '1.0', unpack))
    expect(read(await wholeFolder(home(), '1.0', unpack))).toBe('the browser')
    expect(unpackings).toBe(2)
    expect(readdirSync(home())).toEqual(['1.0'])
  })

  it('takes the place of what does not start', async () => {
    const folder = await wholeFolder(home(), '1.0', unpack)
    writeFileSync(join(folder, 'browser'), 'the brawser')
    expect(read(await wholeFolder(home(), '1.0', unpack, { again: true }))).toBe('the browser')
    expect(readdirSync(home())).toEqual(['1.0'])
  })

  it('never uses what was planted in its place', async () => {
    mkdirSync(join(home(), '1.0'))
    writeFileSync(join(home(), '1.0', 'browser'), 'planted', { mode: 0o700 })
    expect(read(await wholeFolder(home(), '1.0', unpack))).toBe('the browser')
  })

  it.runIf(process.getuid?.() === 0)('never uses a file that belongs to another user', async () => {
    const folder = await wholeFolder(home(), '1.0', unpack)
    execFileSync('chown', ['1001', join(folder, 'browser')])
    await wholeFolder(home(), '1.0', unpack)
    expect(lstatSync(join(folder, 'browser')).uid).toBe(0)
    expect(unpackings).toBe(2)
  })
})
