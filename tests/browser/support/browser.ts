import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'

import { launchBrowser } from '../../../handouts/browser'
import type { EnginePage } from '../../engines/driver'
import { settled } from './slides'

/** A slide is laid out on so many pixels, and at this size it is drawn one to one. */
export const SLIDE = { width: 980, height: 552 }

const LOOPBACK = /^(?:https?|wss?):\/\/(?:127\.0\.0\.1|localhost)[:/]|^(?:data|blob|about):/
/** What Playwright's own stand-in for a registration says where a test blocks service workers. */
const BLOCKED = 'Service Worker registration blocked by Playwright'
/** What was still loading when a page was left, in Chromium's words and in Firefox's. */
const ABORTED = new Set(['net::ERR_ABORTED', 'NS_BINDING_ABORTED'])
/** Firefox's words for the same, where a service worker was answering. */
const INTERRUPTED = /^Failed to load .* A ServiceWorker intercepted the request and encountered an unexpected error/

/** No script of a test runs long enough to be worth compiling twice: without, all of them take a tenth less. */
const UNOPTIMIZED = '--js-flags=--no-maglev,--no-turbofan'

let launched: Promise<Browser> | undefined

/** The browser of this worker, for all files that run in it. It ends with the worker; after a crash another starts. */
function workersBrowser(): Promise<Browser> {
  launched ??= launchBrowser([UNOPTIMIZED]).then(browser => browser.once('disconnected', () => (launched = undefined)))
  return launched
}

/**
 * A browser for a file of tests. Errors, warnings, failed requests and requests to the outside, on any page, are
 * collected, and fail the test in which they happen.
 * @param script runs in every page before its own scripts
 */
export function useBrowser(script?: () => void) {
  let browser: Browser
  const troubles: string[] = []
  /** What the test that runs makes go wrong on purpose. */
  let expected: RegExp[] = []
  /** The profiles of the test that runs. */
  const open = new Set<BrowserContext>()
  /** Pages that the test that runs has, and pages that wait for the next one, by the options of their profile. */
  const lent = new Map<Page, BrowserContextOptions>()
  const waiting = new Map<string, Page[]>()
  /** Profiles that stay open to the end of the file. */
  const staying = new Set<BrowserContext>()

  beforeAll(async () => {
    browser = await workersBrowser()
  })
  afterEach(async () => {
    const seen = troubles.splice(0)
    expected = []
    const pages = [...lent]
    lent.clear()
    const emptied = pages.map(([page]) => page.context())
    await Promise.all([
      ...pages.map(([page, options]) => takeBack(page, options)),
      ...[...open].filter(context => !emptied.includes(context) && !staying.has(context)).map(close),
    ])
    expect(seen, 'errors, warnings and failed or outside requests').toEqual([])
  })
  afterAll(() =>
    Promise.all([...[...waiting.values()].flat().map(page => page.context().close()), ...[...staying].map(close)]),
  )

  async function close(context: BrowserContext) {
    open.delete(context)
    await context.close()
  }

  /** A fresh browser profile; it is closed after the test. */
  async function context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: SLIDE, reducedMotion: 'reduce', ...options })
    // Slidev keeps the screen awake; without this a headless browser logs that it may not.
    await context.grantPermissions(['screen-wake-lock'])
    if (script) await context.addInitScript(script)
    open.add(context)
    reportTroubles(context, trouble => {
      if (open.has(context) && !expected.some(pattern => pattern.test(trouble))) troubles.push(trouble)
    })
    return context
  }

  /**
   * Names what this test makes go wrong on purpose, before it does so: a browser can report it long after the page has
   * shown what came of it.
   */
  function tolerate(...patterns: RegExp[]) {
    expected.push(...patterns)
  }

  /**
   * A page alone in an empty profile. Tests of a file that ask for the same options have the same page, one after the
   * other: a new profile, with a process and a cache of its own, would take three times as long to show a first page.
   */
  async function page(options: BrowserContextOptions = {}): Promise<Page> {
    const page = waiting.get(JSON.stringify(options))?.pop() ?? lasting(await (await context(options)).newPage())
    open.add(page.context())
    lent.set(page, options)
    return page
  }

  /** A page that all tests of a file have, each as the one before has left it: for what takes long to load. */
  async function stayingPage(options: BrowserContextOptions = {}): Promise<Page> {
    const stays = await context(options)
    staying.add(stays)
    return stays.newPage()
  }

  /** Empties the profile of a page, once its test is over, for the next test with the same options. */
  async function takeBack(page: Page, options: BrowserContextOptions) {
    const context = page.context()
    open.delete(context)
    try {
      await empty(page, options)
      const key = JSON.stringify(options)
      waiting.set(key, [...(waiting.get(key) ?? []), page])
    } catch {
      // What a test has closed or crashed is replaced by a new one.
      await context.close()
    }
  }

  return { context, page, stayingPage, close, tolerate }
}

/** Reports what goes wrong on any page of a profile: errors, warnings, failed and outside requests. */
export function reportTroubles(context: BrowserContext, report: (trouble: string) => void) {
  context.on('weberror', error => {
    const { message } = error.error()
    if (!INTERRUPTED.test(message)) report(`error: ${message}`)
  })
  context.on('console', message => {
    if (['error', 'warning', 'assert'].includes(message.type()) && message.text() !== BLOCKED)
      report(`console ${message.type()}: ${message.text()}`)
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

/** Refuses what cannot be taken off a page again. */
function lasting(page: Page): Page {
  const refuse = (name: string) => () => {
    throw new Error(`page.${name} would last beyond the test: take a page of a fresh context() for it.`)
  }
  const names = ['addInitScript', 'exposeFunction', 'exposeBinding', 'route'] as const
  return Object.assign(page, Object.fromEntries(names.map(name => [name, refuse(name)])))
}

async function empty(page: Page, { viewport, colorScheme, reducedMotion, forcedColors }: BrowserContextOptions) {
  const context = page.context()
  await Promise.all(context.pages().map(each => (each === page ? undefined : each.close())))
  const url = new URL(page.url())
  if (url.protocol.startsWith('http')) {
    // No script runs here, and what is kept by this address can be reached; it need not be a picture that is there.
    await page.goto(`${url.origin}/favicon.svg`)
    await page.evaluate(() => {
      for (const kept of ['localStorage', 'sessionStorage'] as const) {
        try {
          window[kept].clear()
        } catch {
          // A test's script has made it fail from the start, so nothing was kept.
        }
      }
    })
  }
  await context.clearCookies()
  await page.setViewportSize(viewport ?? SLIDE)
  await page.emulateMedia({
    media: null,
    colorScheme: colorScheme ?? 'light',
    reducedMotion: reducedMotion ?? 'reduce',
    forcedColors: forcedColors ?? null,
  })
  await page.mouse.move(0, 0)
}

export const origin = () => inject('origin')
/** The link that `npm start` prints for the facilitator. */
export const presenterLink = () => `${origin()}/presenter?key=${inject('secret')}`
/** The address of a slide; `presenter/12` is the same slide in the presenter's view. */
export const slideLink = (slide: number | string) => `${origin()}/slides/#/${slide}`

/** Opens a slide afresh: its address alone would be followed by the page that is open. */
export async function openSlide(page: EnginePage, slide: number) {
  await page.goto('about:blank')
  await page.goto(slideLink(slide))
  await settled(page, slide)
}

/** Opens the presenter's link, and goes on to a slide. */
export async function openPresenter(page: EnginePage, slide: number) {
  await page.goto(presenterLink())
  await settled(page)
  await page.goto(slideLink(`presenter/${slide}`))
  await settled(page, slide)
}
