import { clickOf, pressOf, typingOf } from '../input'
import { ScriptedPage } from '../scripted-page'
import type { Session } from './protocol'

/** The longest that a window may take to get its size, in milliseconds. */
const RESIZING = 300

interface Surroundings {
  /** Where a page is really fetched from. */
  addressOf: (url: string) => Promise<string>
  report: (trouble: string) => void
}

/** What came of a script in the page. */
interface Outcome {
  value?: unknown
  error?: string
}

/** A window of a WebDriver session that behaves as Playwright's page does, as far as the scenarios go. */
export class WebDriverPage extends ScriptedPage {
  readonly #session: Session
  readonly #handle: string
  readonly #around: Surroundings

  constructor(session: Session, handle: string, around: Surroundings) {
    super()
    this.#session = session
    this.#handle = handle
    this.#around = around
  }

  send<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    return this.#session.sendTo<T>(this.#handle, method, path, body)
  }

  async run(body: string, args: unknown[]): Promise<unknown> {
    const script = `const done = arguments[1]
      Promise.resolve().then(() => (${body})(...arguments[0])).then(
        value => done(value === undefined ? {} : { value }), error => done({ error: String(error) }))`
    // JSON would turn an argument that is left out into null.
    const given = args.filter(arg => arg !== undefined)
    const outcome = await this.send<Outcome>('POST', '/execute/async', { script, args: [given] })
    if (outcome.error !== undefined) throw new Error(outcome.error)
    return outcome.value
  }

  /** Takes what the probe has kept out of the page, before another takes its place. */
  async harvest() {
    const take = () => (globalThis as typeof globalThis & { probed?: string[] }).probed?.splice(0) ?? []
    for (const trouble of await this.evaluate(take)) this.#around.report(trouble)
  }

  async goto(url: string) {
    await this.harvest()
    // about:blank has no server that the probe could stand before.
    await this.send('POST', '/url', { url: url.startsWith('about:') ? url : await this.#around.addressOf(url) })
  }
  async reload() {
    await this.harvest()
    await this.send('POST', '/refresh', {})
  }

  /** Any command brings a window to the front that another was in before. */
  async bringToFront() {
    await this.send('GET', '/title')
  }

  /** The window is sized until what is inside its frame has the size that was asked for. */
  async setViewportSize({ width, height }: { width: number; height: number }) {
    for (let tries = 0; tries < 10; tries++) {
      const inner = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }))
      if (inner.width === width && inner.height === height) return
      const outer = await this.send<{ width: number; height: number }>('GET', '/window/rect')
      await this.send('POST', '/window/rect', {
        width: outer.width + width - inner.width,
        height: outer.height + height - inner.height,
      })
      await this.evaluate(
        async ({ width, height, within }) => {
          const began = performance.now()
          while ((innerWidth !== width || innerHeight !== height) && performance.now() - began < within)
            await new Promise(resolve => setTimeout(resolve, 5))
        },
        { width, height, within: RESIZING },
      )
    }
    throw new Error(`The window does not get ${width} × ${height}.`)
  }

  clickAt = (point: { x: number; y: number }) => this.#act(clickOf(point))

  readonly keyboard = {
    press: (key: string) => this.#act(pressOf(key)),
    /** In one command. */
    type: (text: string) => this.#act(typingOf(text)),
  }

  async #act(source: object) {
    await this.send('POST', '/actions', { actions: [source] })
  }
}
