import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { isUnderWay, makeDraft } from '../../../building/draft'

/** Paths that another program holds open, as viewers on Windows do. */
const held = new Set<string>()
vi.mock('node:fs', async original => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    renameSync: (from: string, to: string) => {
      if (held.has(from)) throw Object.assign(new Error(`EBUSY: ${from}`), { code: 'EBUSY', path: from })
      fs.renameSync(from, to)
    },
  }
})

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'workshop-draft-test-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

/** A folder under the parent with one file, or its text. */
function put(folder: string, text: string) {
  mkdirSync(join(parent, folder), { recursive: true })
  writeFileSync(join(parent, folder, 'index.html'), text)
}
const read = (folder: string) => readFileSync(join(parent, folder, 'index.html'), 'utf8')

/** Runs a module that has `makeDraft` and the parent at hand, and kills itself without a chance to tidy. */
function killed(code: string) {
  const { signal, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `import fs from 'node:fs'
       import { makeDraft } from ${JSON.stringify(resolve(import.meta.dirname, '../../../building/draft.ts'))}
       const parent = ${JSON.stringify(parent)}
       const kill = () => process.kill(process.pid, 'SIGKILL')
       ${code}`,
    ],
    { encoding: 'utf8', cwd: resolve(import.meta.dirname, '../../..') },
  )
  expect(signal, stderr).toBe('SIGKILL')
}

describe('makeDraft', () => {
  it('makes a hidden folder inside the parent that others may read as they may read any new folder', () => {
    const draft = makeDraft(parent)
    expect(readdirSync(parent)).toEqual([expect.stringMatching(/^\.workshop-draft-/)])
    if (process.platform !== 'win32') expect(statSync(draft.folder).mode & 0o777).toBe(0o777 & ~process.umask())
    draft.discard()
    expect(readdirSync(parent)).toEqual([])
  })

  it('removes the draft when the process ends without having discarded it', () => {
    const { status } = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '--eval',
        `import { makeDraft } from ${JSON.stringify(resolve(import.meta.dirname, '../../../building/draft.ts'))}
         makeDraft(${JSON.stringify(parent)})
         process.exit(130)`,
      ],
      { cwd: resolve(import.meta.dirname, '../../..') },
    )
    expect(status).toBe(130)
    expect(readdirSync(parent)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('removes the draft of a process that was killed', () => {
    killed(`fs.writeFileSync(makeDraft(parent).folder + '/half', ''); kill()`)
    expect(readdirSync(parent)).toHaveLength(1)
    makeDraft(parent).discard()
    expect(readdirSync(parent)).toEqual([])
  })

  it('removes the draft of an earlier process with the same id, as containers give them', () => {
    put(`.workshop-draft-${process.pid}-0123abcd/site`, 'half')
    const draft = makeDraft(parent)
    expect(readdirSync(parent)).toEqual([expect.not.stringContaining('0123abcd')])
    draft.discard()
  })

  it('leaves the drafts of this process and of other running ones alone', () => {
    const name = `.workshop-draft-${process.ppid}-0123abcd`
    put(name, 'half')
    const [one, other] = [makeDraft(parent), makeDraft(parent)]
    expect(readdirSync(parent)).toHaveLength(3)
    expect(readdirSync(parent).filter(isUnderWay)).toHaveLength(3)
    one.discard()
    other.discard()
    expect(readdirSync(parent)).toEqual([name])
  })

  it('leaves folders alone that are not its own', () => {
    put('.workshop-draft-notes', 'mine')
    put('.draft-4194999', 'mine')
    makeDraft(parent).discard()
    expect(readdirSync(parent).sort()).toEqual(['.draft-4194999', '.workshop-draft-notes'])
  })
})

describe('swapIn of a draft', () => {
  it('puts its entries in the place of their namesakes, and leaves everything else', () => {
    put('site', 'earlier')
    put('decks', 'other')
    const draft = makeDraft(parent)
    mkdirSync(join(draft.folder, 'site'))
    writeFileSync(join(draft.folder, 'site/index.html'), 'new')
    draft.swapIn()
    expect(readdirSync(parent).sort()).toEqual(['decks', 'site'])
    expect([read('site'), read('decks')]).toEqual(['new', 'other'])
  })

  it('puts everything back when one entry cannot take its place', () => {
    put('a', 'earlier a')
    const draft = makeDraft(parent)
    for (const name of ['a', 'b']) {
      mkdirSync(join(draft.folder, name))
      writeFileSync(join(draft.folder, name, 'index.html'), `new ${name}`)
    }
    put('b', 'earlier b')
    held.add(join(parent, 'b'))
    expect(draft.swapIn).toThrow('EBUSY')
    held.clear()
    expect([read('a'), read('b')]).toEqual(['earlier a', 'earlier b'])
    draft.discard()
    expect(readdirSync(parent).sort()).toEqual(['a', 'b'])
  })

  it.skipIf(process.platform === 'win32')('loses no earlier entry to a kill between two renames', () => {
    put('site', 'earlier')
    killed(`
      const draft = makeDraft(parent)
      fs.mkdirSync(draft.folder + '/site')
      const rename = fs.renameSync
      fs.renameSync = (from, to) => { rename(from, to); kill() }
      const { syncBuiltinESMExports } = await import('node:module')
      syncBuiltinESMExports()
      draft.swapIn()`)
    expect(existsSync(join(parent, 'site')), 'between the renames').toBe(false)
    makeDraft(parent).discard()
    expect(readdirSync(parent)).toEqual(['site'])
    expect(read('site')).toBe('earlier')
  })

  it.skipIf(process.platform === 'win32')('keeps the new entries after a kill once all are in place', () => {
    put('site', 'earlier')
    killed(`
      const draft = makeDraft(parent)
      fs.mkdirSync(draft.folder + '/site')
      fs.writeFileSync(draft.folder + '/site/index.html', 'new')
      const rename = fs.renameSync
      fs.renameSync = (from, to) => { rename(from, to); if (to === parent + '/site') kill() }
      const { syncBuiltinESMExports } = await import('node:module')
      syncBuiltinESMExports()
      draft.swapIn()`)
    makeDraft(parent).discard()
    expect(readdirSync(parent)).toEqual(['site'])
    expect(read('site')).toBe('new')
  })
})
