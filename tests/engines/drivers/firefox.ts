import { createRequire } from 'node:module'
import process from 'node:process'

import type { Browser, BrowserType } from 'playwright-chromium'

import type { Driver } from '../driver'
import type { BidiSession } from './bidi'
import { browserSession } from './bidi'
import { findProgram } from './find-program'
import { FirefoxPage } from './firefox-page'
import { playwrightEngine } from './playwright'

/** Firefox as Mozilla ships it, by WebDriver BiDi, which Playwright's core speaks. */
export const firefox: Driver = {
  name: 'Firefox',
  missing: async () => (findFirefox() ? undefined : 'firefox-esr is not installed'),
  async launch() {
    // The package is CommonJS, and its types name Chromium alone.
    const { firefox } = createRequire(import.meta.url)('playwright-chromium') as { firefox: BrowserType }
    const browser = await firefox.launch({
      channel: 'moz-firefox',
      executablePath: findFirefox()!,
      firefoxUserPrefs: { 'ui.prefersReducedMotion': 1, 'layout.css.prefers-color-scheme.content-override': 1 },
    })
    withoutMediaFeatures(browser)
    return playwrightEngine(browser, context => FirefoxPage.in(context))
  },
  keepsPagesLeft: true,
  touches: false,
  stepTime: 0,
  print: page => (page as FirefoxPage).pdf(),
}

const findFirefox = () => process.env.FIREFOX_PATH ?? findProgram('firefox-esr') ?? findProgram('firefox')

/**
 * Firefox ESR 153 lacks the command by which Playwright sets light or dark in every new profile, and no option keeps
 * Playwright from sending it. Its preference above does the same for the whole browser.
 */
function withoutMediaFeatures(browser: Browser) {
  const prototype = Object.getPrototypeOf(browserSession(browser)) as BidiSession
  const { send } = prototype
  prototype.send = function <T>(method: string, params: unknown) {
    return method === 'emulation.setMediaFeaturesOverride'
      ? Promise.resolve({} as T)
      : send.call<BidiSession, [string, unknown], Promise<T>>(this, method, params)
  }
}
