import type { Page } from 'playwright-chromium'

import type { EnginePage } from '../../engines/driver'
import { ScriptedPage } from '../../engines/drivers/scripted-page'
import { untilHolds } from './until'

/**
 * A page of Playwright's that is asked everything by one script for each question: for one `evaluateAll` of a locator
 * Playwright sends three commands, and on the way through an exercise there are hundreds.
 */
export class AskedPage extends ScriptedPage {
  readonly #page: Page
  readonly #hand: 'mouse' | 'finger'
  readonly keyboard: Page['keyboard']

  /** @param hand what presses; a finger needs a profile with touch */
  constructor(page: Page, hand: 'mouse' | 'finger' = 'mouse') {
    super()
    this.#page = page
    this.#hand = hand
    this.keyboard = page.keyboard
  }

  run(body: string, args: unknown[]): Promise<unknown> {
    // JSON would turn an argument that is left out into null.
    const given = JSON.stringify(args.filter(arg => arg !== undefined))
    return this.#page.evaluate(`(${body})(...${given})`)
  }

  override waitForFunction = ((condition: (arg: unknown) => boolean, arg: unknown) =>
    untilHolds(this, condition, arg)) as unknown as EnginePage['waitForFunction']

  clickAt = ({ x, y }: { x: number; y: number }) =>
    this.#hand === 'finger' ? this.#page.touchscreen.tap(x, y) : this.#page.mouse.click(x, y)
  goto = (url: string) => this.#page.goto(url)
  reload = () => this.#page.reload()
  bringToFront = () => this.#page.bringToFront()
  setViewportSize = (size: { width: number; height: number }) => this.#page.setViewportSize(size)
}
