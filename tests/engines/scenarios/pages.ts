import { describe, expect, it } from 'vitest'

import { DESKTOP, files, hydrateAll, openPage, PHONE } from '../../browser/support/site-pages'
import { tooWide } from '../../browser/support/stage'
import type { EnginePage } from '../driver'
import type { EngineUnderTest } from '../use-engine'

const SIZES = [PHONE, { width: 320, height: 640 }, DESKTOP]

/** Answers to choose from whose words need more height than their box has, as after a phone was turned. */
const overfull = (page: EnginePage) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('label:has(input)')]
      .filter(label => label.checkVisibility() && label.scrollHeight > label.clientHeight + 1)
      .map(({ clientHeight, scrollHeight, innerText }) => `${innerText}: ${scrollHeight} px in ${clientHeight}`),
  )

/** Every page of the site, in the windows of a phone, a small phone and a desktop. */
export function pages({ page: sharedPage }: EngineUnderTest) {
  describe('on the site', () => {
    it.each(files)('%s hydrates whole and fits every window from 320 px up', async file => {
      const page = await sharedPage()
      await page.setViewportSize(PHONE)
      await openPage(page, file)
      await hydrateAll(page)
      const found: Record<string, string[]> = {}
      for (const size of SIZES) {
        await page.setViewportSize(size)
        const wrong = [...(await tooWide(page)), ...(await overfull(page))]
        if (wrong.length) found[`${size.width} × ${size.height}`] = wrong
      }
      expect(found).toEqual({})
    })
  })
}
