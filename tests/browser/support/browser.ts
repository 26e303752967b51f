import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'

import { launchBrowser } from '../../../handouts/browser'

/** A slide is laid out on so many pixels, and at this size it is drawn one to one. */
export const SLIDE = { width: 980, height: 552 }

const LOOPBACK = /^(?:https?|wss?):\/\/(?:127\.0\.0\.1|localhost)[:/]|^(?:data|blob|about):/

/**
 * One browser for a file of tests. Whatever goes wrong on any page (errors, warnings, failed or outside requests)
 * is collected, and fails the test in which it happened.
 */
export function useBrowser() {
  let browser: Browser
  const troubles: string[] = []
  const open = new Set<BrowserContext>()

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterEach(async () => {
    const seen = troubles.splice(0)
    await Promise.all([...open].map(close))
    expect(seen, 'errors, warnings and failed or outside requests').toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
  })

  async function close(context: BrowserContext) {
    open.delete(context)
    await context.close()
  }

  /** A fresh browser profile; it is closed after the test. */
  async function context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: SLIDE, reducedMotion: 'reduce', ...options })
    // Slidev keeps the screen awake; without this a headless browser logs that it may not.
    await context.grantPermissions(['screen-wake-lock'])
    open.add(context)
    reportTroubles(context, trouble => open.has(context) && troubles.push(trouble))
    return context
  }

  async function page(options?: BrowserContextOptions) {
    return (await context(options)).newPage()
  }

  return { context, page, close, troubles }
}

/** Reports what goes wrong on any page of a profile: errors, warnings, failed and outside requests. */
export function reportTroubles(context: BrowserContext, report: (trouble: string) => void) {
  context.on('weberror', error => {
    const { message } = error.error()
    if (!INTERRUPTED.test(message)) report(`error: ${message}`)
  })
  context.on('console', message => {
    if (['error', 'warning', 'assert'].includes(message.type())) report(`console ${message.type()}: ${message.text()}`)
  })
  context.on('request', request => {
    if (!LOOPBACK.test(request.url())) report(`outside: ${request.url()}`)
  })
  context.on('requestfailed', request => {
    const failure = request.failure()?.errorText ?? ''
    // What was still loading when a test went on to another page is no failure.
    if (!ABORTED.has(failure)) report(`failed: ${request.url()} ${failure}`)
  })
  context.on('response', response => {
    if (response.status() >= 400) report(`${response.status()}: ${response.url()}`)
  })
}
/** In Chromium's words and in Firefox's. */
const ABORTED = new Set(['net::ERR_ABORTED', 'NS_BINDING_ABORTED'])
/** Firefox's words for the same, where a service worker was answering. */
const INTERRUPTED = /^Failed to load .* A ServiceWorker intercepted the request and encountered an unexpected error/

export const origin = () => inject('origin')
/** The link that `npm start` prints for the facilitator, to any page of the presenter's deck. */
export const presenterLink = (path: string) => `${origin()}/facilitator/${path}?key=${inject('secret')}`
/** A page of the projector's deck. */
export const projectorLink = (path: string) => `${origin()}/projector/${path}`
