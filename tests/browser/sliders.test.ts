import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import type { KindName } from '../../components/exercises/kind-types'
import { useBrowser } from './support/browser'
import { idOf, lacking } from './support/content'
import { PHONE } from './support/site-pages'
import { openStage, storedAnswer } from './support/stage'

const { page: newPage } = useBrowser()

type Point = { x: number; y: number }

/** Ways to mean the middle, where a slider rests: none of them gives it an input. */
const MEANT: [string, (page: Page, middle: Point) => Promise<void>][] = [
  ['pressed with the mouse', (page, { x, y }) => page.mouse.click(x, y)],
  ['tapped', (page, { x, y }) => page.touchscreen.tap(x, y)],
  ['taken by Enter', page => page.keyboard.press('Enter')],
]
/** What is no answer. */
const NOT_MEANT: typeof MEANT = [
  ['pressed for its menu', (page, { x, y }) => page.mouse.click(x, y, { button: 'right' })],
  ['pressed with the wheel', (page, { x, y }) => page.mouse.click(x, y, { button: 'middle' })],
  ['passed by Tab', page => page.keyboard.press('Tab')],
]

describe.each<KindName>(['forecast', 'reframe'])('a slider of a %s that rests in its middle', kind => {
  const skipped = lacking(kind)
  async function use(way: (typeof MEANT)[number][1]): Promise<Page> {
    const page = await newPage({ viewport: PHONE, hasTouch: true })
    const slider = (await openStage(page, idOf(kind))).locator('input[type="range"]').first()
    await slider.focus()
    const { x, y, width, height } = (await slider.boundingBox())!
    await way(page, { x: x + width / 2, y: y + height / 2 })
    return page
  }
  it.skipIf(skipped).each(MEANT)(`is answered when it is %s${skipped}`, async (_, way) => {
    const page = await use(way)
    await expect.poll(() => storedAnswer(page, idOf(kind))).not.toBeNull()
  })
  it.skipIf(skipped).each(NOT_MEANT)(`is not answered when it is %s${skipped}`, async (_, way) => {
    const page = await use(way)
    // What is stored is stored with the input.
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve)))
    expect(await storedAnswer(page, idOf(kind))).toBeNull()
  })
})

const NO_REFRAME = lacking('reframe')
it.skipIf(NO_REFRAME)(
  `the second of two taps on Next answers no slider that comes up below it${NO_REFRAME}`,
  async () => {
    const id = idOf('reframe')
    const page = await newPage({ viewport: PHONE, hasTouch: true })
    const screen = await openStage(page, id)
    const next = screen.locator('.pager-row > .button')
    const slider = screen.locator('input[type="range"]')
    await next.click()
    while (!(await slider.count())) await next.click()
    await screen.locator('.pager-row > .button-quiet').first().click()
    const { x, y, width, height } = (await next.boundingBox())!
    await page.evaluate(
      ([x, y, width, height]) => {
        const style = new CSSStyleSheet()
        const place = `left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px`
        style.replaceSync(`input[type="range"] { position: fixed; z-index: 1; ${place} }`)
        document.adoptedStyleSheets = [style]
      },
      [x, y, width, height],
    )
    const tap = () => page.touchscreen.tap(x + width / 2, y + height / 2)
    await tap()
    await tap()
    await slider.waitFor()
    expect(await storedAnswer(page, id)).toBeNull()
    // Later it is meant.
    await page.waitForTimeout(600)
    await tap()
    await expect.poll(() => storedAnswer(page, id)).not.toBeNull()
  },
)
