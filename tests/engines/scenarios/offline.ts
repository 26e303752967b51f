import { describe, expect, it } from 'vitest'

import { kept } from '../../browser/support/kept'
import { serveSite, siteFolder } from '../../browser/support/site'
import { files, hydrateAll, hydrated, PHONE, WORDS } from '../../browser/support/site-pages'
import type { EngineUnderTest } from '../use-engine'
import { openTextField } from './text-field'

/** The site after a first visit, with its server stopped. */
export function offline({ newContext }: EngineUnderTest) {
  describe('after one page was opened and the server stopped', () => {
    it('every page opens and hydrates, and what is typed is there after a reload', async () => {
      const server = await serveSite(siteFolder())
      const page = await (await newContext()).newPage()
      await page.setViewportSize(PHONE)
      await page.goto(`${server.origin}/${files[0]}`)
      await kept(page)
      await server.close()
      for (const file of files) {
        await page.goto(`${server.origin}/${file}`)
        await hydrated(page)
        await hydrateAll(page)
      }
      const field = await openTextField(page, server.origin)
      await field.focus()
      await page.keyboard.type(WORDS)
      await page.reload()
      await hydrated(page)
      await hydrateAll(page)
      await expect.poll(() => field.inputValue()).toBe(WORDS)
    })
  })
}
