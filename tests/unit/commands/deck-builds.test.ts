import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { HOME, keepWhilePresenting, lastUsed, noteUse, removeOldBuilds } from '../../../commands/deck-builds'

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(letter => letter.repeat(16)) as [string, string, string, string]

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'workshop-builds-test-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A build that was written in a year, and noted as used. */
function build(hash: string, year = 2026) {
  mkdirSync(join(root, HOME, hash), { recursive: true })
  utimesSync(join(root, HOME, hash), new Date(year, 0), new Date(year, 0))
}
const builds = () =>
  readdirSync(join(root, HOME))
    .filter(name => name.length === 16)
    .sort()

describe('lastUsed', () => {
  it('is none where there is no build, nor a folder for any', () => {
    expect(lastUsed(root)).toBeUndefined()
  })

  it('is the build that was made or presented last, whatever the dates of the folders say', () => {
    for (const [hash, year] of [
      [A, 2024],
      [B, 2035],
    ] as const) {
      build(hash, year)
      noteUse(root, hash)
    }
    noteUse(root, A)
    expect(lastUsed(root)).toBe(A)
  })

  it('passes over a build that is gone', () => {
    build(A)
    noteUse(root, A)
    noteUse(root, B)
    expect(lastUsed(root)).toBe(A)
  })

  it('is the newest of builds that were never noted', () => {
    build(A, 2025)
    build(B, 2026)
    expect(lastUsed(root)).toBe(B)
  })

  it('is not misled by a list that was damaged', () => {
    build(A)
    writeFileSync(join(root, HOME, 'last-used'), `../../etc\n${B}\n\u0000`)
    expect(lastUsed(root)).toBe(A)
  })
})

describe('removeOldBuilds', () => {
  it('keeps the new build and the one that was used before it', () => {
    for (const hash of [A, B, C]) {
      build(hash)
      noteUse(root, hash)
    }
    noteUse(root, A)
    build(D)
    noteUse(root, D)
    removeOldBuilds(root, D)
    expect(builds()).toEqual([A, D])
  })

  it('keeps a build that another process presents, and lets go of it when that process is gone', () => {
    for (const hash of [A, B, C]) {
      build(hash)
      noteUse(root, hash)
    }
    const mark = join(root, HOME, `${A}.presented-by-${process.ppid}`)
    writeFileSync(mark, '')
    removeOldBuilds(root, C)
    expect(builds()).toEqual([A, B, C])

    rmSync(mark)
    writeFileSync(join(root, HOME, `${A}.presented-by-4194999`), '')
    removeOldBuilds(root, C)
    expect(builds()).toEqual([B, C])
    expect(readdirSync(join(root, HOME)).filter(name => name.includes('presented'))).toEqual([])
  })

  it('touches nothing else that lies there', () => {
    build(A)
    for (const name of ['.workshop-draft-1-0123abcd', 'notes by me']) mkdirSync(join(root, HOME, name))
    removeOldBuilds(root, A)
    expect(readdirSync(join(root, HOME)).sort()).toEqual(['.workshop-draft-1-0123abcd', A, 'notes by me'])
  })
})

describe('keepWhilePresenting', () => {
  it('marks the build with this process', () => {
    build(A)
    keepWhilePresenting(root, A)
    expect(readdirSync(join(root, HOME))).toContain(`${A}.presented-by-${process.pid}`)
  })
})
