import type { BrowserContext, Page } from 'playwright-chromium'

import type { BidiSession } from './bidi'
import { pageSession } from './bidi'
import { clickOf, pressOf, typingOf } from './input'
import { ScriptedPage } from './scripted-page'

type Hearing = typeof globalThis & { inputHeard: number }

/** The longest that a page may need to hear of a key or a button, in milliseconds. */
const HEARING = 500

interface Size {
  width: number
  height: number
}

/** What came of a script in the page: its value as JSON, or what it threw. */
type Outcome =
  { type: 'success'; result: { value?: string } } | { type: 'exception'; exceptionDetails: { text: string } }

/**
 * A page of Playwright's Firefox. Scripts, keys and buttons are sent as BiDi's own commands: Playwright would bring a
 * library of its own into every document first, and send every key twice, when it goes down and when it comes up.
 */
export class FirefoxPage extends ScriptedPage {
  readonly #page: Page
  readonly #session: BidiSession
  #size: Partial<Size> = {}

  private constructor(page: Page) {
    super()
    this.#page = page
    this.#session = pageSession(page)
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

  async run(body: string, args: unknown[]): Promise<unknown> {
    // JSON would turn an argument that is left out into null.
    const given = JSON.stringify(args.filter(arg => arg !== undefined))
    const outcome = await this.#session.send<Outcome>('script.callFunction', {
      functionDeclaration: `async () => JSON.stringify(await (${body})(...${given}))`,
      target: { context: this.#session.sessionId },
      awaitPromise: true,
      userActivation: true,
    })
    if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails.text)
    return outcome.result.value === undefined ? undefined : JSON.parse(outcome.result.value)
  }

  clickAt = (point: { x: number; y: number }) => this.#act(clickOf(point), 1)

  readonly keyboard = {
    press: (key: string) => this.#act(pressOf(key), key.split('+').length),
    type: (text: string) => this.#act(typingOf(text), text.length),
  }

  /**
   * Uses the mouse or the keyboard, until the page has heard of it: Firefox answers the driver before it has told the
   * page.
   * @param count how many keys or buttons come up
   */
  async #act(source: object, count: number) {
    await this.#session.send('input.performActions', { context: this.#session.sessionId, actions: [source] })
    const hear = ([count, timeout]: readonly [number, number]) =>
      new Promise<void>(resolve => {
        const hearing = globalThis as Hearing
        const began = performance.now()
        const look = () => {
          if (hearing.inputHeard < count && performance.now() - began < timeout) {
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
    await this.evaluate(hear, [count, HEARING] as const).catch(() => {})
  }

  goto = (url: string) => this.#page.goto(url)
  reload = () => this.#page.reload()
  bringToFront = () => this.#page.bringToFront()
  async setViewportSize({ width, height }: Size) {
    // Playwright sends three commands, also for the size that is there already, which takes a tenth of a second.
    if (width === this.#size.width && height === this.#size.height) return
    await this.#page.setViewportSize({ width, height })
    this.#size = { width, height }
  }
  pdf = () => this.#page.pdf()
}
