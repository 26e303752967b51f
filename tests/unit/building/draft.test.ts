import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { isUnderWay, makeDraft, removeWhole } from '../../../building/draft'

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

/** Runs a module in a process of its own, with `makeDraft`, the parent and a way to watch renames at hand. */
function inProcess(code: string) {
  const { signal, status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `import fs from 'node:fs'
       import { syncBuiltinESMExports } from 'node:module'
       import { makeDraft } from ${JSON.stringify(resolve(import.meta.dirname, '../../../building/draft.ts'))}
       const parent = ${JSON.stringify(parent)}
       const kill = () => process.kill(process.pid, 'SIGKILL')
       const rename = fs.renameSync
       const renaming = instead => {
         fs.renameSync = instead
         syncBuiltinESMExports()
       }
       const filled = (...names) => {
         const draft = makeDraft(parent)
         for (const name of names) {
           fs.mkdirSync(draft.folder + '/' + name)
           fs.writeFileSync(draft.folder + '/' + name + '/index.html', 'new')
         }
         return draft
       }
       ${code}`,
    ],
    { encoding: 'utf8', cwd: resolve(import.meta.dirname, '../../..') },
  )
  return { signal, status, stderr, stdout }
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
    const { status } = inProcess('makeDraft(parent); process.exit(130)')
    expect(status).toBe(130)
    expect(readdirSync(parent)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('removes the draft of a process that was killed', () => {
    expect(inProcess('filled("half"); kill()').signal).toBe('SIGKILL')
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
    put('a', 'earlier')
    put('b', 'earlier')
    // As on Windows, where a viewer holds the second open.
    const { stdout, stderr } = inProcess(`
      const draft = filled('a', 'b')
      renaming((from, to) => {
        if (from === parent + '/b') throw new Error('EBUSY')
        rename(from, to)
      })
      try {
        draft.swapIn()
      } catch (error) {
        console.log(error.message)
      }`)
    expect(stdout, stderr).toBe('EBUSY\n')
    expect([read('a'), read('b')]).toEqual(['earlier', 'earlier'])
    expect(readdirSync(parent).sort()).toEqual(['a', 'b'])
  })

  it.skipIf(process.platform === 'win32')('loses no earlier entry to a kill between two renames', () => {
    put('site', 'earlier')
    const { signal, stderr } = inProcess(`
      const draft = filled('site')
      renaming((from, to) => {
        rename(from, to)
        kill()
      })
      draft.swapIn()`)
    expect(signal, stderr).toBe('SIGKILL')
    expect(existsSync(join(parent, 'site')), 'between the renames').toBe(false)
    makeDraft(parent).discard()
    expect(readdirSync(parent)).toEqual(['site'])
    expect(read('site')).toBe('earlier')
  })

  it.skipIf(process.platform === 'win32')('keeps the new entries after a kill once all are in place', () => {
    put('site', 'earlier')
    const { signal, stderr } = inProcess(`
      const draft = filled('site')
      renaming((from, to) => {
        rename(from, to)
        if (to === parent + '/site') kill()
      })
      draft.swapIn()`)
    expect(signal, stderr).toBe('SIGKILL')
    makeDraft(parent).discard()
    expect(readdirSync(parent)).toEqual(['site'])
    expect(read('site')).toBe('new')
  })
})

describe('removeWhole', () => {
  it('frees the name before anything is removed: killed meanwhile, a build is gone and not half there', () => {
    put('old', 'an old build')
    const { signal } = inProcess(`const { removeWhole } = await import(
        ${JSON.stringify(resolve(import.meta.dirname, '../../../building/draft.ts'))})
      renaming((from, to) => {
        rename(from, to)
        kill()
      })
      removeWhole(parent, 'old')`)
    expect(signal).toBe('SIGKILL')
    expect(readdirSync(parent)).not.toContain('old')
    makeDraft(parent).discard()
    expect(readdirSync(parent)).toEqual([])
    removeWhole(parent, 'old')
  })
})
