import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inputsHash, inputsOf } from '../../../commands/inputs-hash'
import type { KitCopy } from '../../fixtures/kit'
import { copyOfKit } from '../../fixtures/kit'
import { reachedFrom, sourceFiles } from '../../fixtures/sources'

let kit: KitCopy
beforeAll(() => {
  kit = copyOfKit()
})
afterAll(() => kit.dispose())

const hash = (of?: 'site') => inputsHash(kit.root, of)

/** What the hash becomes while one more line stands in a file; the file is then as it was. */
function hashWith(file: string, of?: 'site'): string {
  const before = kit.has(file) ? kit.read(file) : undefined
  mkdirSync(dirname(join(kit.root, file)), { recursive: true })
  kit.write(file, `${before ?? ''}\n`)
  const changed = hash(of)
  if (before === undefined) rmSync(join(kit.root, file))
  else kit.write(file, before)
  return changed
}

/** All that Slidev, the stage and their plugins load from this project. */
const built = [
  ...reachedFrom([
    'setup/main.ts',
    'setup/stage/main.ts',
    'vite.config.ts',
    ...sourceFiles().filter(file => /^(?:layouts|styles|global-)/.test(file)),
  ]),
].filter(file => sourceFiles().includes(file))

describe('inputsHash', () => {
  it('is the same for the same files, wherever they lie', () => {
    expect(hash()).toBe(hash())
    expect(hash()).toMatch(/^[0-9a-f]{16}$/)
    expect(hash()).toBe(inputsHash(process.cwd()))
  })

  it.each([
    'slides.md',
    'content/workshop.yaml',
    'content/references.yaml',
    'content/modules/20-waste-of-time/slides.md',
    'content/modules/20-waste-of-time/lesson.md',
    'content/modules/20-waste-of-time/exercises/strangers-who-talk.yaml',
    'content/modules/20-waste-of-time/a-picture.png',
    'public/favicon.svg',
    'setup/stage/exercises.html',
    'commands/slidev.ts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vite.config.ts',
    'global-bottom.vue',
    'global-top.vue',
    'index.html',
  ])('changes when %s is changed or added', file => {
    expect(hashWith(file)).not.toBe(hash())
  })

  it('reads every source file that a build reaches', () => {
    expect(built.length).toBeGreaterThan(100)
    const inputs = new Set(inputsOf(kit.root))
    expect(built.filter(file => !inputs.has(file))).toEqual([])
  })

  it('changes when a file has gone or has another name, and is the same once it is back', () => {
    const before = hash()
    const text = kit.read('public/favicon.svg')
    rmSync(join(kit.root, 'public/favicon.svg'))
    expect(hash()).not.toBe(before)
    kit.write('public/mark.svg', text)
    expect(hash()).not.toBe(before)
    rmSync(join(kit.root, 'public/mark.svg'))
    kit.write('public/favicon.svg', text)
    expect(hash()).toBe(before)
  })

  it.each([
    'README.md',
    'dist/decks/anything.js',
    'handouts/paper.css',
    'site/pages/Shell.vue',
    'tests/unit/look.test.ts',
    '.vscode/settings.json',
  ])('stays the same when %s changes, which no deck is built from', file => {
    expect(hashWith(file)).toBe(hash())
  })

  it.each(['handouts/paper.css', 'site/pages/Shell.vue', 'commands/build-site.ts', 'building/compile.ts', 'slides.md'])(
    'turns on %s for the whole site',
    file => {
      expect(hashWith(file, 'site')).not.toBe(hash('site'))
    },
  )

  it.each([
    'content/.DS_Store',
    'content/modules/20-waste-of-time/Thumbs.db',
    'content/modules/20-waste-of-time/.slides.md.swp',
    'content/workshop.yaml~',
    'public/desktop.ini',
    'public/@eaDir/favicon.svg',
  ])('does not turn on %s, which a system or an editor left', file => {
    expect(hashWith(file)).toBe(hash())
  })

  it.skipIf(process.platform === 'win32')('follows a link, but not round in circles', () => {
    const before = inputsOf(kit.root)
    const link = (target: string, path: string) => symlinkSync(target, join(kit.root, path))
    link('..', 'content/loop')
    link('loop', 'content/loop-of-loops')
    link('.', 'public/itself')
    link('gone', 'public/nowhere')
    link('round', 'public/round')
    expect(inputsOf(kit.root)).toEqual(before)
    link('../styles', 'public/elsewhere')
    expect(inputsOf(kit.root)).toContain('public/elsewhere/index.css')
    for (const path of ['content/loop', 'content/loop-of-loops']) rmSync(join(kit.root, path))
    for (const name of ['itself', 'nowhere', 'round', 'elsewhere']) rmSync(join(kit.root, 'public', name))
  })
})
