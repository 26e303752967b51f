import process from 'node:process'

import { describe, it } from 'vitest'

import { chromium } from './drivers/chromium'
import { firefox } from './drivers/firefox'
import { webkit } from './drivers/webkit'
import { back } from './scenarios/back'
import { deck } from './scenarios/deck'
import { exercises } from './scenarios/exercises'
import { offline } from './scenarios/offline'
import { pages } from './scenarios/pages'
import { print } from './scenarios/print'
import { useEngine } from './use-engine'

const SCENARIOS = [pages, exercises, offline, back, deck, print]

for (const driver of [chromium, firefox, webkit]) {
  const missing = await driver.missing()
  if (missing && process.env.CI) {
    it(`${driver.name} is there`, () => {
      throw new Error(missing)
    })
  } else if (missing) {
    it.skip(`${driver.name} (skipped: ${missing})`, () => {})
  } else {
    describe(driver.name, () => {
      const engine = useEngine(driver)
      for (const scenario of SCENARIOS) scenario(engine)
    })
  }
}
