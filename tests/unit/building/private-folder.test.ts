import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { privateFolder } from '../../../building/private-folder'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'workshop-private-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const home = () => privateFolder(join(base, 'home'))

describe.runIf(process.platform !== 'win32')('privateFolder', () => {
  it('is closed to every other user', () => {
    expect(lstatSync(home()).mode & 0o777).toBe(0o700)
  })

  it('is emptied where others could write into it', () => {
    chmodSync(home(), 0o777)
    writeFileSync(join(base, 'home', 'planted'), '')
    expect(readdirSync(home())).toEqual([])
    expect(lstatSync(home()).mode & 0o777).toBe(0o700)
  })

  it('does not follow a link', () => {
    mkdirSync(join(base, 'elsewhere'), { mode: 0o700 })
    symlinkSync(join(base, 'elsewhere'), join(base, 'home'))
    expect(lstatSync(home()).isDirectory()).toBe(true)
    expect(existsSync(join(base, 'elsewhere'))).toBe(true)
  })

  it.runIf(process.getuid?.() === 0)('is another folder where the wanted one belongs to another user', () => {
    execFileSync('chown', ['1001', home()])
    const other = privateFolder(join(base, 'home'))
    expect(other).not.toBe(join(base, 'home'))
    expect(lstatSync(other).mode & 0o777).toBe(0o700)
    expect(lstatSync(other).uid).toBe(0)
  })
})
