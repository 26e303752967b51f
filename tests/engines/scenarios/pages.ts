import { describe, expect, it } from 'vitest'

import { DESKTOP, files, openPage, PHONE, wakeAll } from '../../browser/support/site-pages'
import { tooWide } from '../../browser/support/stage'
import type { EngineUnderTest } from '../use-engine'

const SMALL = { width: 320, height: 640 }

/** Every page of the site at the sizes of a small phone, a phone and a desktop. */
export function pages({ page: sharedPage }: EngineUnderTest) {
  describe('every page of the site', () => {
    it.each([SMALL, PHONE, DESKTOP])('hydrates whole and fits a window of $width × $height', async size => {
      const page = await sharedPage()
      await page.setViewportSize(size)
      const found: Record<string, string[]> = {}
      for (const file of files) {
        await openPage(page, file)
        await wakeAll(page)
        const wrong = await tooWide(page)
        if (wrong.length) found[file] = wrong
      }
      expect(found).toEqual({})
    })
  })
}
