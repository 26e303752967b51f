import type { EnginePage } from '../../engines/driver'

/** As long as Playwright waits, in milliseconds. */
export const TIMEOUT = 30_000

/** What a page answers whose document went away while it was asked, as when a link leads on by itself. */
const LEFT = /destroyed|navigat|unload/i

/**
 * Until something holds in a page. A plain script asks there, again and again: `waitForFunction` and locators would
 * bring Playwright's own library into every document, which takes a browser as long as a page of ours.
 * @param condition runs in the page
 */
export async function untilHolds<A>(page: EnginePage, condition: (arg: A) => boolean, arg: A): Promise<void> {
  const wait = async ([arg, timeout]: readonly [A, number]) => {
    for (const began = Date.now(); !condition(arg); await new Promise(resolve => setTimeout(resolve, 10)))
      if (Date.now() - began > timeout) throw new Error(`In ${timeout} ms it did not come to: ${String(condition)}`)
  }
  // What a page is given is the text of a function, and `condition` means nothing there.
  const text = `async given => { const condition = ${String(condition)}; return (${String(wait)})(given) }`
  const asText = Object.assign(() => Promise.resolve(), { toString: () => text })
  for (const began = Date.now(); ;) {
    try {
      await page.evaluate<void, readonly [A, number]>(asText, [arg, TIMEOUT])
      return
    } catch (error) {
      if (!LEFT.test((error as Error).message) || Date.now() - began > TIMEOUT) throw error
    }
  }
}

/** Until the first element that a selector of CSS finds can be seen. */
export const untilSeen = (page: EnginePage, selector: string): Promise<void> =>
  untilHolds(
    page,
    selector => {
      const element = document.querySelector(selector)
      return Boolean(element && element.getClientRects().length && getComputedStyle(element).visibility === 'visible')
    },
    selector,
  )
