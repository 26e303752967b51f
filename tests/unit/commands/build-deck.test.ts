import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { buildDeck } from '../../../commands/build-deck'
import { filesOf, HOME, lastUsed } from '../../../commands/deck-builds'
import { inputsHash } from '../../../commands/inputs-hash'
import { SavedMeanwhile, untilNothingIsSaved } from '../../../commands/saved-meanwhile'
import { loadOrThrow } from '../../../model/load'
import { presenterNotes } from '../../../model/presenter-notes'
import { ContentError } from '../../../model/problem'
import { roomContent } from '../../../model/room-content'
import { SourceFile } from '../../../model/source-file'
import type { Workshop } from '../../../model/workshop'

/** What stands in for `slidev build`: a program that is given the folder to write into. */
let slidev: string
const start = (root: string, args: string[]) =>
  spawn(process.execPath, ['--eval', slidev, args[args.indexOf('--out') + 1]!], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Stands in for the pages of the live room. */
const pages = async (_: string, out: string) => void mkdirSync(out, { recursive: true })

const BUILDS = `const fs = require('node:fs'), out = process.argv[1]
  fs.mkdirSync(out, { recursive: true })
  for (const name of ['index.html', '404.html', '_redirects']) fs.writeFileSync(out + '/' + name, name)`
const GOES_ON = 'setInterval(() => {}, 1000)'
const FAILS = `console.error('Build failed with 1 error:\\n[vite] layouts/points.vue is broken'); process.exitCode = 1`

let root: string
let hash: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'workshop-build-deck-test-'))
  writeFileSync(join(root, 'slides.md'), '# One\n')
  hash = inputsHash(root)
  slidev = BUILDS
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

let workshop: Workshop
beforeAll(async () => {
  workshop = await loadOrThrow(process.cwd())
})
const sound = () => Promise.resolve(workshop)
const builds = () => readdirSync(join(root, HOME)).filter(name => name !== 'last-used')
const unsound = new ContentError([
  new SourceFile('slides.md', '# One\n').problem('slide/heading', 'Expected two.', { line: 1, column: 1 }, 'count.'),
])

describe('buildDeck', () => {
  it('puts the deck into a folder of its own, and the notes beside that folder', async () => {
    await buildDeck(root, hash, sound, start, pages)
    const { folder, notes, room } = filesOf(root, hash)
    expect(readdirSync(join(root, HOME, hash)).sort()).toEqual(['deck', 'notes.json', 'phone', 'room.json'])
    expect(readdirSync(folder)).toEqual(['index.html'])
    expect(JSON.parse(readFileSync(notes, 'utf8'))).toEqual(presenterNotes(workshop))
    expect(JSON.parse(readFileSync(room, 'utf8'))).toEqual(roomContent(workshop))
    expect(builds()).toEqual([hash])
    expect(lastUsed(root)).toBe(hash)
  })

  it('checks while Slidev is at work, and ends Slidev when the content is not sound', async () => {
    slidev = `require('node:fs').writeFileSync('started', ''); ${GOES_ON}`
    const check = async () => {
      await vi.waitUntil(() => existsSync(join(root, 'started')), { timeout: 10_000 })
      throw unsound
    }
    await expect(buildDeck(root, hash, check, start, pages)).rejects.toBe(unsound)
    expect(builds()).toEqual([])
  })

  it('tells the problem of the content when Slidev has failed over it as well', async () => {
    slidev = FAILS
    const check = () => new Promise<Workshop>((_, reject) => setTimeout(() => reject(unsound), 1000))
    await expect(buildDeck(root, hash, check, start, pages)).rejects.toBe(unsound)
  })

  it('tells what Slidev printed when it fails, and leaves the earlier build', async () => {
    await buildDeck(root, hash, sound, start, pages)
    writeFileSync(join(root, 'slides.md'), '# Two\n')
    slidev = FAILS
    await expect(buildDeck(root, inputsHash(root), sound, start, pages)).rejects.toThrow(
      'The slides could not be built:\n  Build failed with 1 error:\n  [vite] layouts/points.vue is broken',
    )
    expect(builds()).toEqual([hash])
    expect(lastUsed(root)).toBe(hash)
  })

  it('leaves nothing half-built when Slidev fails while the pages are still written', async () => {
    slidev = FAILS
    const slow = async (...given: Parameters<typeof pages>) => {
      await new Promise(resolve => setTimeout(resolve, 500))
      await pages(...given)
    }
    await expect(buildDeck(root, hash, sound, start, slow)).rejects.toThrow('The slides could not be built')
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(builds()).toEqual([])
  })

  it('throws away what was built while an input was saved', async () => {
    const check = () => {
      writeFileSync(join(root, 'slides.md'), '# Half\n')
      return sound()
    }
    await expect(buildDeck(root, hash, check, start, pages)).rejects.toThrow(SavedMeanwhile)
    expect(builds()).toEqual([])
    expect(lastUsed(root)).toBeUndefined()
  })

  it('leaves the build that another start has finished meanwhile', async () => {
    const check = () => {
      mkdirSync(join(root, HOME, hash))
      writeFileSync(join(root, HOME, hash, 'theirs'), '')
      return sound()
    }
    await buildDeck(root, hash, check, start, pages)
    expect(readdirSync(join(root, HOME, hash))).toEqual(['theirs'])
    expect(builds()).toEqual([hash])
  })
})

describe('untilNothingIsSaved', () => {
  it('builds again for as long as something is saved meanwhile, and says so', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    let left = 2
    const build = () => (left-- > 0 ? Promise.reject(new SavedMeanwhile()) : Promise.resolve('built'))
    expect(await untilNothingIsSaved(build)).toBe('built')
    expect(said.mock.calls).toEqual(Array(2).fill(['Something was saved meanwhile, so once more:']))
    said.mockRestore()
  })

  it('hands on every other failure', async () => {
    await expect(untilNothingIsSaved(() => Promise.reject(unsound))).rejects.toBe(unsound)
  })
})
