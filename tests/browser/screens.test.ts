import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { openPresenter, openSlide, useBrowser } from './support/browser'
import { workshop } from './support/content'
import { currentSlide, settled } from './support/slides'

const { page: newPage } = useBrowser()

const total = workshop.slides.length
/** Projectors and laptops, some of them enlarged. */
const SCREENS = [
  { name: 'a 4:3 projector', viewport: { width: 1024, height: 768 } },
  { name: 'a 4:3 projector at 125 %', viewport: { width: 819, height: 614 } },
  { name: 'a laptop at 150 %', viewport: { width: 853, height: 480 } },
  { name: 'a tablet held upright', viewport: { width: 820, height: 1180 } },
]

describe('on other screens than the one it is drawn for', () => {
  it('every slide is whole, and nothing scrolls', async () => {
    const page = await newPage()
    await openSlide(page, 1)
    const found: Record<string, string[]> = {}
    for (let slide = 1; slide <= total; slide++) {
      await page.evaluate(slide => (location.hash = `#/${slide}`), slide)
      await settled(page, slide)
      for (const { name, viewport } of SCREENS) {
        await page.setViewportSize(viewport)
        const wrong = await currentSlide(page).evaluate(
          slide =>
            new Promise<string[]>(resolve =>
              requestAnimationFrame(() =>
                requestAnimationFrame(() => {
                  const wrong: string[] = []
                  const { left, top, right, bottom, width } = slide.getBoundingClientRect()
                  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
                    wrong.push(`stands at ${[left, top, right, bottom].map(Math.round).join(', ')}`)
                  if (width < innerWidth * 0.95 && bottom - top < innerHeight * 0.95) wrong.push('leaves room unused')
                  if (slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1)
                    wrong.push('holds more than fits')
                  const { scrollWidth, scrollHeight } = document.documentElement
                  if (scrollWidth > innerWidth || scrollHeight > innerHeight) wrong.push('the page scrolls')
                  resolve(wrong)
                }),
              ),
            ),
        )
        if (wrong.length) found[`slide ${slide} on ${name}`] = wrong
      }
    }
    expect(found).toEqual({})
  }, 120_000)

  it('the presenter’s page shows slide, next slide and notes, whatever screen it was opened on', async () => {
    const page = await newPage({ viewport: { width: 2560, height: 1440 } })
    await openPresenter(page, 2)
    for (const [width, height] of [
      [1024, 768],
      [819, 614],
      [683, 512],
      [1280, 720],
      [1920, 1080],
      [853, 480],
      [820, 1180],
    ] as const) {
      await page.setViewportSize({ width, height })
      // The slide is drawn anew a moment after its place has changed.
      await expect.poll(() => misplaced(page, width, height), { message: `${width} × ${height}` }).toEqual([])
    }
  })
})

/** What of the presenter's page is too small, or not in the window. */
async function misplaced(page: Page, width: number, height: number): Promise<string[]> {
  const wrong: string[] = []
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wrong.push('the page scrolls')
  for (const [name, selector, least] of [
    ['slide', '.slidev-presenter #slideshow', width / (height > width ? 1.3 : 4)],
    ['next slide', '.next .slidev-slide-container', width / 8],
    ['notes', '.slidev-presenter .note', width / 4],
  ] as const) {
    const box = await page.locator(selector).first().boundingBox()
    if (!box) wrong.push(`no ${name}`)
    else if (box.width < least || box.x < -1 || box.y < -1 || box.x + box.width > width + 1 || box.y > height - 40)
      wrong.push(`${name} at ${[box.x, box.y, box.width, box.height].map(Math.round).join(', ')}`)
  }
  return wrong
}
