import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { makeFolder } from '../../../commands/make-folder'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'workshop-folder-test-'))
})
afterEach(() => rmSync(root, { recursive: true }))

describe('a folder for output', () => {
  it('is made with those above it', async () => {
    expect(existsSync(await makeFolder(root, 'dist/handouts'))).toBe(true)
  })

  it.each(['dist', 'dist/handouts'])('names a file that lies in its place: %s', async path => {
    writeFileSync(join(root, 'dist'), '')
    await expect(makeFolder(root, path)).rejects.toMatchObject({
      message: `Expected ${path} to be a folder, found a file in its place.`,
      hint: 'move the file away, then run the command again; nothing was written.',
    })
  })

  it.skipIf(process.platform === 'win32').each(['dist', 'dist/handouts'])(
    'names a link to a disk that is not there: %s',
    async path => {
      symlinkSync('/nowhere/at-all', join(root, 'dist'))
      await expect(makeFolder(root, path)).rejects.toMatchObject({
        message: `Expected ${path} to be a folder, found a link that leads nowhere in its place.`,
        hint: 'move the link away, then run the command again; nothing was written.',
      })
    },
  )
})
