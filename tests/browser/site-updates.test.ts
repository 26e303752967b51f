import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { BrowserContext, Page } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { useBrowser } from './support/browser'
import { idOf, lacking, pageOf, planSentence, workshop } from './support/content'
import { hydratedExercise, kept, keptFiles, saved } from './support/kept'
import { NEXT, nextVersion } from './support/next-version'
import { siteFolder } from './support/site'
import { keyOf, storedAnswer } from './support/stage'
import type { StaticHost } from './support/static-host'
import { staticHost } from './support/static-host'

const { context: newContext, tolerate } = useBrowser()
const { labels } = workshop
const plan = idOf('plan')
const reframe = idOf('reframe')
const SKIPPED = lacking('plan', 'reframe')
/** The page with the plan, and one with another exercise, which is looked at anew in the next version. */
const PLAN_PAGE = pageOf(plan)
const REFRAME_PAGE = pageOf(reframe)
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'en-GB', acceptDownloads: true }

let next: Awaited<ReturnType<typeof nextVersion>>
beforeAll(async () => {
  next = await nextVersion(siteFolder())
})
afterAll(() => next.dispose())

let host: StaticHost
let context: BrowserContext
beforeEach(async () => {
  host = await staticHost(siteFolder())
  context = await newContext(PHONE)
})
afterEach(() => host.close())

/** Opens a page in a tab of its own. */
async function open(file: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(host.url(file))
  return page
}

/** Makes the browser look for a new version, as it does when a page is opened, and gives what came of it. */
function lookForUpdate(page: Page): Promise<'ready' | 'broken off' | 'none'> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const { installing } = registration
    if (installing) await new Promise<void>(resolve => installing.addEventListener('statechange', () => resolve()))
    return registration.waiting ? 'ready' : installing ? 'broken off' : 'none'
  })
}

const notice = (page: Page) => page.locator('.notice')
const press = (page: Page, name: string) => notice(page).getByRole('button', { name, exact: true }).click()
/** Whether a page with exercises on it belongs to the next version. */
const isNext = async (page: Page) => (await page.locator(NEXT.script).count()) > 0
const value = (page: Page, id: string) =>
  page.locator(`[data-island="exercise"][data-id="${id}"]`).getByRole('textbox').first().inputValue()

async function changeOver(page: Page) {
  await notice(page).getByText(labels.site.updateReady).waitFor()
  await Promise.all([page.waitForEvent('load'), press(page, labels.site.updateNow)])
}

describe.skipIf(SKIPPED)(`a new version${SKIPPED}`, () => {
  it('is offered, changes nothing until it is chosen, and loses no word that is typed', async () => {
    const page = await open(`${PLAN_PAGE}#${plan}`)
    await kept(page)
    const field = (await hydratedExercise(page, plan)).getByRole('textbox')
    await field.pressSequentially('the break beg')
    await page.evaluate(() => ((window as { here?: true }).here = true))

    host.folder = next.folder
    expect(await lookForUpdate(page)).toBe('ready')
    await notice(page).getByText(labels.site.updateReady).waitFor()
    expect(await field.evaluate(field => field === document.activeElement), 'the focus stays').toBe(true)
    await page.keyboard.type('ins')
    expect(await field.inputValue()).toBe('the break begins')
    expect(await page.evaluate(() => 'here' in window), 'the same page').toBe(true)
    await page.reload()
    await hydratedExercise(page, plan)
    expect(await isNext(page), 'after a reload').toBe(false)

    await changeOver(page)
    await hydratedExercise(page, plan)
    expect(await isNext(page), 'once it was chosen').toBe(true)
    expect(await notice(page).count()).toBe(0)
    await page
      .locator(`[data-island="exercise"][data-id="${plan}"]`)
      .getByRole('button', { name: labels.exercise.back })
      .click()
    expect(await value(page, plan)).toBe('the break begins')
  })

  it('takes over at once, though exercises are being fetched as it is chosen', async () => {
    const page = await open(PLAN_PAGE)
    await kept(page)
    host.folder = next.folder
    expect(await lookForUpdate(page)).toBe('ready')
    await notice(page).getByText(labels.site.updateReady).waitFor()
    // The first key wakes every exercise, and on this button it chooses the new version too.
    await notice(page).getByRole('button', { name: labels.site.updateNow, exact: true }).focus()
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    await hydratedExercise(page, plan)
    expect(await isNext(page)).toBe(true)
  })

  it('is told to other tabs, which go on as they are until they are loaded again', async () => {
    const page = await open(PLAN_PAGE)
    await kept(page)
    const other = await open(`${REFRAME_PAGE}#${reframe}`)
    await hydratedExercise(other, reframe)
    host.folder = next.folder
    expect(await lookForUpdate(page)).toBe('ready')
    for (const each of [page, other]) await notice(each).getByText(labels.site.updateReady).waitFor()
    await changeOver(page)

    await notice(other).getByText(labels.site.updated).waitFor()
    expect(await isNext(other), 'the other tab').toBe(false)
    const screen = other.locator(`[data-island="exercise"][data-id="${reframe}"]`)
    await screen.getByRole('slider').press('End')
    await screen.getByRole('button', { name: labels.exercise.next, exact: true }).click()
    await screen.getByRole('textbox').fill('The summer party')
    await Promise.all([other.waitForEvent('load'), press(other, labels.site.reload)])
    await hydratedExercise(other, reframe)
    expect(await isNext(other), 'the other tab, loaded again').toBe(true)
    await other.getByRole('heading', { name: NEXT.lesson }).waitFor()
    await other.getByRole('heading', { name: NEXT.exercise }).waitFor()
    expect(await storedAnswer(other, reframe)).toContain('The summer party')
  })

  it('is chosen as well on a page that was reloaded past the worker', async () => {
    const page = await open(PLAN_PAGE)
    await kept(page)
    // A second one holds on to the earlier version.
    await open('index.html')
    host.folder = next.folder
    expect(await lookForUpdate(page)).toBe('ready')
    const debug = await context.newCDPSession(page)
    await Promise.all([page.waitForEvent('load'), debug.send('Page.reload', { ignoreCache: true })])
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
    await changeOver(page)
    await context.setOffline(true)
    await page.goto(host.url(REFRAME_PAGE))
    await page.getByRole('heading', { name: NEXT.lesson }).waitFor()
  })

  it('takes over by itself once the last page of the earlier one is closed', async () => {
    const page = await open(PLAN_PAGE)
    await kept(page)
    host.folder = next.folder
    expect(await lookForUpdate(page)).toBe('ready')
    const blank = await context.newPage()
    // A page that is opened while the browser changes the workers keeps the earlier one, so that it is waited for.
    const debug = await context.newCDPSession(blank)
    const changed = new Promise<void>(resolve =>
      debug.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some(({ status }) => status === 'redundant')) resolve()
      }),
    )
    await debug.send('ServiceWorker.enable')
    await page.close()
    await changed
    await blank.goto(host.url(PLAN_PAGE))
    expect(await isNext(blank)).toBe(true)
  })

  /** Tabs of the earlier version, from which some parts were not fetched before another tab changed over. */
  async function leftBehind() {
    const page = await open('index.html')
    await kept(page)
    const lesson = await open(PLAN_PAGE)
    const document = await open('take-home.html')
    await document.evaluate(
      ([key, value]) => localStorage.setItem(key!, value!),
      [keyOf(plan), JSON.stringify({ version: 1, answer: { if: 'the break begins', then: 'I talk to one person' } })],
    )
    await document.reload()
    await document.getByRole('button', { name: labels.takeHome.saveCalendar }).waitFor()
    expect(
      await lesson.locator(`[data-island="exercise"][data-id="${plan}"]`).getAttribute('inert'),
      'not hydratedExercise yet',
    ).toBe('')
    host.folder = next.folder
    expect(await lookForUpdate(page)).toBe('ready')
    await changeOver(page)
    return { page, lesson, document }
  }

  it('leaves tabs of the earlier one their own parts, until the last of them is closed', async () => {
    const { page, lesson, document } = await leftBehind()
    await notice(lesson).getByText(labels.site.updated).waitFor()
    await hydratedExercise(lesson, plan)
    expect(await isNext(lesson)).toBe(false)
    await notice(document).getByText(labels.site.updated).waitFor()
    expect((await saved(document, labels.takeHome.saveCalendar)).text).not.toContain(NEXT.calendar)
    for (const each of [lesson, document]) expect(await notice(each).getByText(labels.site.broken).count()).toBe(0)

    const earlier = async () => (await keptFiles(page)).filter(({ file }) => !existsSync(join(next.folder, file)))
    await page.reload()
    expect(await earlier(), 'while others are open').not.toEqual([])
    const blank = await context.newPage()
    for (const each of [lesson, document]) await each.close()
    await page.goto('about:blank')
    await blank.goto(host.url('index.html'))
    await page.goto(host.url('index.html'))
    await expect.poll(earlier).toEqual([])
  })

  it('leaves them without parts that are kept no more: they say so, and show them on paper', async () => {
    tolerate(/404/)
    const { page, lesson, document } = await leftBehind()
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name)
    })
    await notice(lesson).getByText(labels.site.updated).waitFor()
    await lesson.locator(`[data-island="exercise"][data-id="${plan}"]`).scrollIntoViewIfNeeded()
    await notice(lesson).getByText(labels.site.broken).waitFor()
    await lesson.locator(`#${plan} div.on-paper`).waitFor({ state: 'visible' })
    await lesson.locator(`[data-island="exercise"][data-id="${plan}"]`).waitFor({ state: 'hidden' })
    await notice(document).getByText(labels.site.updated).waitFor()
    await document.getByRole('button', { name: labels.takeHome.saveText }).click()
    await document.getByRole('button', { name: labels.takeHome.saveCalendar }).click()
    await notice(document).getByText(labels.site.broken).waitFor()
    await Promise.all([lesson.waitForEvent('load'), press(lesson, labels.site.reload)])
    await (
      await hydratedExercise(lesson, plan)
    )
      .getByText(planSentence('the break begins', 'I talk to one person'))
      .waitFor()
  })
})

describe.skipIf(SKIPPED)(`an update that breaks off${SKIPPED}`, () => {
  it.each(['missing', 'broken off', 'of the version before'] as const)(
    'because a file is %s leaves the earlier version whole, and is completed the next time',
    async what => {
      tolerate(/404|bad-precaching|INTERNET_DISCONNECTED/, new RegExp(PLAN_PAGE))
      const page = await open('index.html')
      await kept(page)
      const halfWay = mkdtempSync(join(tmpdir(), 'workshop-half-'))
      cpSync(next.folder, halfWay, { recursive: true })
      if (what === 'of the version before') cpSync(join(siteFolder(), PLAN_PAGE), join(halfWay, PLAN_PAGE))
      else host.trouble = file => (file === PLAN_PAGE ? what : undefined)
      host.folder = halfWay
      expect(await lookForUpdate(page)).toBe('broken off')
      for (const offline of [false, true]) {
        await context.setOffline(offline)
        for (const file of ['index.html', PLAN_PAGE, REFRAME_PAGE]) {
          await page.goto(host.url(file))
          await page.getByRole('heading', { level: 1 }).waitFor()
        }
        await hydratedExercise(page, reframe)
        expect(await isNext(page)).toBe(false)
        expect(await notice(page).count()).toBe(0)
      }
      await context.setOffline(false)
      host.trouble = () => undefined
      host.folder = next.folder
      rmSync(halfWay, { recursive: true })
      await page.goto(host.url(PLAN_PAGE))
      await changeOver(page)
      await context.setOffline(true)
      await page.goto(host.url(REFRAME_PAGE))
      await page.getByRole('heading', { name: NEXT.lesson }).waitFor()
      await hydratedExercise(page, reframe)
    },
  )
})

describe.skipIf(SKIPPED)(`slides and papers that were kept${SKIPPED}`, () => {
  const CHANGED = ['handouts/workbook-a4.pdf', 'slides/index.html']
  const keep = async (page: Page) => {
    await kept(page)
    await page.getByRole('button', { name: labels.offline.keep }).click()
    await page.getByText(labels.offline.kept).waitFor()
  }
  const ends = (page: Page, file: string) =>
    page.evaluate(async url => (await (await fetch(url)).text()).slice(-40), host.url(file))

  it('are kept in the new version too, and only what has changed is fetched again', async () => {
    const page = await open('about.html')
    await keep(page)
    host.folder = next.folder
    host.asked.length = 0
    expect(await lookForUpdate(page)).toBe('ready')
    expect(host.asked.filter(file => /^(?:slides|handouts)\//.test(file)).sort()).toEqual(CHANGED)
    expect(await ends(page, 'slides/index.html'), 'before it was chosen').not.toContain(NEXT.slides)
    await changeOver(page)
    await context.setOffline(true)
    await page.reload()
    await page.getByText(labels.offline.kept).waitFor()
    expect(await ends(page, 'slides/index.html')).toContain(NEXT.slides)
    expect(await ends(page, 'handouts/workbook-a4.pdf')).toContain(NEXT.paper)
    expect(
      (await keptFiles(page))
        .filter(({ file }) => CHANGED.includes(file))
        .map(({ file }) => file)
        .sort(),
      'one version of each',
    ).toEqual(CHANGED)
  })

  it('stay as they were while they cannot be fetched again, and are renewed the next time', async () => {
    tolerate(/404|INTERNET_DISCONNECTED/)
    const page = await open('about.html')
    await keep(page)
    host.folder = next.folder
    host.trouble = file => (CHANGED.includes(file) ? 'missing' : undefined)
    expect(await lookForUpdate(page)).toBe('ready')
    await changeOver(page)
    await context.setOffline(true)
    expect(await ends(page, 'handouts/workbook-a4.pdf')).not.toContain(NEXT.paper)
    await page.goto(host.url('slides/index.html#/2'))
    await page.locator('#slideshow .slide:visible').waitFor()
    await context.setOffline(false)
    host.trouble = () => undefined
    await page.goto(host.url('about.html'))
    await page.getByText(labels.offline.yes).waitFor()
    const sizes = CHANGED.map(file => ({ file, bytes: statSync(join(next.folder, file)).size }))
    await expect
      .poll(
        async () =>
          (await keptFiles(page))
            .filter(({ file }) => CHANGED.includes(file))
            .sort((a, b) => (a.file < b.file ? -1 : 1)),
        { timeout: 10_000 },
      )
      .toEqual(sizes)
    await context.setOffline(true)
    expect(await ends(page, 'handouts/workbook-a4.pdf')).toContain(NEXT.paper)
    expect(await ends(page, 'slides/index.html')).toContain(NEXT.slides)
  })
})
