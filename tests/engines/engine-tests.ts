import { describe, it } from 'vitest'

import type { Driver } from './driver'
import { back } from './scenarios/back'
import { deck } from './scenarios/deck'
import { exercises } from './scenarios/exercises'
import { offline } from './scenarios/offline'
import { pages } from './scenarios/pages'
import { print } from './scenarios/print'
import { useEngine } from './use-engine'

const SCENARIOS = [pages, exercises, offline, back, deck, print]

/** All scenarios in one engine. Each engine has a file of its own, so that engines run side by side. */
export async function testEngine(driver: Driver) {
  const missing = await driver.missing()
  if (missing) {
    it.skip(`${driver.name} (skipped: ${missing})`, () => {})
    return
  }
  describe(driver.name, () => {
    const engine = useEngine(driver)
    for (const scenario of SCENARIOS) scenario(engine)
  })
}
