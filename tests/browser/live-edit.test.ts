import { readdirSync, realpathSync } from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'

import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { loadOrThrow } from '../../model/load'
import type { Running } from '../fixtures/command'
import { endAll, startCommand } from '../fixtures/command'
import type { KitCopy } from '../fixtures/kit'
import { secondWorkshop } from '../fixtures/second-workshop'
import { useBrowser } from './support/browser'
import type { Reply } from './support/forged-request'
import { send } from './support/forged-request'
import { currentSlide, settled } from './support/slides'

const { stayingPage } = useBrowser()

/** The author's deck, served from a copy: the workshop itself is never touched. */
let kit: KitCopy
let dev: Running
let deck: string
let port: number
let taken: Server
/** One window for all tests, as an author has: a deck that nobody has bundled takes longer to load than to look at. */
let page: Page
beforeAll(async () => {
  kit = secondWorkshop()
  // What is installed lies outside the copy; and an author who is at work meanwhile keeps a cache of their own.
  kit.change(
    'vite.config.ts',
    'defineConfig({',
    `defineConfig({
  cacheDir: '.vite',
  server: { fs: { allow: ['.', ${JSON.stringify(realpathSync(join(kit.root, 'node_modules')))}] } },`,
  )
  // A module with a second break.
  const module = 'content/modules/30-cramming'
  kit.change(`${module}/module.yaml`, 'air\n    minutes: 3', `air\n    minutes: 2\n  - break: ${BELL}\n    minutes: 1`)
  kit.write(
    `${module}/slides.md`,
    `${kit.read(`${module}/slides.md`)}\n---\nlayout: break\n---\n\n<!--\n**DO** Ring.\n-->\n`,
  )
  // Another program has the port that the author asked for.
  taken = createServer()
  const asked = await new Promise<number>(resolve =>
    taken.listen(0, 'localhost', () => resolve((taken.address() as AddressInfo).port)),
  )
  dev = startCommand(kit.root, 'dev', '--port', String(asked))
  const [, moved] = await dev.says(new RegExp(`^Port ${asked} is in use; serving on (\\d+) instead\\.$`, 'm'))
  port = Number(moved)
  deck = (await dev.says(new RegExp(`http://localhost:${moved}/`)))[0]
  page = await stayingPage()
  await page.goto(deck)
  await settled(page, 1)
  await page.evaluate(() => {
    ;(window as unknown as { marked: boolean }).marked = true
  })
})
afterAll(async () => {
  taken.close()
  await endAll()
  kit.dispose()
})

/** What the second workshop has: an exercise that asks for a text, and a slide whose title and notes are Markdown. */
const EXERCISE = 'content/modules/50-putting-off/exercises/my-sentence.yaml'
const ID = 'my-sentence'
const SLIDES = 'content/modules/10-first-look/slides.md'
const SLIDE = 3
const BELL = 'The bell'
const TYPED = 'The fourth mistake, and I had not seen it.'

/** Goes to a slide as Slidev's own controls do, without loading anything again. */
async function goTo(slide: number) {
  await page.evaluate(
    slide => (window as unknown as { __slidev__: { nav: { go: (no: number) => void } } }).__slidev__.nav.go(slide),
    slide,
  )
  await settled(page, slide)
}

async function goToExercise() {
  const { slides } = await loadOrThrow(kit.root)
  await goTo(slides.find(({ exercise, role }) => exercise === ID && role === 'ask')!.no)
}

/** Goes to the slide that asks the exercise and types into it. */
async function typeIntoExercise() {
  const { labels } = await loadOrThrow(kit.root)
  await goToExercise()
  const open = currentSlide(page).getByRole('button', { name: labels.deck.doHere })
  if (await open.count()) await open.click()
  const field = currentSlide(page).getByRole('textbox')
  await field.fill('')
  await field.pressSequentially(TYPED)
}

const title = () => currentSlide(page).getByRole('heading', { level: 1 })
/** The window is marked once, so that any navigation shows. */
const marked = () => page.evaluate(() => 'marked' in window)

it('npm run dev says that it took another port, and prints nothing that an author could take for a fault', () => {
  expect(dev.printed.err.split('\n').slice(1)).toEqual([
    'The content is sound. Edits to slides and YAML show at once; Ctrl+C stops.',
    '',
  ])
  expect(dev.printed.out).not.toMatch(/warn|error|\(!\)/i)
})

it('each slide of a break shows its own of the module’s breaks', async () => {
  const { slides } = await loadOrThrow(kit.root)
  const shown: string[] = []
  for (const { no } of slides.filter(({ layout }) => layout === 'break')) {
    await goTo(no)
    shown.push((await currentSlide(page).innerText()).replace(/\s+/g, ' '))
  }
  expect(shown).toEqual(['Stretch, water, air 2 minutes', 'The bell 1 minute'])
})

it('the first slide waits for no package that Slidev has for code editors alone', () => {
  const bundled = readdirSync(join(kit.root, '.vite/deps'))
  expect(bundled).toContain('yaml.js')
  expect(bundled).not.toContain('typescript.js')
})

const status = async (method: string, path: string, headers: Record<string, string>, body?: string) => {
  const reply = await send(port, method, path, headers, body)
  return typeof reply === 'string' ? reply : reply.status
}

const own = () => ({ 'origin': `http://localhost:${port}`, 'sec-fetch-site': 'same-origin' })
const FOREIGN = {
  'another site': { 'origin': 'https://example.com', 'sec-fetch-site': 'cross-site' },
  'another port of this machine': { 'origin': 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  'a page without an origin': { origin: 'null' },
  'a page that hides where it is': { 'sec-fetch-site': 'cross-site' },
}
const UPGRADE = {
  'connection': 'Upgrade',
  'upgrade': 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol': 'vite-ping',
}

describe('its server', () => {
  it('answers its own page', async () => {
    expect(await status('GET', '/', { 'sec-fetch-site': 'none' })).toBe(200)
    expect(await status('GET', '/__slidev/slides/2.json', own())).toBe(200)
    expect(await status('GET', '/', { ...UPGRADE, origin: own().origin })).toBe('upgraded')
  })

  it.each(Object.entries(FOREIGN))('refuses every request of %s', async (_, headers) => {
    const before = kit.read(SLIDES)
    const body = JSON.stringify({ content: '# Rewritten' })
    for (const path of ['/', '/__slidev/slides/2.json', '/@vite/client', '/slides.md', '/__open-in-editor?file=a'])
      expect(await status('GET', path, headers), path).toBe(403)
    for (const type of ['text/plain', 'application/json'])
      expect(await status('POST', '/__slidev/slides/2.json', { ...headers, 'content-type': type }, body)).toBe(403)
    expect(await status('POST', '/__mcp', headers, '{}')).toBe(403)
    expect(await status('GET', '/', { ...UPGRADE, ...headers })).toBe('closed')
    expect(kit.read(SLIDES)).toBe(before)
  })

  it('allows no page elsewhere to read or to ask first', async () => {
    const first = { 'origin': 'https://example.com', 'access-control-request-method': 'POST' }
    for (const [method, headers] of [
      ['OPTIONS', first],
      ['GET', own()],
      ['OPTIONS', own()],
    ] as const) {
      const reply = (await send(port, method, '/__slidev/slides/2.json', headers)) as Reply
      expect(Object.keys(reply.headers).filter(name => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('refuses a name that points at this machine', async () => {
    expect(await status('GET', '/', { host: `example.com:${port}` })).toBe(403)
    expect(await status('GET', '/', { host: `localhost.example.com:${port}` })).toBe(403)
  })

  it('serves no agents', async () => {
    expect(await status('POST', '/__mcp', { ...own(), 'content-type': 'application/json' }, '{}')).toBe(403)
  })

  it.each(['garbage', '', '[', '{"frontmatterRaw": 7}', '{"content": {}}'])('outlives the body %j', async body => {
    const reply = await send(port, 'POST', '/__slidev/slides/2.json', own(), body)
    expect(reply).toHaveProperty('status')
    expect((reply as Reply).status).toBeGreaterThanOrEqual(400)
    expect(await status('GET', '/__slidev/slides/2.json', own())).toBe(200)
  })
})

describe('while an author edits', () => {
  it('a slide takes on a new line of YAML without a reload, and what was typed and the focus stay', async () => {
    await typeIntoExercise()
    const before = await title().innerText()
    kit.change(EXERCISE, `title: ${before}`, 'title: One surprise, three neighbours')
    await title().and(page.getByText('One surprise, three neighbours')).waitFor()
    expect(await marked()).toBe(true)
    const field = currentSlide(page).getByRole('textbox')
    expect(await field.inputValue()).toBe(TYPED)
    expect(await field.evaluate(field => field === document.activeElement)).toBe(true)
    expect(await field.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(TYPED.length)
    await page.keyboard.type(' Not at all.')
    expect(await field.inputValue()).toBe(`${TYPED} Not at all.`)
  })

  it('a mistake half-way leaves the slide as it was, tells the author where it is, and is over with the next edit', async () => {
    await typeIntoExercise()
    const before = await title().innerText()
    const sound = kit.read(EXERCISE)
    kit.change(EXERCISE, 'grouping: alone', 'grouping: alonne')
    await dev.says(/my-sentence\.yaml:5:11 {2}exercise\/grouping/)
    expect(await title().innerText()).toBe(before)
    expect(await page.locator('vite-error-overlay').count()).toBe(0)
    kit.write(EXERCISE, sound.replace(/^title: .*$/m, 'title: Mended'))
    await title().and(page.getByText('Mended')).waitFor()
    expect(await currentSlide(page).getByRole('textbox').inputValue()).toBe(TYPED)
    expect(await marked()).toBe(true)
  })

  it('a slide takes on every save, even one that comes as soon as the one before has been read', async () => {
    await goToExercise()
    const sound = kit.read(EXERCISE)
    // Without everySave() three in ten are lost.
    for (let time = 1; time <= 10; time++) {
      const complained = dev.printed.err.length
      kit.write(EXERCISE, sound.replace('grouping: alone', 'grouping: alonne'))
      await expect.poll(() => dev.printed.err.length, { interval: 1 }).toBeGreaterThan(complained)
      kit.write(EXERCISE, sound.replace(/^title: .*$/m, `title: Mended, number ${time}.`))
      await title()
        .and(page.getByText(`Mended, number ${time}.`))
        .waitFor()
    }
  })

  it('a slide takes on a new line of Markdown without a reload', async () => {
    await goTo(SLIDE)
    kit.change(SLIDES, `# ${await title().innerText()}\n`, '# Good to see you all\n')
    await title().and(page.getByText('Good to see you all')).waitFor()
    expect(await marked()).toBe(true)
  })

  it('the presenter’s page takes on a new note, from Markdown and from a record, without a reload', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${deck}presenter/${SLIDE}`)
    const note = page.locator('.slidev-presenter .slidev-note')
    // Without the attribute it would be Slidev's own reading of slides.md.
    await note.locator('[data-note="say"]').first().waitFor()
    await page.evaluate(() => {
      ;(window as unknown as { marked: boolean }).marked = true
    })
    kit.change(SLIDES, '**SAY** Most of us', '**SAY** Good morning [@karpicke2007]. Most of us')
    await note.getByText(/Good morning \(Karpicke .*, 2007\)\./).waitFor()
    kit.change('content/references.yaml', '- Karpicke, Jeffrey', '- Karpicke-Smith, Jeffrey')
    await note.getByText(/Good morning \(Karpicke-Smith .*, 2007\)\./).waitFor()
    // From every save, as the slide does above.
    const sound = kit.read('content/references.yaml')
    for (let time = 1; time <= 10; time++) {
      const complained = dev.printed.err.length
      kit.write('content/references.yaml', sound.replace('- Karpicke-Smith', '- 7 # Karpicke-Smith'))
      await expect.poll(() => dev.printed.err.length, { interval: 1 }).toBeGreaterThan(complained)
      kit.write('content/references.yaml', sound.replace('- Karpicke-Smith', `- Karpicke-${time}`))
      await note.getByText(new RegExp(`Good morning \\(Karpicke-${time} `)).waitFor()
    }
    expect(await marked()).toBe(true)
  })

  it('the notes are there under the name that they have beside a built deck', async () => {
    const notes = (await (await fetch(`${deck}notes.json`)).json()) as { no: number; html: string }[]
    expect(notes.map(({ no }) => no)).toEqual((await loadOrThrow(kit.root)).slides.map(({ no }) => no))
    expect(notes[SLIDE - 1]!.html).toContain('Good morning')
  })
})
