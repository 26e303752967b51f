import type { Driver } from '../driver'
import { findProgram } from './find-program'
import { startWebKit } from './webdriver/start'

/** WebKitGTK, in its MiniBrowser, by plain W3C WebDriver. */
export const webkit: Driver = {
  name: 'WebKit',
  async missing() {
    if (!findProgram('WebKitWebDriver')) return 'webkit2gtk-driver is not installed'
    return findProgram('Xvfb') ? undefined : 'xvfb is not installed'
  },
  launch: startWebKit,
  keepsPagesLeft: true,
  touches: false,
  stepTime: 220,
}
