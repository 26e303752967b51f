import type { Browser, Page } from 'playwright-chromium'

/** The connection on which Playwright's core speaks WebDriver BiDi to a browser, or to one of its pages. */
export interface BidiSession {
  /** Of a page: what BiDi calls its browsing context. */
  sessionId: string
  send: <T>(method: string, params: unknown) => Promise<T>
}

/** What Playwright's types leave out. */
interface Internals {
  _connection: {
    toImpl: ((browser: Browser) => { _browserSession: BidiSession }) &
      ((page: Page) => { delegate: { _session: BidiSession } })
  }
}

export const browserSession = (browser: Browser) =>
  (browser as unknown as Internals)._connection.toImpl(browser)._browserSession

export const pageSession = (page: Page) => (page as unknown as Internals)._connection.toImpl(page).delegate._session
