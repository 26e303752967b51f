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
  readonly keyboard: Page['keyboard']

  constructor(page: Page) {
    super()
    this.#page = page
    this.keyboard = page.keyboard
  }

  run(body: string, args: unknown[]): Promise<unknown> {
    // JSON would turn an argument that is left out into null.
    const given = JSON.stringify(args.filter(arg => arg !== undefined))
    return this.#page.evaluate(`(${body})(...${given})`)
  }

  override waitForFunction = ((condition: (arg: unknown) => boolean, arg: unknown) =>
    untilHolds(this, condition, arg)) as unknown as EnginePage['waitForFunction']

  clickAt = ({ x, y }: { x: number; y: number }) => this.#page.mouse.click(x, y)
  /** Needs a profile with touch. */
  override tapAt = ({ x, y }: { x: number; y: number }) => this.#page.touchscreen.tap(x, y)
  goto = (url: string) => this.#page.goto(url)
  reload = () => this.#page.reload()
  bringToFront = () => this.#page.bringToFront()
  setViewportSize = (size: { width: number; height: number }) => this.#page.setViewportSize(size)
  pdf = () => this.#page.pdf({ preferCSSPageSize: true })
}
