import type { EngineContext, EnginePage } from '../../driver'
import { WebDriverPage } from './page'
import type { ProbingProxy } from './probe'
import { probingProxy } from './probe'
import type { Session } from './protocol'

/** A browser with a fresh profile; what goes wrong on its pages is found by the probe that stands in each of them. */
export class WebDriverContext implements EngineContext {
  readonly #pages: WebDriverPage[] = []
  readonly #proxies = new Map<string, Promise<ProbingProxy>>()
  readonly #troubles: string[] = []

  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  async newPage(): Promise<EnginePage> {
    const handle = this.#pages.length
      ? (await this.#session.send<{ handle: string }>('POST', '/window/new', { type: 'window' })).handle
      : await this.#session.send<string>('GET', '/window')
    const page = new WebDriverPage(this.#session, handle, {
      addressOf: url => this.#probed(url),
      report: trouble => this.#troubles.push(trouble),
    })
    this.#pages.push(page)
    return page
  }

  /** The same address behind a proxy that puts the probe into pages; always the same one for the same origin. */
  async #probed(url: string): Promise<string> {
    const { origin } = new URL(url)
    const proxies = [...(await Promise.all(this.#proxies.values()))]
    if (proxies.some(proxy => proxy.origin === origin)) return url
    const proxy = this.#proxies.get(origin) ?? probingProxy(origin, trouble => this.#troubles.push(trouble))
    this.#proxies.set(origin, proxy)
    return (await proxy).origin + url.slice(origin.length)
  }

  async troubles() {
    for (const page of this.#pages) await page.harvest()
    return this.#troubles.splice(0)
  }

  async close() {
    // What hangs here is ended with its server.
    await this.#session.end().catch(() => {})
    for (const proxy of await Promise.all(this.#proxies.values())) proxy.close()
  }
}
