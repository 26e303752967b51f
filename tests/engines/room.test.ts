import { afterEach, expect, it } from 'vitest'

import { useBrowser } from '../browser/support/browser'
import type { JoinRoom } from '../browser/support/played-room'
import { chromiumPhone, playWorkshop, wordsOf } from '../browser/support/played-room'
import { PHONE } from '../browser/support/site-pages'
import type { Driver, Engine, EngineContext } from './driver'
import { firefox } from './drivers/firefox'
import { webkit } from './drivers/webkit'

const { context } = useBrowser()
const others = await Promise.all([firefox, webkit].map(async driver => ({ driver, missing: await driver.missing() })))
const there = others.filter(({ missing }) => !missing).map(({ driver }) => driver)
const skipped = others.flatMap(({ driver, missing }) => (missing ? [`${driver.name} skipped: ${missing}`] : []))

const open: { engine: Engine; context: EngineContext }[] = []
const found: string[] = []
async function closeAll() {
  for (const { engine, context } of open.splice(0)) {
    found.push(...(await context.troubles()))
    await context.close()
    await engine.close()
  }
}
afterEach(closeAll)

/** A phone in a browser of its own: of an engine that is no Chromium. */
const phoneIn =
  (driver: Driver): JoinRoom =>
  async (link, number) => {
    const engine = await driver.launch()
    const context = await engine.newContext()
    open.push({ engine, context })
    const page = await context.newPage()
    await page.setViewportSize(PHONE)
    await page.goto(link)
    return {
      page,
      tap: (target, position) => (driver.touches ? target.tap({ position }) : target.click({ position })),
      words: wordsOf(number),
      leave: closeAll,
    }
  }

const phones = ['Chromium', ...there.map(({ name }) => name)].join(', ')
it.skipIf(!there.length)(
  `a workshop is played with phones in ${phones}${skipped.length ? ` (${skipped.join('; ')})` : ''}`,
  { timeout: 180_000 },
  async () => {
    // What a first try left behind, whose room was closed under its phones, is no fault of the second.
    found.length = 0
    await playWorkshop(context, [chromiumPhone(context), ...there.map(phoneIn)])
    expect(found, 'errors, warnings and failed or outside requests').toEqual([])
  },
)
