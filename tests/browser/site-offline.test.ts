import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { BrowserContext, Page } from 'playwright-chromium'
import { afterEach, describe, expect, it } from 'vitest'

import { precacheLimit } from '../../site/budget'
import { useBrowser } from './support/browser'
import { exercises, idOf, lacking, moduleOf, pageOf, planSentence, workshop } from './support/content'
import { hydratedExercise, kept, keptFiles, saved } from './support/kept'
import { siteFolder } from './support/site'
import { hydrateAll } from './support/site-pages'
import { settled } from './support/slides'
import type { StaticHost } from './support/static-host'
import { staticHost } from './support/static-host'

const { context: newContext, tolerate } = useBrowser()
const { labels } = workshop
const plan = idOf('plan')
const PLAN_PAGE = pageOf(plan)
const LESSON = pageOf(idOf('reframe'))
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'en-GB', acceptDownloads: true }

const hosts: StaticHost[] = []
afterEach(() => Promise.all(hosts.splice(0).map(host => host.close())))

/** The site below a path of some plain host, and one page of it that was opened. */
async function visit(file: string, takesEndings = false) {
  const host = await staticHost(siteFolder(), '/any/base/')
  host.takesEndings = takesEndings
  hosts.push(host)
  const context = await newContext(PHONE)
  const page = await context.newPage()
  await page.goto(host.url(file))
  await kept(page)
  return { host, context, page }
}

/** No network any more, in no way that a page or its worker could have. */
async function cut(context: BrowserContext, host: StaticHost) {
  await context.setOffline(true)
  await host.close()
  hosts.splice(hosts.indexOf(host), 1)
}

const files = (folder: string) =>
  readdirSync(join(siteFolder(), folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(siteFolder().length + 1)
        .replaceAll('\\', '/'),
    )
const pages = () => readdirSync(siteFolder()).filter(file => file.endsWith('.html'))
const extras = () => [...files('slides'), ...files('handouts')]
const onDevice = (page: Page) => page.getByRole('region', { name: labels.offline.title })

const SKIPPED = lacking('plan')
describe.skipIf(SKIPPED)(`after one page was opened, below any path of any host${SKIPPED}`, () => {
  it('all pages, scripts and fonts are kept, no larger than the budget, and neither slides nor papers', async () => {
    const { page } = await visit('index.html')
    const kept = await keptFiles(page)
    const names = kept.map(({ file }) => file)
    expect(names).toEqual(
      expect.arrayContaining([...pages(), ...files('assets'), 'manifest.webmanifest', 'favicon.svg']),
    )
    expect(names.filter(name => /^(?:slides|handouts)\/|serve\.mjs|worker\.js|sitemap|social/.test(name))).toEqual([])
    expect(kept.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(1000 * precacheLimit(exercises.length))
  })

  it('everything is read and done in a tunnel, and taken home from there', async () => {
    const { host, context, page } = await visit(LESSON)
    await cut(context, host)
    // First what the open page had not loaded yet.
    for (const activity of moduleOf(idOf('reframe')).activities)
      if ('exercise' in activity) await hydratedExercise(page, activity.exercise)
    for (const file of pages()) {
      await page.goto(host.url(file))
      await hydrateAll(page)
      expect(await page.evaluate(() => document.querySelectorAll('.notice').length), file).toBe(0)
      const faces = await page.evaluate(async () => {
        await document.fonts.ready
        return [...document.fonts].map(({ family, status }) => `${family.replaceAll('"', '')} ${status}`)
      })
      expect(
        faces.filter(face => face.endsWith('error')),
        file,
      ).toEqual([])
      expect(faces, file).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^Atkinson.* loaded$/),
          expect.stringMatching(/^Bricolage.* loaded$/),
        ]),
      )
    }
    // Some hosts take the .html from an address, and some programs add a query to a link that is passed on.
    await page.goto(`${host.url(PLAN_PAGE.replace('.html', ''))}?from=a-friend#${plan}`)
    const screen = await hydratedExercise(page, plan)
    await screen.getByRole('textbox').fill('the break begins')
    await screen.locator('.pager-row > .button').click()
    await screen.getByRole('textbox').fill('I talk to one person')
    await screen.locator('.pager-row > .button').click()
    await screen.locator('input[type="date"]').fill('2031-09-24')

    await page.goto(host.url('take-home.html'))
    await page.getByText(planSentence('the break begins', 'I talk to one person')).first().waitFor()
    expect((await saved(page, labels.takeHome.saveText)).text).toContain(
      planSentence('the break begins', 'I talk to one person'),
    )
    expect(JSON.parse((await saved(page, labels.takeHome.saveData)).text)).toMatchObject({
      answers: { [plan]: { answer: { if: 'the break begins', date: '2031-09-24' } } },
    })
    const calendar = await saved(page, labels.takeHome.saveCalendar)
    expect(calendar.file).toMatch(/\.ics$/)
    expect(calendar.text).toContain('DTSTART;VALUE=DATE:20310924')

    await page.goto(host.url('recall.html'))
    await page.locator('.recall-round').first().waitFor()
    await page.goto(host.url(''))
    await page.getByRole('heading', { level: 1, name: workshop.title }).waitFor()
    expect(await page.title()).toContain(workshop.title)
  })

  it('all of it is there by whatever address, on a host that takes the .html from every one', async () => {
    const { host, context, page } = await visit(LESSON, true)
    expect(page.url()).toBe(host.url(LESSON.replace('.html', '')))
    await page.goto(host.url('slides/index.html'))
    await page.locator('#slideshow .slide:visible').waitFor()
    await expect.poll(async () => (await keptNames(page)).includes('slides/index.html'), { timeout: 20_000 }).toBe(true)
    await cut(context, host)
    for (const file of ['', 'index.html', PLAN_PAGE.replace('.html', ''), PLAN_PAGE]) {
      await page.goto(host.url(file))
      await page.getByRole('heading', { level: 1 }).waitFor()
    }
    await hydratedExercise(page, plan)
    for (const file of ['slides/', 'slides/index.html']) {
      await page.goto(host.url(file))
      await page.locator('#slideshow .slide:visible').waitFor()
    }
  })

  it('a page whose script is gone can be read in a tunnel, and its exercises are there on paper', async () => {
    tolerate(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|no-response/)
    const { host, context, page } = await visit(PLAN_PAGE)
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        await Promise.all(
          (await cache.keys()).filter(({ url }) => /assets\/main-/.test(url)).map(request => cache.delete(request)),
        )
      }
    })
    await cut(context, host)
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache')
    await page.reload()
    await page.locator('html:not(.scripted)').waitFor()
    await page.locator(`#${plan} div.on-paper`).waitFor({ state: 'visible' })
  })

  it('it can be installed: a manifest without a fault, from its own folder, with icons of their sizes', async () => {
    const { host, context, page } = await visit('about.html')
    const { scope, script } = await page.evaluate(async () => {
      const { scope, active } = await navigator.serviceWorker.ready
      return { scope, script: active!.scriptURL }
    })
    expect({ scope, script }).toEqual({ scope: host.url(''), script: host.url('worker.js') })
    const debug = await context.newCDPSession(page)
    const { url, errors, data } = await debug.send('Page.getAppManifest')
    expect({ url, errors }).toEqual({ url: host.url('manifest.webmanifest'), errors: [] })
    const manifest = JSON.parse(data!) as {
      name: string
      start_url: string
      scope: string
      display: string
      icons: { src: string; sizes: string; type: string; purpose?: string }[]
    }
    expect(manifest).toMatchObject({ name: workshop.title, display: 'standalone', lang: workshop.language })
    expect(new URL(manifest.scope, url).href).toBe(scope)
    expect(pages()).toContain(new URL(manifest.start_url, url).href.slice(scope.length))
    expect(manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual(
      expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
    )
    for (const { src, sizes } of manifest.icons) {
      const png = readFileSync(join(siteFolder(), src))
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes)
    }
    const { installabilityErrors } = await debug.send('Page.getInstallabilityErrors')
    // A fresh profile of the tests forgets everything, which a browser does not install into.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  })
})

const keptNames = async (page: Page) => (await keptFiles(page)).map(({ file }) => file)

/** Reads a file in the page as a click would, past whatever lies in the browser's own cache. */
const read = (page: Page, urls: string[]) =>
  page.evaluate(
    urls =>
      Promise.all(
        urls.map(async url => {
          const response = await fetch(url, { cache: 'no-store' }).catch(() => undefined)
          return response?.status === 200 ? (await response.arrayBuffer()).byteLength : 0
        }),
      ),
    urls,
  )

describe('slides and papers', () => {
  it('are all there without a network once the slides were opened, slide by slide', async () => {
    const { host, context, page } = await visit('index.html')
    await page.goto(host.url('slides/index.html'))
    await page.locator('#slideshow .slide:visible').waitFor()
    await expect.poll(async () => (await keptNames(page)).includes('slides/index.html'), { timeout: 20_000 }).toBe(true)
    await cut(context, host)
    for (const { no } of workshop.slides) {
      await page.goto(host.url(`slides/index.html#/${no}`))
      await settled(page, no)
    }
    await page.reload()
    await page.locator('#slideshow .slide:visible').waitFor()
  })

  it('a paper is kept when it is opened; one that was not leads back to where that is said', async () => {
    tolerate(/ERR_INTERNET_DISCONNECTED|Failed to load resource/)
    const { host, context, page } = await visit('about.html')
    await read(page, [host.url('handouts/workbook-a4.pdf')])
    await expect
      .poll(async () => (await keptNames(page)).filter(name => name.startsWith('handouts/')))
      .toEqual(['handouts/workbook-a4.pdf'])
    await cut(context, host)
    expect(await read(page, [host.url('handouts/workbook-a4.pdf')])).toEqual([
      readFileSync(join(siteFolder(), 'handouts/workbook-a4.pdf')).length,
    ])
    for (const file of ['handouts/workbook-letter.pdf', 'slides/index.html']) {
      await page.goto(host.url(file))
      await page.waitForURL(host.url('about.html#on-device'))
      await onDevice(page).getByText(labels.offline.failed).waitFor()
    }
  })

  it('are fetched at the press of a button, which shows how it went and can be pressed again', async () => {
    tolerate(/404|Failed to load resource|CONTENT_LENGTH_MISMATCH/)
    const { host, context, page } = await visit('about.html')
    const button = onDevice(page).getByRole('button', { name: labels.offline.keep })
    await onDevice(page).getByText(labels.offline.yes).waitFor()
    host.trouble = file =>
      file === 'slides/favicon.svg' ? 'missing' : file === 'handouts/workbook-letter.pdf' ? 'broken off' : undefined
    await button.click()
    await onDevice(page).getByText(labels.offline.failed).waitFor()
    expect(await keptNames(page)).not.toContain('slides/index.html')
    host.trouble = () => undefined
    host.asked.length = 0
    await button.click()
    await onDevice(page).getByText(labels.offline.kept).waitFor()
    expect(host.asked.length, 'files fetched the second time').toBeLessThan(extras().length / 2)
    expect(await button.count()).toBe(0)
    await cut(context, host)
    const sizes = await read(page, extras().map(host.url))
    expect(extras().filter((_, index) => !sizes[index])).toEqual([])
    await page.reload()
    await onDevice(page).getByText(labels.offline.kept).waitFor()
    expect(await button.count()).toBe(0)
  })

  it('of another site on the same host are left alone', async () => {
    const { page } = await visit('about.html')
    await page.evaluate(async () =>
      (await caches.open('extras http://127.0.0.1/other/')).put('./elsewhere.html', new Response('theirs')),
    )
    await onDevice(page).getByRole('button', { name: labels.offline.keep }).click()
    await onDevice(page).getByText(labels.offline.kept).waitFor()
    await page.reload()
    await page.reload()
    expect(await keptNames(page)).toContain('elsewhere.html')
  })
})
