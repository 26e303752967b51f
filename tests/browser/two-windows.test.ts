import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'

import type { Page } from 'playwright-chromium'
import { beforeAll, describe, expect, inject, it } from 'vitest'

import { foldersOf } from '../../commands/deck-builds'
import { plainText } from '../../components/text/rich-text'
import { loadOrThrow } from '../../model/load'
import { origin, presenterLink, useBrowser } from './support/browser'
import { builtDecks } from './support/decks'
import { currentSlide, placeOf, settled } from './support/slides'
import { followEachOther } from './support/windows'

const { context: newContext, page: newPage, troubles } = useBrowser()
type Workshop = Awaited<ReturnType<typeof loadOrThrow>>
let workshop: Workshop
beforeAll(async () => {
  workshop = await loadOrThrow(process.cwd())
})
const slideOf = (exercise: string, role: string) =>
  workshop.slides.find(slide => slide.exercise === exercise && slide.role === role)!.no

/** The facilitator's two windows: their own screen, and the one on the projector. */
async function twoWindows(slide: number) {
  const context = await newContext({ viewport: { width: 1280, height: 800 } })
  const presenter = await context.newPage()
  await presenter.goto(presenterLink(`presenter/${slide}`))
  await settled(presenter, slide)
  const projector = await context.newPage()
  await projector.goto(`${origin()}/projector/${slide}`)
  await settled(projector, slide)
  return { presenter, projector }
}

const preview = (presenter: Page) => presenter.locator('.grid-section.next .slide')

describe('the presenter’s and the projector’s window', () => {
  it('follow each other, click by click, whichever one moves', async () => {
    const { presenter, projector } = await twoWindows(1)
    await followEachOther(presenter, projector)
  })

  it('show what is typed in either of them, in the other and in the preview of the next slide', async () => {
    const { presenter, projector } = await twoWindows(slideOf('compare-surprise', 'ask') - 1)
    await expect
      .poll(() => preview(presenter).getByRole('heading', { includeHidden: true }).first().innerText())
      .toBe('One surprise, two neighbours')
    await projector.goto(`${origin()}/projector/${slideOf('compare-surprise', 'ask')}`)
    await expect.poll(() => placeOf(presenter).slide).toBe(slideOf('compare-surprise', 'ask'))
    await settled(presenter)
    await settled(projector)
    await currentSlide(projector).getByRole('textbox').fill('The fourth mistake, and I had not seen it.')
    await expect
      .poll(() => currentSlide(presenter).getByRole('textbox').inputValue())
      .toBe('The fourth mistake, and I had not seen it.')
    await currentSlide(presenter).getByRole('textbox').fill('The third one.')
    await expect.poll(() => currentSlide(projector).getByRole('textbox').inputValue()).toBe('The third one.')

    await presenter.bringToFront()
    await presenter.keyboard.press('Escape')
    await presenter.locator('body').press('PageUp')
    await settled(presenter, slideOf('compare-surprise', 'ask') - 1)
    await expect.poll(() => preview(presenter).locator('textarea').inputValue()).toBe('The third one.')
  })

  it('show the hands that are counted in either of them', async () => {
    const { presenter, projector } = await twoWindows(slideOf('strangers-who-talk', 'results'))
    await currentSlide(presenter).getByRole('spinbutton').first().fill('12')
    await expect.poll(() => currentSlide(projector).getByRole('spinbutton').first().inputValue()).toBe('12')
    await projector.reload()
    await settled(projector)
    expect(await currentSlide(projector).getByRole('spinbutton').first().inputValue()).toBe('12')
  })

  it('let nobody type into the picture of the next slide', async () => {
    const { presenter } = await twoWindows(slideOf('compare-surprise', 'ask') - 1)
    await preview(presenter).locator('textarea').waitFor()
    for (let presses = 0; presses < 40; presses++) {
      await presenter.keyboard.press('Tab')
      expect(await presenter.evaluate(() => document.activeElement!.closest('.grid-section.next .slide'))).toBeNull()
    }
  })
})

describe('the presenter’s deck', () => {
  it.each(['', '?key=', '?key=wrong', '?key=known-to-the-test', '?key=known-to-the-tests-'])(
    'stays closed to a link with %j in place of its secret',
    async query => {
      for (const path of ['', '1', 'presenter/1', 'index.html', 'favicon.svg']) {
        const response = await fetch(`${origin()}/facilitator/${path}${query}`, { redirect: 'manual' })
        expect(response.status, path).toBe(403)
        expect(await response.text()).not.toContain('<script')
      }
    },
  )

  it('keeps its files behind the secret as well', async () => {
    const folder = foldersOf(process.cwd(), await builtDecks(process.cwd())).presenter
    const assets = readdirSync(join(folder, 'assets')).filter(name => /\.(?:js|css)$/.test(name))
    expect(assets.length).toBeGreaterThan(50)
    for (const name of assets) {
      const { status } = await fetch(`${origin()}/facilitator/assets/${name}`)
      expect(status, name).toBe(403)
    }
  })

  it('takes the secret out of the address as soon as it is open, and does not open for another device', async () => {
    const page = await newPage()
    await page.goto(presenterLink('presenter/2'))
    await settled(page, 2)
    expect(page.url()).not.toContain('key')
    const stranger = await newPage()
    const response = await stranger.goto(page.url())
    expect(response!.status()).toBe(403)
    // The browser tells of the refusal, and that is what this test is about.
    expect(troubles.splice(0).every(trouble => trouble.includes('403'))).toBe(true)
  })

  it('shows the notes to the facilitator, and the projector’s files hold none of them', async () => {
    const said = workshop.slides
      .flatMap(({ notes }) => notes.map(note => plainText(note.text)))
      .filter(text => text.length > 30)
    expect(said.length).toBeGreaterThan(100)
    const page = await newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(presenterLink('presenter/2'))
    await settled(page, 2)
    await page.getByText(plainText(workshop.slides.find(({ no }) => no === 2)!.notes[0]!.text)).waitFor()

    const { presenter, projector } = foldersOf(process.cwd(), await builtDecks(process.cwd()))
    const sentence = (text: string) =>
      text
        .split(/[.?!:,;“”‘’'"…–&<>]/)
        .map(part => part.trim())
        .sort((a, b) => b.length - a.length)[0]!
    const [private_, public_] = [textOf(presenter), textOf(projector)]
    const probes = said.map(sentence).filter(part => part.length > 25)
    expect(
      probes.filter(probe => !private_.includes(probe)),
      'notes that the presenter’s deck lacks',
    ).toEqual([])
    const shown =
      JSON.stringify(workshop.slides.map(slide => slide.body)) +
      JSON.stringify(workshop.exercises) +
      JSON.stringify(workshop.modules.map(({ keyPoints, evidence }) => ({ keyPoints, evidence })))
    expect(
      probes.filter(probe => public_.includes(probe) && !shown.includes(probe)),
      'notes in the projector’s files',
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

describe('the server', () => {
  it.each(['evil.example', 'localhost.evil.example:80', '127.0.0.1.nip.io'])(
    'answers nobody who calls it %j',
    async host => {
      for (const path of ['/', '/projector/1', '/exercises/', `/facilitator/1?key=${inject('secret')}`])
        expect(await statusFor(path, host), path).toBe(403)
    },
  )

  it.each(['127.0.0.1', 'localhost'])('answers to its own name, %s', async host => {
    expect(await statusFor('/projector/1', `${host}:${new URL(origin()).port}`)).toBe(200)
  })
})

function statusFor(path: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${origin()}${path}`, { headers: { host } }, response => {
      response.resume()
      resolve(response.statusCode!)
    })
      .once('error', reject)
      .end()
  })
}
