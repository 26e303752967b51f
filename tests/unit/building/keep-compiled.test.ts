import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { keepCompiled } from '../../../building/keep-compiled.mjs'

let root: string
/** Where the modules are kept. */
const kept = () => join(root, 'node_modules/.cache/workshop-compiled')
const write = (file: string, text: string) => writeFileSync(join(root, file), text)
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'workshop-sources-'))
  for (const folder of ['content', 'model', 'node_modules', 'tests']) mkdirSync(join(root, folder))
  write('model/ties.ts', 'export const ties = 3')
  write('content/workshop.yaml', 'title: Ask early')
  write('package-lock.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

let compiledSoFar = 0
/** What was compiled tells how many modules were before it. */
const keep = (module = 'model/ties.ts', meanwhile = () => {}) =>
  keepCompiled(root, module, () => {
    meanwhile()
    return Promise.resolve(`export const turn = ${++compiledSoFar}`)
  })
const turnOf = async (url: string) => ((await import(/* @vite-ignore */ url)) as { turn: number }).turn

describe('keepCompiled', () => {
  it('compiles a module once, and again when a source or a package was changed', async () => {
    const first = await keep()
    expect(await turnOf(first)).toBe(compiledSoFar)
    write('content/workshop.yaml', 'title: Ask early, and often')
    write('tests/ties.test.ts', '')
    expect(await keep()).toBe(first)
    for (const [file, text] of [
      ['model/ties.ts', 'export const ties = 4'],
      ['model/more.ties.ts', 'export const more = 1'],
      ['package-lock.json', '{"version":2}'],
    ] as const) {
      const before = compiledSoFar
      write(file, text)
      expect(await turnOf(await keep()), file).toBe(before + 1)
      expect(compiledSoFar, file).toBe(before + 1)
    }
    expect(await keep('model/other.ts')).not.toBe(await keep())
  })

  it('is stopped by nothing that only looks like a source', async () => {
    mkdirSync(join(root, 'model/old.ts'))
    symlinkSync('nobody@nowhere', join(root, 'model/.#ties.ts'))
    expect(await turnOf(await keep())).toBe(compiledSoFar)
  })

  it('does not take what a killed process has half written', async () => {
    const { pathname } = new URL(await keep())
    rmSync(pathname)
    writeFileSync(`${pathname}.4194999`, 'export const tu')
    expect(await turnOf(await keep())).toBe(compiledSoFar)
  })

  it('does not keep what was compiled while a source was saved', async () => {
    const url = await keep('model/ties.ts', () => write('model/ties.ts', 'export const ties = 5'))
    expect(await turnOf(url)).toBe(compiledSoFar)
    expect(readdirSync(join(root, 'node_modules'))).toEqual([])
  })

  it('gives a module that cannot be kept all the same', async () => {
    rmSync(join(root, 'node_modules'), { recursive: true })
    write('node_modules', 'no folder')
    const url = await keep()
    expect(await turnOf(url)).toBe(compiledSoFar)
  })

  it('keeps the modules that were used last', async () => {
    const first = await keep('first')
    for (let each = 0; each < 33; each++) {
      await keep(`module ${each}`)
      // As time would make them, which is short in a test.
      for (const name of readdirSync(kept())) {
        const old = new Date(Date.now() - 60_000)
        if (!first.endsWith(name)) utimesSync(join(kept(), name), old, old)
      }
      expect(await keep('first')).toBe(first)
    }
    expect(readdirSync(kept())).toHaveLength(30)
  })
})
