import { afterAll, afterEach, beforeAll, expect } from 'vitest'

import type { Driver, Engine, EngineContext, EnginePage } from './driver'

/** What a scenario gets. */
export interface EngineUnderTest {
  driver: Driver
  /** A page with empty storage. It is one page for many tests, since a fresh profile fetches the whole site again. */
  page: () => Promise<EnginePage>
  /** A fresh profile, closed after the test. */
  newContext: () => Promise<EngineContext>
}

/** Starts an engine for a group of tests. What goes wrong on any page fails the test in which it happened. */
export function useEngine(driver: Driver): EngineUnderTest {
  let engine: Engine
  let open: EngineContext | undefined
  /** The page that the next test may take over. */
  let shared: EnginePage | undefined

  async function close() {
    await open?.close()
    open = shared = undefined
  }
  /** One at a time: WebKitWebDriver has no more. */
  async function newContext() {
    await close()
    open = await engine.newContext()
    return open
  }

  beforeAll(async () => {
    engine = await driver.launch()
  })
  afterEach(async () => {
    const troubles = (await open?.troubles()) ?? []
    if (shared) await shared.evaluate(() => localStorage.clear())
    else await close()
    expect(troubles, 'errors, warnings and failed or outside requests').toEqual([])
  })
  afterAll(async () => {
    await close()
    await engine?.close()
  })

  return {
    driver,
    async page() {
      shared ??= await (await newContext()).newPage()
      return shared
    },
    newContext,
  }
}
