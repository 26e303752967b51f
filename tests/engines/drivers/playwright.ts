import type { Browser, BrowserContextOptions } from 'playwright-chromium'

import { reportTroubles, SLIDE } from '../../browser/support/browser'
import type { Engine } from '../driver'

/** An engine that Playwright drives: its own pages serve as they are. */
export function playwrightEngine(
  browser: Browser,
  options: BrowserContextOptions = {},
  permissions: string[] = [],
): Engine {
  return {
    async newContext() {
      const context = await browser.newContext({ viewport: SLIDE, locale: 'en-GB', ...options })
      await context.grantPermissions(permissions)
      const troubles: string[] = []
      reportTroubles(context, trouble => troubles.push(trouble))
      return {
        newPage: () => context.newPage(),
        troubles: async () => troubles.splice(0),
        close: () => context.close(),
      }
    },
    close: () => browser.close(),
  }
}
