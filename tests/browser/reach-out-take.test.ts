import type { BrowserContext, Page } from 'playwright-chromium'
import { expect, it } from 'vitest'

import { fill } from '../../components/fill'
import { findings } from './support/axe'
import { useBrowser } from './support/browser'
import { firstOf, lacking } from './support/content'
import { site } from './support/site'
import { allAnswers, exercisesOf, hydrateAll, keep, lessons, onPhone, openPage, workshop } from './support/site-pages'

const { context: newContext } = useBrowser()
const labels = workshop.labels['reach-out']
const exercise = firstOf('reach-out')
const SKIPPED = lacking('reach-out')

/** What a browser does when it is asked to share; `absent`, where it has no sheet for that. */
type Sheet = 'absent' | 'taken' | 'closed' | 'broken'

/** The end of the exercise, with every message written. */
async function open(context: BrowserContext, sheet: Sheet): Promise<Page> {
  await context.addInitScript(sheet => {
    const shares = {
      absent: undefined,
      taken: ({ text }: ShareData) => {
        ;(window as { handed?: string }).handed = text
        return Promise.resolve()
      },
      closed: () => Promise.reject(new DOMException('Closed', 'AbortError')),
      broken: () => Promise.reject(new DOMException('Not here', 'NotAllowedError')),
    }
    Object.defineProperty(navigator, 'share', { value: shares[sheet], configurable: true })
  }, sheet)
  const page = await context.newPage()
  await keep(page, { [exercise!.id]: allAnswers()[exercise!.id]! })
  await openPage(page, lessons.find(({ module }) => exercisesOf(module).includes(exercise!.id))!.file)
  await hydrateAll(page)
  const screen = page.locator(`[data-exercise="${exercise!.id}"]`)
  const next = screen.locator('.pager-row > .button')
  while (await next.count()) await next.click()
  await screen.locator('.reach-text').first().waitFor()
  return page
}

const first = (page: Page) => page.locator('.reach-text').first()
const textOf = (page: Page) => first(page).locator('p').innerText()
async function press(page: Page, label: string, title: string) {
  await first(page)
    .getByRole('button', { name: fill(label, { title }) })
    .click()
}
const titleOf = (page: Page) => first(page).locator('h3').innerText()
const saying = (page: Page, words: string) => page.locator('.reach-said').getByText(words, { exact: true }).waitFor()

async function setClipboard(page: Page, setting: 'granted' | 'denied') {
  const devtools = await page.context().newCDPSession(page)
  const { targetInfo } = await devtools.send('Target.getTargetInfo')
  const whole = await page.context().browser()!.newBrowserCDPSession()
  for (const name of ['clipboard-write', 'clipboard-read'])
    await whole.send('Browser.setPermission', {
      permission: { name },
      setting,
      origin: site(),
      browserContextId: targetInfo.browserContextId!,
    })
}

it.skipIf(SKIPPED)(`a message is copied where the browser allows it${SKIPPED}`, async () => {
  const page = await open(await newContext(onPhone), 'absent')
  await setClipboard(page, 'granted')
  await press(page, labels.copyOf, await titleOf(page))
  await saying(page, labels.copied)
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe((await textOf(page)).trim())
  expect(await page.getByRole('button', { name: fill(labels.shareOf, { title: await titleOf(page) }) }).count()).toBe(0)
})

it.skipIf(SKIPPED)(`says once more what is done once more${SKIPPED}`, async () => {
  const page = await open(await newContext(onPhone), 'absent')
  await setClipboard(page, 'granted')
  const title = await titleOf(page)
  await press(page, labels.copyOf, title)
  await saying(page, labels.copied)
  const { height } = (await page.locator('.reach-said').boundingBox())!
  await page.evaluate(() => {
    const said: string[] = []
    const region = document.querySelector('.reach-said')!
    const note = () => said.at(-1) !== region.textContent.trim() && said.push(region.textContent.trim())
    new MutationObserver(note).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    Object.assign(window, { said })
  })
  await press(page, labels.copyOf, title)
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said))
    .toEqual(['', labels.copied])
  expect((await page.locator('.reach-said').boundingBox())!.height, 'nothing below it moves').toBe(height)
})

it.skipIf(SKIPPED)(
  `says nothing of one copy while another is under way, and then of the last alone${SKIPPED}`,
  async () => {
    const page = await open(await newContext(onPhone), 'absent')
    await page.evaluate(() => {
      const ends: { resolve: () => void; reject: (error: Error) => void }[] = []
      navigator.clipboard.writeText = () => new Promise((resolve, reject) => ends.push({ resolve, reject }))
      Object.assign(window, { ends })
    })
    const end = (index: number, how: 'resolve' | 'reject') =>
      page.evaluate(
        ([index, how]) =>
          (window as unknown as { ends: Record<string, (error: Error) => void>[] }).ends[index]![how]!(new Error()),
        [index, how] as const,
      )
    const title = await titleOf(page)
    await press(page, labels.copyOf, title)
    await end(0, 'resolve')
    await saying(page, labels.copied)
    await press(page, labels.copyOf, title)
    await press(page, labels.copyOf, title)
    await end(1, 'resolve')
    await page.waitForTimeout(300)
    expect((await page.locator('.reach-said').innerText()).trim()).toBe('')
    await end(2, 'reject')
    await saying(page, labels.copyFailed)
  },
)

it.skipIf(SKIPPED)(`says what to do instead where copying is not allowed${SKIPPED}`, async () => {
  const page = await open(await newContext(onPhone), 'absent')
  await setClipboard(page, 'denied')
  await press(page, labels.copyOf, await titleOf(page))
  await saying(page, labels.copyFailed)
})

it.skipIf(SKIPPED).each([
  ['taken', 'shared'],
  ['closed', 'shareClosed'],
  ['broken', 'shareFailed'],
] as const)(`says what became of it when the sheet for sharing is %s${SKIPPED}`, async (sheet, says) => {
  const page = await open(await newContext(onPhone), sheet)
  await press(page, labels.shareOf, await titleOf(page))
  await saying(page, labels[says])
  expect(await findings(page, [`[data-exercise="${exercise!.id}"]`])).toEqual([])
  if (sheet === 'taken')
    expect((await page.evaluate(() => (window as { handed?: string }).handed))!.trim()).toBe(
      (await textOf(page)).trim(),
    )
})
