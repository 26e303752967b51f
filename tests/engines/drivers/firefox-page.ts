import type { BrowserContext, Page } from 'playwright-chromium'

import { ScriptedPage } from './scripted-page'

type Hearing = typeof globalThis & { inputHeard: number }

/** The longest that a page may need to hear of a key or a button, in milliseconds. */
const HEARING = 500

/** A page of Playwright's Firefox. */
export class FirefoxPage extends ScriptedPage {
  readonly #page: Page

  private constructor(page: Page) {
    super()
    this.#page = page
  }

  static async in(context: BrowserContext): Promise<FirefoxPage> {
    const page = await context.newPage()
    // Before any script of a page, so that no input goes by unheard.
    await page.addInitScript(() => {
      const hearing = globalThis as Hearing
      hearing.inputHeard = 0
      for (const type of ['keyup', 'mouseup']) addEventListener(type, () => hearing.inputHeard++, true)
    })
    return new FirefoxPage(page)
  }

  run(body: string, args: unknown[]): Promise<unknown> {
    // JSON would turn an argument that is left out into null.
    const given = JSON.stringify(args.filter(arg => arg !== undefined))
    return this.#page.evaluate(`(${body})(...${given})`)
  }

  async clickAt({ x, y }: { x: number; y: number }) {
    await this.#page.mouse.click(x, y)
    await this.#heard(1)
  }

  readonly keyboard = {
    press: async (key: string) => {
      await this.#page.keyboard.press(key)
      await this.#heard(key.split('+').length)
    },
    type: async (text: string) => {
      await this.#page.keyboard.type(text)
      await this.#heard(text.length)
    },
  }

  /** Until the page has heard of so many keys or buttons: Firefox answers the driver before it has told the page. */
  async #heard(count: number) {
    const hear = ([count, patience]: readonly [number, number]) =>
      new Promise<void>(resolve => {
        const hearing = globalThis as Hearing
        const began = performance.now()
        const look = () => {
          if (hearing.inputHeard < count && performance.now() - began < patience) {
            setTimeout(look)
            return
          }
          hearing.inputHeard = 0
          resolve()
        }
        // After what the page does on hearing of it.
        setTimeout(look)
      })
    // The page may have been left by this very key.
    await this.#page.evaluate(hear, [count, HEARING] as const).catch(() => {})
  }

  goto = (url: string) => this.#page.goto(url)
  reload = () => this.#page.reload()
  bringToFront = () => this.#page.bringToFront()
  setViewportSize = (size: { width: number; height: number }) => this.#page.setViewportSize(size)
  pdf = () => this.#page.pdf()
}
