import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import type { BrowserContext, Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { plainText } from '../../components/text/rich-text'
import { openPresenter, openSlide, origin, presenterLink, slideLink, useBrowser } from './support/browser'
import { asksForText, exercises, lacking, slideOf, workshop } from './support/content'
import { builtDeck } from './support/deck'
import { currentSlide, openControls, placeOf, settled, step } from './support/slides'
import { followEachOther, heard } from './support/windows'

const { context: newContext, page: newPage, tolerate } = useBrowser()
/** A text that is typed on a slide, and a guess whose hands are counted. */
const typed =
  exercises.find(each => each.kind === 'activity' && slideOf(each.id, 'ask') > 1 && asksForText(each))?.id ?? ''
const counted = exercises.find(each => each.kind === 'forecast' && slideOf(each.id, 'results'))?.id ?? ''

const NOT_TYPED = lacking({ 'slide that asks for a text alone': typed })
const NOT_COUNTED = lacking({ 'slide with the results of a forecast': counted })

/** Two windows share a processor with the rest of the tests. */
const PATIENTLY = { timeout: 10_000 }
const SCREEN = { viewport: { width: 1280, height: 800 } }

/** The facilitator's two windows: their own screen, and the one on the projector. */
async function twoWindows(slide: number) {
  const presenter = await newPage(SCREEN)
  const context = presenter.context()
  await openPresenter(presenter, slide)
  const projector = await context.newPage()
  await openSlide(projector, slide)
  return { context, presenter, projector }
}

const preview = (presenter: Page) => presenter.locator('.grid-section.next .slide')

describe('the presenter’s and the projector’s window', () => {
  it('follow each other, click by click, whichever one moves', async () => {
    const { presenter, projector } = await twoWindows(1)
    await followEachOther(presenter, projector)
  })

  it('go back together to what was shown before, whichever window had moved there', async () => {
    const first = Math.min(7, workshop.slides.length - 2)
    const { presenter, projector } = await twoWindows(first)
    for (const slide of [first + 1, first + 2]) {
      await projector.goto(slideLink(slide))
      await settled(presenter, slide)
    }
    await presenter.goBack()
    await settled(presenter, first + 1)
    await settled(projector, first + 1)
  })

  it.skipIf(NOT_TYPED)(
    `show the next slide ahead, and what is opened and typed in either of them in the other${NOT_TYPED}`,
    async () => {
      const { presenter, projector } = await twoWindows(slideOf(typed, 'ask') - 1)
      await expect
        .poll(() => preview(presenter).getByRole('heading', { includeHidden: true }).first().innerText(), PATIENTLY)
        .toBe(workshop.exercises[typed]!.title)
      await projector.goto(slideLink(slideOf(typed, 'ask')))
      await expect.poll(() => placeOf(presenter).slide, PATIENTLY).toBe(slideOf(typed, 'ask'))
      await settled(presenter)
      await settled(projector)
      await openControls(presenter)
      await currentSlide(projector).getByRole('textbox').fill('The fourth mistake, and I had not seen it.')
      await expect
        .poll(() => currentSlide(presenter).getByRole('textbox').inputValue(), PATIENTLY)
        .toBe('The fourth mistake, and I had not seen it.')
      await currentSlide(presenter).getByRole('textbox').fill('The third one.')
      await expect
        .poll(() => currentSlide(projector).getByRole('textbox').inputValue(), PATIENTLY)
        .toBe('The third one.')

      await presenter.bringToFront()
      await presenter.keyboard.press('Escape')
      await presenter.locator('body').press('PageUp')
      await settled(presenter, slideOf(typed, 'ask') - 1)
      await preview(presenter).locator('.exercise-asked').waitFor()
    },
  )

  it.skipIf(NOT_COUNTED)(
    `show the hands that the presenter counts, who has the controls at hand${NOT_COUNTED}`,
    async () => {
      const { presenter, projector } = await twoWindows(slideOf(counted, 'results'))
      const tally = currentSlide(projector).locator('.tally')
      expect(await tally.getAttribute('data-state')).toBe('asked')
      await currentSlide(presenter).getByRole('spinbutton').first().fill('12')
      await expect.poll(() => tally.locator('.tally-count').first().textContent(), PATIENTLY).toBe('12')
      await projector.reload()
      await settled(projector)
      expect(await tally.locator('.tally-count').first().textContent()).toBe('12')
      expect(await tally.getByRole('spinbutton').count()).toBe(0)
    },
  )

  it.skipIf(NOT_TYPED)(`let nobody press what is in the picture of the next slide${NOT_TYPED}`, async () => {
    const { presenter } = await twoWindows(slideOf(typed, 'ask') - 1)
    await preview(presenter).locator('button').waitFor()
    for (let presses = 0; presses < 40; presses++) {
      await presenter.keyboard.press('Tab')
      expect(await presenter.evaluate(() => document.activeElement!.closest('.grid-section.next .slide'))).toBeNull()
    }
  })
})

it('a 4:3 projector shows Slidev’s bar only where it is pointed at', async () => {
  const page = await newPage({ viewport: { width: 1024, height: 768 } })
  await openSlide(page, 2)
  const bar = page.locator('#page-root div:has(> nav)').first()
  const opacity = () => bar.evaluate(element => getComputedStyle(element).opacity)
  await expect.poll(opacity).toBe('0')
  await page.mouse.move(20, 755)
  await expect.poll(opacity).toBe('1')
})

describe('a window that is opened while others are at a slide', () => {
  /** Opens an address in a new window, and waits until it shows a slide. */
  async function open(context: BrowserContext, address: string): Promise<Page> {
    const page = await context.newPage()
    await page.goto(address)
    await settled(page)
    return page
  }

  it.each([
    ['the presenter’s link', presenterLink, 'projector'],
    ['the projector’s link', () => `${origin()}/slides/`, 'presenter'],
    ['an address of another slide', () => slideLink(3), 'presenter'],
    ['localhost', () => `${origin().replace('127.0.0.1', 'localhost')}/slides/`, 'presenter'],
  ] as const)('goes there by %s, moves none of them, and is followed then', async (_, address, follower) => {
    const windows = await twoWindows(9)
    const joined = await open(windows.context, address())
    expect(placeOf(joined)).toEqual({ slide: 9, clicks: 0 })
    for (const page of [windows.presenter, windows.projector]) {
      await heard(joined, page)
      expect(placeOf(page)).toEqual({ slide: 9, clicks: 0 })
    }
    await joined.keyboard.press('PageDown')
    await expect.poll(() => placeOf(windows[follower]).slide, PATIENTLY).toBe(10)
  })

  it.each(['presenter', 'projector'] as const)('is where it was once the %s is loaded again', async which => {
    const windows = await twoWindows(1)
    // On to a slide in the middle of its clicks.
    while (placeOf(windows.presenter).clicks === 0) await step(windows.presenter, workshop.slides.length)
    const place = placeOf(windows.presenter)
    await expect.poll(() => placeOf(windows.projector), PATIENTLY).toEqual(place)
    await windows[which].reload()
    await settled(windows[which])
    for (const page of [windows.presenter, windows.projector]) expect(placeOf(page)).toEqual(place)
  })

  it('has the presenter’s clock', async () => {
    const { presenter, projector } = await twoWindows(1)
    const clock = presenter.locator('.slidev-presenter .bottom .group').last()
    await clock.hover()
    await clock.locator('.i-carbon\\:play').click()
    const running = clock.getByText(/^0?0:0?\d+$/)
    await running.waitFor()
    await presenter.reload()
    await running.waitFor()
    // Alone, too: nobody else knows it then.
    await projector.close()
    await presenter.reload()
    await running.waitFor()
  })

  it('opens where its address says when the others are closed', async () => {
    const { context, presenter, projector } = await twoWindows(9)
    await presenter.close()
    await projector.close()
    expect(placeOf(await open(context, slideLink(3)))).toEqual({ slide: 3, clicks: 0 })
  })
})

const notes = (page: Page) => page.locator('.slidev-presenter .slidev-note')

describe('the notes', () => {
  it('are shown to the facilitator, slide by slide, and the address does not keep the secret', async () => {
    const page = await newPage(SCREEN)
    await page.goto(presenterLink())
    await page.waitForURL(slideLink('presenter/1'))
    await settled(page, 1)
    for (const no of [2, 3]) {
      await page.goto(slideLink(`presenter/${no}`))
      await settled(page, no)
      await notes(page)
        .getByText(plainText(workshop.slides[no - 1]!.notes[0]!.text))
        .waitFor()
    }
  })

  it('come when the presenter’s view is entered from a slide', async () => {
    const page = await newPage(SCREEN)
    await page.goto(presenterLink())
    await openSlide(page, 2)
    await page.goto(slideLink('presenter/2'))
    await notes(page).getByText(plainText(workshop.slides[1]!.notes[0]!.text)).waitFor()
  })

  it('stay closed to another browser, which shows what opens them instead', async () => {
    tolerate(/403/)
    const page = await newPage(SCREEN)
    await page.goto(slideLink('presenter/2'))
    await settled(page, 2)
    expect(await notes(page).innerText()).toBe(workshop.labels.deck.notesClosed)
  })

  it('are missed in words when the server is gone', async () => {
    tolerate(/CONNECTION_REFUSED/)
    const context = await newContext(SCREEN)
    await context.route('**/notes.json', route => route.abort('connectionrefused'))
    const page = await context.newPage()
    await openPresenter(page, 2)
    expect(await notes(page).innerText()).toBe(workshop.labels.deck.notesUnreachable)
  })

  it('are in nothing that is served without the secret', async () => {
    const said = workshop.slides
      .flatMap(({ notes }) => notes.map(note => plainText(note.text)))
      .filter(text => text.length > 30)
    expect(said.length).toBeGreaterThan(0)
    const sentence = (text: string) =>
      text
        .split(/[.?!:,;“”‘’'"…–&<>]/)
        .map(part => part.trim())
        .sort((a, b) => b.length - a.length)[0]!
    const { folder, notes } = await builtDeck(process.cwd())
    const [closed, open] = [readFileSync(notes, 'utf8'), textOf(folder)]
    const probes = said.map(sentence).filter(part => part.length > 25)
    expect(
      probes.filter(probe => !closed.includes(probe)),
      'notes that are not found where they belong',
    ).toEqual([])
    const shown =
      JSON.stringify(workshop.slides.map(slide => slide.body)) +
      JSON.stringify(workshop.exercises) +
      JSON.stringify(workshop.modules.map(({ keyPoints, evidence }) => ({ keyPoints, evidence })))
    expect(
      probes.filter(probe => open.includes(probe) && !shown.includes(probe)),
      'notes in the deck',
    ).toEqual([])
  })
})

/** Everything a browser could be given from a folder. */
function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:js|css|html|json|svg)$/.test(name))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

describe('the presenter’s page', () => {
  const nextSlide = async (page: Page) => (await page.locator('.next .slidev-slide-container').boundingBox())!
  const size = async (page: Page) => (await page.locator('.slidev-presenter .note').boundingBox())!

  it('shares out the room of each window anew, whatever size an earlier one had', async () => {
    const page = await newPage({ viewport: { width: 2560, height: 1440 } })
    await openPresenter(page, 2)
    await page.setViewportSize({ width: 1366, height: 768 })
    await expect.poll(async () => Math.round((await nextSlide(page)).width), PATIENTLY).toBeGreaterThan(400)
    await page.reload()
    await settled(page)
    expect((await nextSlide(page)).width).toBeGreaterThan(400)
    expect((await size(page)).height).toBeGreaterThan(768 / 2.5)
  })

  it('keeps the sizes that the presenter dragged the borders to', async () => {
    const page = await newPage({ viewport: { width: 1366, height: 768 } })
    await openPresenter(page, 2)
    const before = await size(page)
    const border = (await page.locator('.notes-vertical-resizer').boundingBox())!
    const [x, y] = [border.x + border.width / 2, border.y + border.height / 3]
    await page.mouse.move(x, y)
    await page.mouse.down()
    expect((await size(page)).width, 'at the first press').toBeCloseTo(before.width, 0)
    expect((await size(page)).height, 'at the first press').toBeCloseTo(before.height, 0)
    await page.mouse.move(x - 60, y, { steps: 4 })
    await page.mouse.up()
    expect((await size(page)).width).toBeCloseTo(before.width + 60, 0)
    await page.reload()
    await settled(page)
    expect((await size(page)).width).toBeCloseTo(before.width + 60, 0)
    expect((await size(page)).height).toBeCloseTo(before.height, 0)
  })
})
