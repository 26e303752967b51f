import { describe, expect, it } from 'vitest'

import { site } from '../../browser/support/site'
import { openPage, PHONE, WORDS, workshop } from '../../browser/support/site-pages'
import type { EngineUnderTest } from '../use-engine'
import { openTextField } from './text-field'

const { takeHome: labels } = workshop.labels

/** Back to a page that the browser kept as it was left: the back/forward cache. */
export function back({ driver, newContext }: EngineUnderTest) {
  describe('Back, after everything was deleted on the take-home page', () => {
    it('shows none of what was deleted, and typing one more letter brings none of it back', async () => {
      const page = await (await newContext()).newPage()
      await page.setViewportSize(PHONE)
      const field = await openTextField(page, site())
      const lesson = await page.evaluate(() => location.pathname)
      await field.focus()
      await page.keyboard.type(WORDS)

      await page.evaluate(() => void Object.assign(window, { leftHere: true }))

      await openPage(page, 'take-home.html')
      await page.locator('.document-exercise').waitFor()
      await page.getByRole('button', { name: labels.deleteAll, exact: true }).click()
      await page.getByRole('button', { name: labels.deleteYes, exact: true }).click()
      await page.waitForFunction(words => !document.body.innerText.includes(words), WORDS)

      await page.evaluate(() => void setTimeout(() => history.back()))
      await page.waitForFunction(lesson => location.pathname === lesson && document.readyState === 'complete', lesson)
      if (driver.keepsPagesLeft)
        expect(await page.evaluate(() => 'leftHere' in window), 'comes as it was left').toBe(true)
      await expect.poll(() => field.inputValue()).toBe('')
      // Not field.focus(): with Firefox, Playwright would wait for a load, which a page from this cache does not have.
      await page.evaluate(() => document.querySelector<HTMLElement>('[data-island="exercise"] textarea')!.focus())
      await page.keyboard.type('x')
      await page.reload()
      const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
      expect(kept).not.toContain(WORDS)
    })
  })
}
