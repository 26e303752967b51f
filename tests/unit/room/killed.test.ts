import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { killRoom } from '../../fixtures/killed-room'
import { sampleContent } from '../../fixtures/room'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workshop-killed-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Here a few times; `npm run bench` does it fifty times. */
const TIMES = 3

describe('a room whose server is killed in the middle', () => {
  it('has every answer that was acknowledged, each once', { timeout: 120_000 }, async () => {
    const found = await killRoom(folder, await sampleContent(), TIMES)
    expect(found).toMatchObject({ lost: 0, twice: 0 })
    expect(found.acknowledged).toBeGreaterThan(12)
  })
})
