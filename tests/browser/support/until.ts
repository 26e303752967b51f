import type { EnginePage } from '../../engines/driver'

/** As long as Playwright waits, in milliseconds. */
export const PATIENCE = 30_000

/**
 * Until the first element that a selector of CSS finds can be seen. A plain script asks for it: a locator would bring
 * Playwright's own library into every page that is opened, which takes a browser as long as the page.
 */
export const untilSeen = (page: EnginePage, selector: string): Promise<void> =>
  page.evaluate(
    async ([selector, patience]) => {
      const seen = () => {
        const element = document.querySelector(selector)
        return element && element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'
      }
      for (const began = Date.now(); !seen(); await new Promise(resolve => setTimeout(resolve, 10)))
        if (Date.now() - began > patience) throw new Error(`${selector} is not seen in ${patience} ms.`)
    },
    [selector, PATIENCE] as const,
  )
