import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findings } from './support/axe'
import { useBrowser } from './support/browser'
import { siteFolder } from './support/site'
import {
  address,
  allAnswers,
  exercisesOf,
  files,
  keep,
  lessons,
  onPhone,
  onPhoneWithWorker,
  openPage,
  WORDS,
  workshop,
} from './support/site-pages'
import { tooWide } from './support/stage'
import type { StaticHost } from './support/static-host'
import { staticHost } from './support/static-host'

const { context: newContext, page: newPage, tolerate } = useBrowser()
const { pages: labels, answer } = workshop.labels
const seen = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll(elements => elements.filter(element => element.checkVisibility()).length)
/** Nothing of the browser's or the pages' furniture is of use on paper. */
const FURNITURE =
  '.site-head, .site-aside, .skip, .onward, .next-step, .notice, .on-screen, .keep-it, .take-home-file, ' +
  'button, input, select, textarea'

describe('with scripts switched off', () => {
  const off = { ...onPhone, javaScriptEnabled: false }
  let host: StaticHost
  beforeAll(async () => {
    host = await staticHost(siteFolder())
    host.headers = { 'content-security-policy': "script-src 'none'" }
  })
  afterAll(() => host.close())

  it.each(files)('%s reads whole, fits a phone and 400 %, and is sound to axe', async file => {
    // Axe is a script itself: so the page's own scripts alone are stopped, by a policy of their host.
    tolerate(/Content Security Policy| csp$/)
    const page = await newPage(onPhone)
    await page.goto(host.url(file))
    expect(await page.evaluate(() => document.documentElement.classList.contains('scripted'))).toBe(false)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(
      await seen(page, '.on-screen, .settings, .next-step-place, main button, main input, main select, main textarea'),
    ).toBe(0)
    expect(await findings(page)).toEqual([])
    for (const viewport of [onPhone.viewport, { width: 320, height: 640 }]) {
      await page.setViewportSize(viewport)
      expect(await tooWide(page)).toEqual([])
    }
  })

  it.each(lessons)('$file has every exercise for a pen, in place', async ({ file, module }) => {
    const page = await newPage(off)
    await page.goto(address(file))
    for (const id of exercisesOf(module)) expect(await seen(page, `#${id} .on-paper > *`), id).toBeGreaterThan(0)
  })

  it('every page is reached from the first by links alone, and part follows part', async () => {
    const page = await newPage(off)
    await page.goto(address('index.html'))
    await page.locator('a[rel="next"]').click()
    for (const { title } of lessons) {
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
      await page.locator('a[rel="next"]').click()
    }
    for (const label of [labels.takeHome, labels.recall, labels.about, labels.accessibility]) {
      await page.getByRole('navigation', { name: labels.parts }).getByRole('link', { name: label, exact: true }).click()
      await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(label)
    }
  })

  it('what only scripts can do says so, and what to do instead', async () => {
    const page = await newPage(off)
    for (const [file, words] of [
      ['take-home.html', labels.takeHomeScripts],
      ['recall.html', labels.recallScripts],
    ] as const) {
      await page.goto(address(file))
      await page.getByText(words).waitFor()
      expect(await page.locator('.without-scripts a').getAttribute('href')).toBe('about.html#papers')
    }
  })

  it('a script that cannot be fetched leaves the page as it is without', async () => {
    tolerate(/ERR_ABORTED/)
    const page = await (await newContext(onPhone)).newPage()
    await page.route(/\/assets\/main-/, route => route.abort('aborted'))
    await page.goto(address(lessons[1]!.file))
    await page.locator('html:not(.scripted)').waitFor()
    expect(await seen(page, '.on-paper')).toBeGreaterThan(0)
    expect(await seen(page, '.on-screen')).toBe(0)
  })
})

describe('in print', () => {
  async function print(file: string) {
    const keepsPages = file === 'about.html'
    const page = await newPage({ ...(keepsPages ? onPhoneWithWorker : onPhone), colorScheme: 'dark' })
    await keep(page, allAnswers())
    await openPage(page, file)
    if (keepsPages) await page.getByText(workshop.labels.offline.yes).waitFor()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    return page
  }

  it.each(files)('%s is black on white, without what only a screen needs', async file => {
    const page = await print(file)
    expect(await seen(page, FURNITURE)).toBe(0)
    expect(
      await page.locator('main').evaluate(main => {
        const { colorScheme, color } = getComputedStyle(main)
        return [colorScheme, color]
      }),
    ).toEqual(['light only', 'rgb(0, 0, 0)'])
  })

  it.each(lessons)('$file has its exercises for a pen, and its findings unfolded', async ({ file, module }) => {
    const page = await print(file)
    for (const id of exercisesOf(module)) expect(await seen(page, `#${id} .on-paper > *`), id).toBeGreaterThan(0)
    const heights = await page
      .locator('#evidence li[data-standing]')
      .evaluateAll(items => items.map(item => item.getBoundingClientRect().height))
    expect(heights).toHaveLength(module!.evidence.length)
    expect(heights.filter(height => height < 10)).toEqual([])
    expect((await page.locator('main').innerText()).includes(WORDS), 'answers').toBe(false)
  })

  it('the take-home page is the document and nothing else, with its name and day', async () => {
    const page = await print('take-home.html')
    const text = await page.locator('body').innerText()
    expect(text.trim().startsWith(workshop.title)).toBe(true)
    expect(text).toContain(WORDS)
    for (const words of [
      workshop.labels.takeHome.intro,
      workshop.labels.takeHome.load,
      workshop.labels.takeHome.deleteAll,
      labels.takeHome,
      answer.onDevice,
    ])
      expect(text, words).not.toContain(words)
  })
})
