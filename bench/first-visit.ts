import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import type { Browser } from 'playwright-chromium'

import { buildRoomPages } from '../commands/build-room-pages'
import { mistakesOf } from '../components/mistakes'
import { loadOrThrow } from '../model/load'
import { roomContent } from '../model/room-content'
import { runNode } from './processes'
import type { Comparison } from './report'

const RUNS = 5
/** A phone on a slow network: 1.6 Mbit/s, 150 ms, a processor four times slower. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 }
const SLOWER = 4
const PHONE = { width: 390, height: 844 }

export interface Visit {
  name: string
  paint: number[]
  kB: number
  fonts_kB: number
}

/**
 * A first visit to a lesson, against a bare Slidev route, the public deck and the page by which phones join a room, by
 * a server that packs all.
 */
export async function benchFirstVisit(root: string, browser: Browser): Promise<Visit[]> {
  await runNode(root, ['commands/run.mjs', 'commands/build.ts'])
  await bareDeck(root)
  const workshop = await loadOrThrow(root)
  await buildRoomPages(root, join(root, 'dist/join'), roomContent(workshop))
  const [lesson] = mistakesOf(workshop.modules)
  const visits = [
    { name: 'a lesson of the self-paced site', folder: 'dist/site', path: `${lesson!.id}.html` },
    { name: 'a bare Slidev route', folder: 'dist/bare', path: 'index.html' },
    { name: 'the public deck', folder: 'dist/site/slides', path: 'index.html' },
    { name: 'the page by which phones join a room', folder: 'dist/join', path: 'index.html' },
  ].map(each => ({ ...each, paint: [] as number[], kB: 0, fonts_kB: 0 }))
  for (let run = 0; run < RUNS; run++) {
    for (const visit of visits) {
      const { paint, kB, fonts_kB } = await once(browser, join(root, visit.folder), visit.path)
      visit.paint.push(paint)
      Object.assign(visit, { kB, fonts_kB })
    }
  }
  return visits
}

export const firstPaint = ([ours, theirs]: Visit[]): Comparison => ({
  ours: { name: ours!.name, seconds: ours!.paint },
  theirs: { name: theirs!.name, seconds: theirs!.paint },
})

/**
 * From opening a page to the first answer to a tap: at the first exercise of a lesson, whose link leads there, and on a
 * bare Slidev route, which turns to its next slide.
 */
export async function benchFirstTap(root: string, browser: Browser): Promise<Comparison> {
  const [lesson] = mistakesOf((await loadOrThrow(root)).modules)
  const exercise = lesson!.lesson.find(block => block.type === 'exercise')!.id
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < RUNS; run++) {
    ours.push(await firstTap(browser, join(root, 'dist/site'), `${lesson!.id}.html#${exercise}`))
    theirs.push(await firstTap(browser, join(root, 'dist/bare'), 'index.html#/1'))
  }
  return {
    ours: { name: 'the first exercise of a lesson', seconds: ours },
    theirs: { name: 'the next slide of a bare Slidev route', seconds: theirs },
  }
}

async function firstTap(browser: Browser, folder: string, path: string): Promise<number> {
  const { origin, close } = await packingServer(folder)
  const { context, page } = await slowPhone(browser)
  try {
    await page.goto(`${origin}/${path}`, { waitUntil: 'commit' })
    // Each frame it is tapped again, until something answers: by the first control, or by the key of a clicker.
    const milliseconds = await page.evaluate(async () => {
      const CONTROLS = 'input[type=radio], input[type=checkbox], input[type=range], .button:not([disabled])'
      const before = location.hash
      let shown: string | undefined
      for (;;) {
        const island = document.querySelector('[data-island="exercise"]')
        const screen = island?.matches(':not([inert])') ? island : undefined
        const control = screen?.querySelector<HTMLInputElement>(CONTROLS)
        if ((screen && shown !== undefined && screen.innerHTML !== shown) || location.hash !== before) break
        if (screen && control && shown === undefined) {
          shown = screen.innerHTML
          if (control.type === 'range') {
            control.value = control.max
            control.dispatchEvent(new Event('input', { bubbles: true }))
          } else control.click()
        } else if (document.querySelector('#app'))
          dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight' }))
        await new Promise(resolve => requestAnimationFrame(resolve))
      }
      // Answered means that a frame has been drawn with it.
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now()
    })
    return milliseconds / 1000
  } finally {
    await context.close()
    await close()
  }
}

/** Two lines of text on two slides, by Slidev's own command. */
async function bareDeck(root: string) {
  const folder = join(root, 'bare')
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'slides.md'),
    '---\ntheme: none\nfonts:\n  provider: none\n---\n\n# A slide\n\n---\n\n# Another\n',
  )
  await runNode(root, [
    'node_modules/@slidev/cli/bin/slidev.mjs',
    'build',
    'bare/slides.md',
    '--base',
    './',
    '--router-mode',
    'hash',
    '--out',
    join(root, 'dist/bare'),
  ])
}

async function once(
  browser: Browser,
  folder: string,
  path: string,
): Promise<{ paint: number; kB: number; fonts_kB: number }> {
  const { served, origin, close } = await packingServer(folder)
  const { context, page } = await slowPhone(browser)
  try {
    await page.goto(`${origin}/${path}`, { waitUntil: 'load' })
    const paint = await page.evaluate(
      () =>
        new Promise<number>(resolve => {
          new PerformanceObserver(list =>
            list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => resolve(startTime)),
          ).observe({ type: 'paint', buffered: true })
        }),
    )
    // A reader who goes on scrolls past every exercise.
    await page.evaluate(async () => {
      for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
        scrollTo(0, y)
        await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
      }
    })
    await page.waitForLoadState('networkidle')
    const weigh = (fonts: boolean) =>
      served.filter(({ type }) => type.startsWith('font/') === fonts).reduce((sum, { bytes }) => sum + bytes, 0) / 1000
    return { paint: paint / 1000, kB: weigh(false), fonts_kB: weigh(true) }
  } finally {
    await context.close()
    await close()
  }
}

/** Packs whatever can be packed, and notes what was fetched. */
async function packingServer(folder: string) {
  const served: { type: string; bytes: number }[] = []
  const server = createServer(async (request, response) => {
    const file = join(folder, decodeURIComponent(new URL(request.url!, 'http://localhost').pathname))
    const content = await readFile(file).catch(() => undefined)
    const type = TYPES[file.split('.').at(-1)!]
    if (!content || !type) {
      response.writeHead(404).end()
      return
    }
    const packed = type.startsWith('font/') ? content : gzipSync(content)
    served.push({ type, bytes: packed.length })
    response
      .writeHead(200, { 'Content-Type': type, ...(packed !== content && { 'Content-Encoding': 'gzip' }) })
      .end(packed)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    served,
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise(resolve => server.close(resolve)),
  }
}

/** Without a worker: what it fetches later, in peace, is no part of a first visit. */
async function slowPhone(browser: Browser) {
  const context = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block' })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', NETWORK)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return { context, page }
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
}
