import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import type { Locator } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import { loadOrThrow } from '../../model/load'
import type { LearnerWorkshop } from '../../model/views'
import { forLearner } from '../../model/views'
import { sitePages } from '../../site/pages'
import type { KitCopy } from '../fixtures/kit'
import { searchForOwnContent, secondWorkshop } from '../fixtures/second-workshop'
import { useBrowser } from './support/browser'
import { kept, keptFiles } from './support/kept'
import { builtSite, serveSite, siteFolder } from './support/site'
import { hydrateAll, hydrated } from './support/site-pages'
import { currentSlide, flaws, settled } from './support/slides'
import { staticHost } from './support/static-host'

const { context: newContext, page: newPage } = useBrowser()

let kit: KitCopy
let workshop: LearnerWorkshop
/** Its site, built by the command in tests/pdf/build-command.test.ts unless this file runs alone. */
let folder: string
let slides: number
let search: (text: string) => string[]
let served: Awaited<ReturnType<typeof serveSite>>
beforeAll(async () => {
  kit = secondWorkshop()
  const whole = await loadOrThrow(kit.root)
  workshop = forLearner(whole)
  slides = whole.slides.length
  search = searchForOwnContent(await loadOrThrow(process.cwd()))
  folder = await builtSite(kit.root)
  served = await serveSite(folder)
})
afterAll(async () => {
  await served?.close()
  kit?.dispose()
})

/** The colour of the part that a page or slide belongs to. */
const accentOf = (shown: Locator) =>
  shown.evaluate(element => getComputedStyle(element).getPropertyValue('--accent').trim())

describe('the site of the second workshop', () => {
  it('holds nothing of the kit’s own content in any file', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.(?:html|css|js|mjs|json|webmanifest|svg|txt)$/.test(name),
    )
    expect(files.length).toBeGreaterThan(30)
    const found = files.flatMap(name =>
      search(readFileSync(join(folder, name), 'utf8')).map(words => `${name}: ${words}`),
    )
    expect(found).toEqual([])
  })

  it('shows on every page a heading and the exercises of its lesson, each mistake in a colour of its own', async () => {
    const page = await newPage()
    const found: Record<string, string[]> = {}
    const accents = new Set<string>()
    for (const { file, module } of sitePages(workshop)) {
      await page.goto(`${served.origin}/${file}`)
      await hydrated(page)
      const asked = module?.activities.flatMap(activity => ('exercise' in activity ? [activity.exercise] : [])) ?? []
      const shown = await (await hydrateAll(page)).evaluateAll(all => all.map(each => each.getAttribute('data-id')))
      const wrong = [
        ...((await page.locator('h1').innerText()).trim() ? [] : ['no heading']),
        ...(String(shown) === String(asked) ? [] : [`exercises: ${shown}, and not ${asked}`]),
      ]
      if (wrong.length) found[file] = wrong
      if (module?.mistake) accents.add(await accentOf(page.locator('main')))
    }
    expect(found).toEqual({})
    expect([...accents]).toHaveLength(5)
  })

  it('takes the place of another workshop at its address, of which nothing stays on the device', async () => {
    const host = await staticHost(siteFolder())
    onTestFinished(host.close)
    const page = await (await newContext()).newPage()
    await page.goto(host.url('index.html'))
    await kept(page)
    const first = (await keptFiles(page)).map(({ file }) => file).filter(file => !existsSync(join(folder, file)))
    expect(first).not.toEqual([])

    host.folder = folder
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update())),
    ])
    await page.getByRole('heading', { level: 1, name: workshop.title }).waitFor()
    const files = async () => (await keptFiles(page)).map(({ file }) => file).filter(file => first.includes(file))
    await expect.poll(files).toEqual([])
  })
})

describe('the slides of the second workshop', () => {
  it('each have a heading and fit, in the colours of five mistakes', async () => {
    const page = await newPage()
    const found: Record<string, string[]> = {}
    const accents = new Set<string>()
    for (let number = 1; number <= slides; number++) {
      if (number === 1) await page.goto(`${served.origin}/slides/#/1`)
      else await page.evaluate(number => void (location.hash = `#/${number}`), number)
      await settled(page, number)
      const headings = await currentSlide(page).locator('h1').allInnerTexts()
      const wrong = [...(headings.join('').trim() ? [] : ['no heading']), ...(await flaws(page))]
      if (wrong.length) found[`slide ${number}`] = wrong
      accents.add(await accentOf(currentSlide(page)))
    }
    expect(found).toEqual({})
    expect([...accents]).toHaveLength(5)
  })
})
