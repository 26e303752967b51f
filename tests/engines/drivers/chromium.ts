import process from 'node:process'

import { chromium as chromiumType } from 'playwright-chromium'

import { browserPath } from '../../../handouts/browser'
import { AskedPage } from '../../browser/support/asked'
import type { Driver } from '../driver'
import { playwrightEngine } from './playwright'

export const chromium: Driver = {
  name: 'Chromium',
  missing: () =>
    browserPath().then(
      () => undefined,
      (error: Error) => error.message,
    ),
  async launch() {
    const browser = await chromiumType.launch({
      executablePath: await browserPath(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      // Playwright switches it off; a Chromium that has it uses it.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    })
    // Slidev keeps the screen awake; without this a headless Chromium logs that it may not.
    return playwrightEngine(
      browser,
      async context => new AskedPage(await context.newPage()),
      { reducedMotion: 'reduce', hasTouch: true },
      ['screen-wake-lock'],
    )
  },
  keepsPagesLeft: false,
  touches: true,
  stepTime: 0,
  print: page => (page as AskedPage).pdf(),
}
