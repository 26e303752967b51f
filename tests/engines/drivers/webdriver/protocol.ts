import { setTimeout as wait } from 'node:timers/promises'

/** The longest that a page may load or a script may run, and that any command may take, in milliseconds. */
const PAGE_TIMEOUT = 45_000
const COMMAND_TIMEOUT = 60_000
/** The longest that a browser may take to start: within one test, one that hangs is started anew. */
const START_TIMEOUT = 25_000

/** A WebDriver server, by the commands of https://www.w3.org/TR/webdriver2/. */
export class WebDriver {
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  /** Sends one command and gives its value. */
  async send<T>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    timeout = COMMAND_TIMEOUT,
  ): Promise<T> {
    const response = await fetch(`${this.#origin}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeout),
    })
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
    if (!response.ok) throw new Error(`${value.error}: ${value.message} (${method} ${path})`)
    return value
  }

  /** Until the server takes commands. */
  async ready() {
    for (let tries = 0; tries < 200; tries++) {
      const answers = await fetch(`${this.#origin}/status`).then(
        () => true,
        () => false,
      )
      if (answers) return
      await wait(50)
    }
    throw new Error('The WebDriver server does not answer within 10 s.')
  }

  /** Opens a browser with a fresh profile; one at a time is all that WebKitWebDriver has. */
  async newSession(): Promise<Session> {
    const options = { 'webkitgtk:browserOptions': { args: ['--automation'] } }
    const timeouts = { pageLoad: PAGE_TIMEOUT, script: PAGE_TIMEOUT }
    const asked = { capabilities: { alwaysMatch: { ...options, timeouts } } }
    const { sessionId } = await this.send<{ sessionId: string }>('POST', '/session', asked, START_TIMEOUT)
    return new Session(this, sessionId)
  }
}

/** One browser. Its commands go to one window at a time. */
export class Session {
  #window = ''

  readonly #driver: WebDriver
  readonly #id: string

  constructor(driver: WebDriver, id: string) {
    this.#driver = driver
    this.#id = id
  }

  send<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    return this.#driver.send<T>(method, `/session/${this.#id}${path}`, body)
  }

  /** Sends a command to this window. */
  async sendTo<T>(window: string, method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    if (this.#window !== window) await this.send('POST', '/window', { handle: window })
    this.#window = window
    return this.send<T>(method, path, body)
  }

  async end() {
    await this.send('DELETE', '')
  }
}
