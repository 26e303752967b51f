import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inputsHash, inputsOf } from '../../commands/inputs-hash'
import type { KitCopy } from '../fixtures/kit'
import { copyOfKit } from '../fixtures/kit'
import { reachedFrom, sourceFiles } from '../fixtures/sources'

let kit: KitCopy
beforeAll(() => {
  kit = copyOfKit()
})
afterAll(() => kit.dispose())

const hash = (options: unknown = {}) => inputsHash(kit.root, options)

/** What the hash becomes while one more line stands in a file; the file is then as it was. */
function hashWith(file: string): string {
  const before = kit.has(file) ? kit.read(file) : undefined
  mkdirSync(dirname(join(kit.root, file)), { recursive: true })
  kit.write(file, `${before ?? ''}\n`)
  const changed = hash()
  if (before === undefined) rmSync(join(kit.root, file))
  else kit.write(file, before)
  return changed
}

/** All that Slidev, the stage and the plugins of both load from this project. */
const built = [
  ...reachedFrom([
    'setup/main.ts',
    'site/stage/main.ts',
    'site/build-stage.ts',
    'vite.config.ts',
    'commands/decks.ts',
    ...sourceFiles().filter(file => /^(?:layouts|styles|global-)/.test(file)),
  ]),
].filter(
  file => sourceFiles().includes(file) && !/^(?:commands|room)\/(?!decks\.ts)/.test(file) && file !== 'room/decks.ts',
)

describe('inputsHash', () => {
  it('is the same for the same files, wherever they lie', () => {
    expect(hash()).toBe(hash())
    expect(hash()).toMatch(/^[0-9a-f]{16}$/)
    expect(hash()).toBe(inputsHash(process.cwd(), {}))
  })

  it('changes when the decks are to be built or served in another way', () => {
    expect(hash({ presenter: '/a/' })).not.toBe(hash({ presenter: '/b/' }))
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
    'site/stage/index.html',
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
    'tests/unit/look.test.ts',
    '.vscode/settings.json',
  ])('stays the same when %s changes, which no deck is built from', file => {
    expect(hashWith(file)).toBe(hash())
  })
})
