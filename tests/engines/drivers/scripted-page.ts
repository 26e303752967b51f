import { setTimeout as wait } from 'node:timers/promises'

import type { EngineLocator, EnginePage, EngineRole } from '../driver'
import { ScriptLocator } from './script-locator'

/** As long as Playwright waits, in milliseconds. */
const TIMEOUT = 30_000

/**
 * A page that is asked everything by scripts, one for each question. Firefox has it too: for one `evaluate` of a
 * locator Playwright sends it eight commands one after the other, and exercises then take four times as long.
 */
export abstract class ScriptedPage implements EnginePage {
  /** Runs a function in the page, given as its source; what it takes and gives travels as JSON. */
  abstract run(body: string, args: unknown[]): Promise<unknown>
  /** Presses at a point of the window. */
  abstract clickAt(point: { x: number; y: number }): Promise<void>
  /** Taps there; where a driver has no touch, the pointer presses. */
  tapAt(point: { x: number; y: number }): Promise<void> {
    return this.clickAt(point)
  }

  abstract readonly keyboard: EnginePage['keyboard']
  abstract goto(url: string): Promise<unknown>
  abstract reload(): Promise<unknown>
  abstract bringToFront(): Promise<void>
  abstract setViewportSize(size: { width: number; height: number }): Promise<void>

  // Playwright's types say what goes in and comes out; an argument that is left out stays left out.
  evaluate = ((body: (arg: unknown) => unknown, ...args: unknown[]) =>
    this.run(String(body), args)) as EnginePage['evaluate']

  waitForFunction = (async (body: (arg: unknown) => unknown, ...args: unknown[]) => {
    await this.until(async () => Boolean(await this.run(String(body), args.slice(0, 1))), String(body))
  }) as unknown as EnginePage['waitForFunction']

  /** Asks again and again; a question that fails while a page is being changed is asked again too. */
  async until(ask: () => Promise<boolean>, what: string) {
    for (const began = Date.now(); Date.now() - began < TIMEOUT; await wait(30)) {
      if (await ask().catch(() => false)) return
    }
    throw new Error(`It never comes to ${what}`)
  }

  locator(selector: string): EngineLocator {
    return new ScriptLocator(this, []).locator(selector)
  }
  getByRole(role: EngineRole, options?: { name?: string }): EngineLocator {
    return new ScriptLocator(this, []).getByRole(role, options)
  }
}
