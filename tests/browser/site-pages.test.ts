import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { findings } from './support/axe'
import { useBrowser } from './support/browser'
import { PAPER, paperOf } from './support/colours'
import {
  allAnswers,
  DESKTOP,
  ENLARGED,
  files,
  hydrateAll,
  keep,
  onPhone,
  onPhoneWithWorker,
  openPage,
  PHONE,
  workshop,
} from './support/site-pages'
import { tooWide } from './support/stage'

const { page: newPage } = useBrowser()

/** The phone last, for what comes next. */
const SIZES = [ENLARGED, { width: 320, height: 640 }, DESKTOP, { width: 2560, height: 1440 }, PHONE]

/** Opens whatever can be opened. */
const openAll = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)))

/** Text that a box cuts off: it has no room for it and does not scroll. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter(element => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element)
        const hides = ['hidden', 'clip'].includes(overflowX) || ['hidden', 'clip'].includes(overflowY)
        // What is for a screen reader alone is cut off on purpose; so is the name of a file, by the browser.
        return (
          hides &&
          !element.matches('[type="file"]') &&
          clipPath === 'none' &&
          element.checkVisibility() &&
          (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
        )
      })
      .map(element => `cut off: <${element.tagName.toLowerCase()} class="${element.className}">`),
  )

async function misfits(page: Page, sizes = SIZES): Promise<string[]> {
  const found: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    found.push(
      ...[...(await tooWide(page)), ...(await cutOff(page))].map(each => `${size.width} × ${size.height}: ${each}`),
    )
  }
  return found
}

describe.each(files)('%s', file => {
  it.each(['empty', 'answered'])(
    '%s, is sound to axe in light, dark and large, and fits every window from 320 px up',
    async state => {
      const keepsPages = file === 'about.html'
      const page = await newPage(keepsPages ? onPhoneWithWorker : onPhone)
      if (state === 'answered') await keep(page, allAnswers())
      await openPage(page, file)
      if (keepsPages) await page.getByText(workshop.labels.offline.yes).waitFor()
      await hydrateAll(page)
      await openAll(page)
      expect(await paperOf(page)).toBe(PAPER.light)
      expect(await findings(page), 'light').toEqual([])
      expect(await misfits(page)).toEqual([])

      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await paperOf(page)).toBe(PAPER.dark)
      expect(await findings(page, undefined, ['color-contrast']), 'dark').toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })

      // As the settings leave it: in the dark, with text of twice the size.
      await page.evaluate(() => {
        document.documentElement.classList.add('dark')
        document.documentElement.dataset.size = '5'
      })
      expect(await paperOf(page)).toBe(PAPER.dark)
      expect(await findings(page), 'dark by choice, 200 %').toEqual([])
      expect(await misfits(page, [{ width: 320, height: 640 }, DESKTOP]), '200 %').toEqual([])
    },
  )
})
