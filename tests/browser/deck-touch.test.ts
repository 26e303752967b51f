import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { openPresenter, openSlide, useBrowser } from './support/browser'
import { idOf, lacking, slideOf } from './support/content'
import { openControls, placeOf } from './support/slides'

const { context: newContext, page: newPage } = useBrowser()
const SCREENS = [
  { width: 1280, height: 720 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
]
/** A slide that asks for a guess, by a slider. */
const asking = slideOf(idOf('forecast'), 'ask')
const NOT_ASKING = lacking({ 'slide with a forecast': asking })

async function pageForFingers(viewport: (typeof SCREENS)[number]): Promise<Page> {
  const page = await newPage({ hasTouch: true })
  await page.setViewportSize(viewport)
  return page
}

/** Drags a finger over the screen, step by step. */
async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: from.x + by.x * share, y: from.y + by.y * share }],
    })
  await touch('touchStart', 0)
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) await touch('touchMove', share)
  await touch('touchEnd', 1)
}

describe('a finger on a slide', () => {
  it.skipIf(NOT_ASKING).each(SCREENS)(
    `that drags a slider moves it and not the slide, at $width × $height${NOT_ASKING}`,
    async viewport => {
      const page = await pageForFingers(viewport)
      await openSlide(page, asking)
      const slider = (await openControls(page)).locator('input[type=range]')
      const { x, y, width, height } = (await slider.boundingBox())!
      await drag(page, { x: x + width * 0.9, y: y + height / 2 }, { x: -width * 0.7, y: 0 })
      expect(placeOf(page).slide).toBe(asking)
      expect(Number(await slider.inputValue())).toBeLessThan(50)
    },
  )

  it('that swipes beside an exercise goes on to the next slide', async () => {
    const page = await pageForFingers(SCREENS[0]!)
    await openSlide(page, 1)
    await drag(page, { x: 1000, y: 360 }, { x: -700, y: 0 })
    await expect.poll(() => placeOf(page)).not.toEqual({ slide: 1, clicks: 0 })
  })
})

describe('the screen', () => {
  it.each([
    ['the slides', openSlide],
    ['the presenter’s view', openPresenter],
  ])('is kept awake from the first key on, and not asked for on load: %s', async (_, open) => {
    const page = await (await newContext()).newPage()
    await page.addInitScript(() => {
      const asked: boolean[] = []
      Object.assign(window, { asked })
      // The empty page that an address is opened from is no secure one, and has none.
      if (!('wakeLock' in navigator)) return
      navigator.wakeLock.request = () => {
        asked.push(navigator.userActivation.isActive)
        return Promise.reject(new DOMException('not now', 'NotAllowedError'))
      }
    })
    await open(page, 1)
    const asked = () => page.evaluate(() => (window as unknown as { asked: boolean[] }).asked)
    expect(await asked()).toEqual([])
    await page.keyboard.press('ArrowRight')
    await expect.poll(asked).toEqual([true])
  })
})
