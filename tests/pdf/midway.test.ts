import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { loadOrThrow } from '../../model/load'
import { endAll, startCommand } from '../fixtures/command'
import type { KitCopy } from '../fixtures/kit'
import { copyOfKit, folderOf, setField } from '../fixtures/kit'

let kit: KitCopy
/** An exercise of the plan, its file, and what stands in that. */
let id: string
let file: string
let sound: string
const folder = (...path: string[]) => join(kit.root, 'dist/handouts', ...path)
const earlier = () =>
  Object.fromEntries(readdirSync(folder()).map(name => [name, readFileSync(folder(name), 'latin1')]))

beforeAll(async () => {
  kit = copyOfKit()
  const { modules } = await loadOrThrow(kit.root)
  const planned = modules.flatMap(({ id, activities }) =>
    activities.flatMap(each => ('exercise' in each ? [{ part: id, exercise: each.exercise }] : [])),
  )
  id = planned.at(-1)!.exercise
  file = `${folderOf(kit, planned.at(-1)!.part)}/exercises/${id}.yaml`
  sound = kit.read(file)
  mkdirSync(folder(), { recursive: true })
})
beforeEach(() => {
  writeFileSync(folder('workbook-a4.pdf'), 'an earlier one')
})
afterEach(() => kit.write(file, sound))
afterAll(async () => {
  await endAll()
  kit?.dispose()
})

describe('npm run handouts, stopped when the guide is not done', () => {
  it('says which exercise has a part too tall for its page, and writes nothing, not even the workbook', async () => {
    // No longer than `check` allows, and in the widest letters: more than a page.
    setField(kit, file, ['debrief', 0, 'expect'], 'WWWWWWWWW '.repeat(299).trim())
    const { code, out, err } = await startCommand(kit.root, 'handouts', '--paper', 'a4').ended
    // The documents print side by side: which of the others were done by then is a matter of speed.
    expect(err).toMatch(/^ {2}check .*\n(?: {2}[\w-]+\.pdf .*\n)*The guide does not print as it should:\n/)
    expect(err).toContain(`\n  - exercise ${id}: a part that must stay together is taller than a page.\n  Hint: `)
    expect(err).not.toMatch(/^\s+at /m)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(earlier()).toEqual({ 'workbook-a4.pdf': 'an earlier one' })
  })

  // Only POSIX lets one process interrupt another and not end it outright.
  it.skipIf(process.platform === 'win32')(
    'leaves earlier PDFs as they are at an interrupt, no draft of new ones and no browser running',
    async () => {
      const { child, says, ended } = startCommand(kit.root, 'handouts', '--paper', 'a4')
      await says(/workbook-a4\.pdf .* s\n/)
      expect(readdirSync(folder()).filter(name => name.startsWith('.workshop-draft-'))).toHaveLength(1)
      const started = descendantsOf(child.pid!)
      child.kill('SIGINT')
      const { code, out } = await ended
      expect({ code, out }).toEqual({ code: 130, out: '' })
      expect(earlier()).toEqual({ 'workbook-a4.pdf': 'an earlier one' })
      if (process.platform === 'linux') expect(started.length).toBeGreaterThan(1)
      await vi.waitUntil(() => started.every(isGone), { timeout: 20_000, interval: 50 })
    },
  )
})

/** Everything that a process has started, as far as the system tells. */
function descendantsOf(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`
  const children = existsSync(list) ? readFileSync(list, 'utf8').trim().split(' ').filter(Boolean).map(Number) : []
  return children.flatMap(child => [child, ...descendantsOf(child)])
}

/** Ended, or ended and not yet collected by the process that inherited it. */
function isGone(pid: number): boolean {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}
