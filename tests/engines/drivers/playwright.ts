import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-chromium'

import { reportTroubles, SLIDE } from '../../browser/support/browser'
import type { Engine, EnginePage } from '../driver'

/**
 * An engine that Playwright drives.
 * @param newPage opens a page as the scenarios get it; Playwright's own pages serve as they are
 */
export function playwrightEngine(
  browser: Browser,
  newPage: (context: BrowserContext) => Promise<EnginePage>,
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
        newPage: () => newPage(context),
        troubles: async () => troubles.splice(0),
        close: () => context.close(),
      }
    },
    close: () => browser.close(),
  }
}
