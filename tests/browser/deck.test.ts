import type { Page } from 'playwright-chromium'
import type { Place } from './support/slides'
import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadOrThrow } from '../../model/load'
import { findings } from './support/axe'
import { origin, presenterLink, useBrowser } from './support/browser'
import { flaws, placeOf, settled, step } from './support/slides'

const { page: newPage } = useBrowser()

let total = 0
beforeAll(async () => {
  total = (await loadOrThrow(process.cwd())).slides.length
})

/** Goes through a deck from the first slide to the last, click by click. */
async function walk(page: Page, look: (place: Place, last: boolean) => Promise<void>) {
  await settled(page, 1)
  const places: Place[] = []
  for (let more = true; more;) {
    const place = placeOf(page)
    places.push(place)
    await look(place, false)
    more = await step(page, total)
  }
  expect(new Set(places.map(place => place.slide)), 'slides seen').toEqual(new Set(Array.from({ length: total }, (_, index) => index + 1)))
  return places
}

describe('every slide and every click of the projector’s deck', () => {
  it('fits its slide, in letters that can be read from the back row', async () => {
    const page = await newPage()
    await page.goto(`${origin()}/projector/1`)
    const found: Record<string, string[]> = {}
    const t = performance.now()
    await walk(page, async ({ slide, clicks }) => {
      const all = await flaws(page)
      if (all.length)
        found[`slide ${slide}, click ${clicks}`] = all
    })
    console.log('walk', performance.now() - t, total)
    expect(found).toEqual({})
  })
  it('axe', async () => {
    const page = await newPage()
    await page.goto(`${origin()}/projector/1`)
    const found: Record<string, string[]> = {}
    const t = performance.now()
    await walk(page, async ({ slide, clicks }) => {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        const all = await findings(page, ['#slideshow .slide', '.announcer'])
        if (all.length)
          found[`slide ${slide}, click ${clicks} ${scheme}`] = all
      }
    })
    console.log('walk axe', performance.now() - t, total)
    expect(found).toEqual({})
  })
  it('whole page', async () => {
    const page = await newPage()
    await page.goto(`${origin()}/projector/1`)
    await settled(page)
    console.log(await findings(page))
    await page.goto(presenterLink('presenter/1'))
    await settled(page)
    console.log(await findings(page))
    await page.goto(`${origin()}/projector/1`)
    await settled(page)
    await page.keyboard.press('o')
    await page.waitForTimeout(1500)
    console.log(await findings(page))
  })
})
