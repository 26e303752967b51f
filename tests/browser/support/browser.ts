import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'

import { launchBrowser } from '../../../handouts/browser'
import { settled } from './slides'

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
    const report = (trouble: string) => open.has(context) && troubles.push(trouble)
    open.add(context)
    context.on('weberror', error => report(`error: ${error.error().message}`))
    context.on('console', message => {
      if (['error', 'warning', 'assert'].includes(message.type()))
        report(`console ${message.type()}: ${message.text()}`)
    })
    context.on('request', request => !LOOPBACK.test(request.url()) && report(`outside: ${request.url()}`))
    // What was still loading when a test went on to another page is no failure.
    context.on(
      'requestfailed',
      request =>
        request.failure()?.errorText !== 'net::ERR_ABORTED' &&
        report(`failed: ${request.url()} ${request.failure()?.errorText}`),
    )
    context.on('response', response => response.status() >= 400 && report(`${response.status()}: ${response.url()}`))
    return context
  }

  async function page(options?: BrowserContextOptions) {
    return (await context(options)).newPage()
  }

  return { context, page, close, troubles }
}

export const origin = () => inject('origin')
/** The link that `npm start` prints for the facilitator. */
export const presenterLink = () => `${origin()}/presenter?key=${inject('secret')}`
/** The address of a slide; `presenter/12` is the same slide in the presenter's view. */
export const slideLink = (slide: number | string) => `${origin()}/slides/#/${slide}`

/** Opens a slide afresh: its address alone would be followed by the page that is open. */
export async function openSlide(page: Page, slide: number) {
  await page.goto('about:blank')
  await page.goto(slideLink(slide))
  await settled(page, slide)
}

/** Opens the presenter's link, and goes on to a slide. */
export async function openPresenter(page: Page, slide: number) {
  await page.goto(presenterLink())
  await settled(page)
  await page.goto(slideLink(`presenter/${slide}`))
  await settled(page, slide)
}
