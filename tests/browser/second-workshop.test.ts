import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import type { Locator, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { loadOrThrow } from '../../model/load'
import type { LearnerWorkshop } from '../../model/views'
import { forLearner } from '../../model/views'
import { sitePages } from '../../site/pages'
import { endAll, runCommand } from '../fixtures/command'
import type { KitCopy } from '../fixtures/kit'
import { searchForOwnContent, secondWorkshop } from '../fixtures/second-workshop'
import { useBrowser } from './support/browser'
import { serveSite } from './support/site'
import { alive, wakeAll } from './support/site-pages'
import { currentSlide, flaws, settled } from './support/slides'

const { page: newPage } = useBrowser()

let kit: KitCopy
let workshop: LearnerWorkshop
let slides: number
let search: (text: string) => string[]
let served: Awaited<ReturnType<typeof serveSite>>
beforeAll(async () => {
  kit = secondWorkshop()
  const whole = await loadOrThrow(kit.root)
  workshop = forLearner(whole)
  slides = whole.slides.length
  search = searchForOwnContent(await loadOrThrow(process.cwd()))
  const { code, err } = await runCommand(kit.root, 'build').ended
  expect(code, err).toBe(0)
  served = await serveSite(join(kit.root, 'dist/site'))
})
afterAll(async () => {
  await served?.close()
  await endAll()
  kit?.dispose()
})

/** Ids of parts in whose colour something on a page or slide is drawn, and that the workshop does not have. */
async function unknownParts(shown: Page | Locator): Promise<string[]> {
  const drawn = await shown
    .locator('xpath=descendant-or-self::*[@data-module]')
    .evaluateAll(elements => elements.map(element => element.getAttribute('data-module')!))
  return [...new Set(drawn)].filter(id => !workshop.modules.some(module => module.id === id)).map(id => `part: ${id}`)
}

describe('the site of the second workshop', () => {
  it('holds nothing of the kit’s own content in any file', () => {
    const folder = join(kit.root, 'dist/site')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.(?:html|css|js|mjs|json|webmanifest|svg|txt)$/.test(name),
    )
    expect(files.length).toBeGreaterThan(30)
    const found = files.flatMap(name =>
      search(readFileSync(join(folder, name), 'utf8')).map(words => `${name}: ${words}`),
    )
    expect(found).toEqual([])
  })

  it('shows on every page a heading, the exercises of its lesson, and parts that there are', async () => {
    const page = await newPage()
    const found: Record<string, string[]> = {}
    for (const { file, module } of sitePages(workshop)) {
      await page.goto(`${served.origin}/${file}`)
      await alive(page)
      const asked = module?.activities.flatMap(activity => ('exercise' in activity ? [activity.exercise] : [])) ?? []
      const shown = await (await wakeAll(page)).evaluateAll(all => all.map(each => each.getAttribute('data-id')))
      const wrong = [
        ...((await page.locator('h1').innerText()).trim() ? [] : ['no heading']),
        ...(String(shown) === String(asked) ? [] : [`exercises: ${shown}, and not ${asked}`]),
        ...(await unknownParts(page)),
      ]
      if (wrong.length) found[file] = wrong
    }
    expect(found).toEqual({})
  })
})

describe('the slides of the second workshop', () => {
  it('each have a heading, fit, and show parts that there are', async () => {
    const page = await newPage()
    const found: Record<string, string[]> = {}
    for (let number = 1; number <= slides; number++) {
      if (number === 1) await page.goto(`${served.origin}/slides/#/1`)
      else await page.evaluate(number => void (location.hash = `#/${number}`), number)
      await settled(page, number)
      const headings = await currentSlide(page).locator('h1').allInnerTexts()
      const wrong = [
        ...(headings.join('').trim() ? [] : ['no heading']),
        ...(await flaws(page)),
        ...(await unknownParts(currentSlide(page))),
      ]
      if (wrong.length) found[`slide ${number}`] = wrong
    }
    expect(found).toEqual({})
  })
})
