import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { SIZES } from '../../site/appearance'
import { useBrowser } from './support/browser'
import { PAPER, paperOf } from './support/colours'
import { lacking } from './support/content'
import { press, tabTo } from './support/keyboard'
import {
  answerTo,
  exercisesOf,
  files,
  hydrated,
  keep,
  lessons,
  onPhone,
  openPage,
  workshop,
} from './support/site-pages'

const { context: newContext, page: newPage } = useBrowser()
const labels = workshop.labels.site
const textSize = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
const settings = (page: Page) => page.locator('.settings')

async function openSettings(page: Page) {
  await tabTo(page, settings(page).locator('summary'))
  await press(page, 'Enter')
}

describe('the settings', () => {
  it('enlarge the text step by step up to 200 %, by keyboard alone, and keep that for every page', async () => {
    const page = await newPage(onPhone)
    await openPage(page, files[1]!)
    const plain = await textSize(page)
    await openSettings(page)
    const larger = settings(page).getByRole('button', { name: labels.larger })
    await tabTo(page, larger)
    for (const percent of [...SIZES.slice(1), SIZES.at(-1)!]) {
      await press(page, 'Enter')
      await expect.poll(() => textSize(page)).toBeCloseTo((plain * percent) / 100, 1)
      expect(await settings(page).getByRole('status').innerText()).toBe(`${percent} %`)
    }
    expect(await larger.getAttribute('aria-disabled')).toBe('true')
    for (const file of [files[1]!, files[0]!, files.at(-1)!]) {
      await openPage(page, file)
      expect(await textSize(page), file).toBeCloseTo(plain * 2, 1)
    }
  })

  it('put chosen colours before those of the device, until the device’s are chosen again', async () => {
    const page = await newPage({ ...onPhone, colorScheme: 'light' })
    await openPage(page, files[1]!)
    await openSettings(page)
    await tabTo(page, settings(page).getByRole('radio', { checked: true }))
    await press(page, 'ArrowUp')
    await expect.poll(() => settings(page).getByRole('radio', { checked: true }).getAttribute('value')).toBe('dark')
    expect(await paperOf(page)).toBe(PAPER.dark)
    await openPage(page, files[0]!)
    expect(await paperOf(page)).toBe(PAPER.dark)
    await openSettings(page)
    await expect.poll(() => settings(page).getByRole('radio', { checked: true }).getAttribute('value')).toBe('dark')
    await settings(page).getByRole('radio', { name: labels.coloursLight }).check()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await paperOf(page)).toBe(PAPER.light)
    await settings(page).getByRole('radio', { name: labels.coloursDevice }).check()
    await expect.poll(() => paperOf(page)).toBe(PAPER.dark)
  })

  it('hold before anything is drawn, and nothing moves when the page is hydrated', async () => {
    const page = await (await newContext({ ...onPhone, colorScheme: 'light' })).newPage()
    await openPage(page, files[1]!)
    await page.evaluate(
      id => localStorage.setItem(`${id}:appearance`, JSON.stringify({ size: 2, colours: 'dark' })),
      workshop.id,
    )
    // Without the page's main script, so that what is seen is what stands there first.
    await page.route(/\/assets\/main-/, route => route.fulfill({ body: '', contentType: 'text/javascript' }))
    await page.reload()
    expect(await paperOf(page)).toBe(PAPER.dark)
    const before = await page.locator('h1').boundingBox()
    await page.unrouteAll()
    await page.reload()
    await hydrated(page)
    expect(await page.locator('h1').boundingBox()).toEqual(before)
  })
})

it('the skip link is the first that Tab reaches, comes into sight, and leads past what every page has', async () => {
  const page = await newPage(onPhone)
  for (const file of files) {
    await openPage(page, file)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: workshop.labels.pages.skip })
    expect(
      await skip.evaluate(link => link === document.activeElement && link.getBoundingClientRect().top >= 0),
      file,
    ).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), { message: file }).toBe('main')
  }
})

const longer = lessons.find(({ module }) => exercisesOf(module).length > 1)
const NONE_LONGER = lacking({ 'part with two exercises': longer })

it.skipIf(NONE_LONGER)(
  `in forced colours, boxes and buttons keep an edge, and what was done looks different${NONE_LONGER}`,
  async () => {
    const page = await newPage({ ...onPhone, forcedColors: 'active' })
    const [first] = exercisesOf(longer!.module)
    await keep(page, { [first!]: answerTo(workshop.exercises[first!]!) })
    for (const file of files) {
      await openPage(page, file)
      const bare = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            '.next-step, .parts li, .exercise, .onward a[rel="next"], .button, .button-quiet, textarea, ' +
              'input:not([type="range"], [type="radio"], [type="checkbox"], [type="file"])',
          ),
        ]
          .filter(
            element =>
              element.checkVisibility() && Number.parseFloat(getComputedStyle(element).borderBlockStartWidth) === 0,
          )
          .map(element => element.outerHTML.slice(0, 80)),
      )
      expect(bare, file).toEqual([])
    }
    await openPage(page, longer!.file)
    const fills = await page
      .locator('.next-step circle')
      .evaluateAll(circles => circles.map(circle => getComputedStyle(circle).fill))
    expect(fills[0]).not.toBe(fills[1])
  },
)

it('where the device asks for less motion, nothing takes longer than 10 ms to change', async () => {
  const page = await newPage({ ...onPhone, reducedMotion: 'reduce' })
  for (const file of files) {
    await openPage(page, file)
    const slow = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(element => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element)
          return (
            `${transitionDuration}, ${animationDuration}`
              .split(',')
              .some(each => Number.parseFloat(each) * (each.trim().endsWith('ms') ? 1 : 1000) > 10) ||
            scrollBehavior === 'smooth'
          )
        })
        .map(element => element.outerHTML.slice(0, 80)),
    )
    expect(slow, file).toEqual([])
  }
})
