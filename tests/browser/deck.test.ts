import type { Page } from 'playwright-chromium'
import { beforeAll, describe, expect, it } from 'vitest'

import { fillIn } from './support/answers'
import { findings } from './support/axe'
import { openPresenter, openSlide, origin, slideLink, useBrowser } from './support/browser'
import { PAPER, paperOf } from './support/colours'
import { workshop } from './support/content'
import type { Found } from './support/slides'
import { currentSlide, flaws, LETTERS, lettersOf, openControls, settled, step, walk } from './support/slides'
import { untilHolds } from './support/until'

const { page: newPage } = useBrowser()

const { slides, modules } = workshop
/** How many slides slides.md and its modules hold, and which of them show an exercise. */
const total = slides.length
const exercises = slides.flatMap(({ no, exercise, role }) =>
  exercise && role ? [{ slide: no, id: exercise, role }] : [],
)
/** The points that each slide is to make, as they stand in the records. */
const known = new Map(modules.flatMap(({ keyPoints }) => keyPoints.map(each => [each.key, each.point])))
const points = slides.flatMap(({ no, points }) => points.map(key => ({ slide: no, key, point: known.get(key)! })))
/** The slide with the longest notes. */
const { no: talkative } = slides.toSorted((a, b) => JSON.stringify(b.notes).length - JSON.stringify(a.notes).length)[0]!

/** Letters and digits alone: where a line ends is the slide's business. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

describe('on every slide, at every click', () => {
  const shown: Record<number, string> = {}
  const misfits: Found = {}
  const faults: Found = {}
  const outside: string[] = []
  let letters: string[]

  // One walk for all of these tests, because a step takes longer than what is looked at there.
  beforeAll(async () => {
    const page = await newPage()
    page.on('request', request => {
      if (!request.url().startsWith(`${origin()}/`)) outside.push(request.url())
    })
    await openSlide(page, 1)
    await untilHolds(
      page,
      total =>
        document.querySelectorAll('#slideshow > [data-slidev-no]').length === total &&
        [...document.querySelectorAll('.exercise-asked, .exercise-screen, .exercise-results')].every(
          each => each.childElementCount > 0,
        ),
      total,
    )
    const around = ['#slideshow .slide', '.announcer']
    await walk(page, total, async ({ slide, clicks }) => {
      const at = `slide ${slide}, click ${clicks}`
      shown[slide] = bare(await currentSlide(page).innerText())
      misfits[at] = await flaws(page)
      faults[at] = await alone(page, async () => {
        const light = await findings(page, around)
        await paint(page, 'dark')
        const dark = await findings(page, around, ['color-contrast'])
        await paint(page, 'light')
        return [...light.map(each => `light: ${each}`), ...dark.map(each => `dark: ${each}`)]
      })
      return []
    })
    letters = await lettersOf(page)
  })
  const some = (found: Found) => Object.entries(found).filter(([, wrong]) => wrong.length)

  it('the deck fits and is large enough for the back row', () => {
    expect(Object.keys(misfits).length).toBeGreaterThan(total)
    expect(some(misfits)).toEqual([])

    // On the way, every point of the article has been on the screen.
    expect(new Set(points.map(({ key }) => key))).toEqual(new Set(known.keys()))
    const lost = points.filter(
      ({ slide, point }) =>
        !point
          .flatMap(part => (typeof part === 'string' ? [bare(part)] : []))
          .every(part => shown[slide]!.includes(part)),
    )
    expect(lost.map(({ slide, key }) => `${key} on slide ${slide}`)).toEqual([])
  })

  it('axe finds nothing, in the light or in the dark', () => {
    expect(Object.keys(faults).length).toBeGreaterThan(total)
    expect(some(faults)).toEqual([])
  })

  it('the projector shows the workshop’s own letters, and asks nobody outside for anything', () => {
    expect(letters).toEqual(expect.arrayContaining(LETTERS))
    expect(outside).toEqual([])
  })
})

/**
 * Takes the slides that wait unseen out of the page while something looks at the one that is shown, and puts
 * them back. Slidev keeps all of them there once they are loaded, and axe would go through every one each time.
 */
async function alone<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const putBack = await page.evaluateHandle(() => {
    const waiting = [...document.querySelectorAll<HTMLElement>('#slideshow > [data-slidev-no]')].filter(
      each => each.offsetParent === null,
    )
    const places = waiting.map(slide => {
      const place = document.createComment('')
      slide.replaceWith(place)
      return () => place.replaceWith(slide)
    })
    return () => places.forEach(back => back())
  })
  const found = await look()
  await putBack.evaluate(back => back())
  return found
}

/** The deck follows the colours that the device asks for. */
async function paint(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme })
  await untilHolds(page, scheme => document.documentElement.classList.contains(scheme), colorScheme)
  // Openers and debriefs have a ground of their own.
  const layout = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('#slideshow .slide')].find(each => each.offsetParent !== null)!.dataset
        .layout,
  )
  if (layout !== 'opener' && layout !== 'debrief') expect(await paperOf(page)).toBe(PAPER[colorScheme])
}

describe('the colours of the deck', () => {
  it.each(['light', 'dark'] as const)(
    'are the other ones from Slidev’s own switch on, whatever a device that asks for %s says',
    async asked => {
      const other = asked === 'light' ? 'dark' : 'light'
      const page = await newPage({ colorScheme: asked })
      await openSlide(page, 1)
      expect(await paperOf(page)).toBe(PAPER[asked])
      await page.keyboard.press('d')
      await page.waitForFunction(scheme => document.documentElement.classList.contains(scheme), other)
      expect(await paperOf(page)).toBe(PAPER[other])
      await page.reload()
      await settled(page, 1)
      expect(await paperOf(page)).toBe(PAPER[other])
    },
  )
})

describe('an exercise with long answers', () => {
  it('still fits the slide that asks, whichever step it is at', async () => {
    const page = await newPage()
    const found: Found = {}
    for (const { slide, id } of exercises.filter(({ role }) => role === 'ask')) {
      const look = async (state: string) => {
        const wrong = await flaws(page)
        // What is asked stands there whole, step by step; long answers may scroll.
        const hidden = await page.evaluate(() => {
          const panels = [...document.querySelectorAll<HTMLElement>('#slideshow .slide .exercise-panel')]
          const { scrollHeight, clientHeight } = panels.find(each => each.offsetParent !== null)!
          return scrollHeight - clientHeight
        })
        if (/room|empty/.test(state) && hidden > 1) wrong.push(`${hidden} px of the question are out of sight`)
        if (wrong.length) found[`${id}, ${state}`] = wrong
      }
      await page.goto(slideLink(slide))
      await settled(page, slide)
      await look('as a room is asked')
      await fillIn(await openControls(page), look)
    }
    expect(found).toEqual({})
  })

  it('shows a room what it is asked, its controls when they are wanted, and the question again later', async ({
    skip,
  }) => {
    const page = await newPage()
    const asked = () => currentSlide(page).locator('.exercise-asked')
    const { slide } = exercises.find(({ role, id }) => role === 'ask' && workshop.exercises[id]!.kind === 'plan') ?? {}
    skip(!slide, 'no slide of this workshop has one')
    await openSlide(page, slide!)
    expect(await asked().locator('button, input, textarea').count()).toBe(0)
    await openControls(page)
    expect(await asked().count()).toBe(0)
    await page.reload()
    await settled(page, slide)
    expect(await asked().count()).toBe(0)
    // The button has the focus no more, so the arrows are the deck's.
    await step(page, total)
    await page.keyboard.press('ArrowLeft')
    await settled(page, slide)
    expect(await asked().count()).toBe(1)
  })

  it('still fits the slide with its results, once the hands are counted', async () => {
    const page = await newPage()
    const found: Found = {}
    for (const { slide, id } of exercises.filter(({ role }) => role === 'results')) {
      await page.goto(slideLink(slide))
      await settled(page, slide)
      const toggle = currentSlide(page).locator('.tally-toggle:visible')
      // A room that has not voted yet is asked, and sees neither bars nor controls.
      expect(await currentSlide(page).locator(':is(.tally-bar, .tally-step)').count(), id).toBe(0)
      const wrong: string[] = []
      const count = async () => {
        for (const each of await toggle.all()) await each.press('Enter')
        const counts = currentSlide(page).getByRole('spinbutton')
        for (const [index, count] of (await counts.all()).entries()) await count.fill(String(999 - index))
        wrong.push(...(await flaws(page)))
        for (const each of await toggle.all()) await each.press('Enter')
        wrong.push(...(await flaws(page)))
      }
      await count()
      // Case by case, with what points where beside the bars.
      const button = (name: string) => currentSlide(page).getByRole('button', { name, exact: true })
      for (let more = workshop.exercises[id]!.kind === 'cases'; more;) {
        await button(workshop.labels.cases.show).press('Enter')
        wrong.push(...(await flaws(page)))
        more = await button(workshop.labels.cases.next).isEnabled()
        if (!more) break
        await button(workshop.labels.cases.next).press('Enter')
        await count()
      }
      if (wrong.length) found[id] = wrong
    }
    expect(found).toEqual({})
  })
})

/**
 * What axe finds in Slidev's own controls, which no setting mends: rule by rule, how often.
 * - nested-interactive: each of its two menus is a button within a button.
 * - region: its dialog for going to a slide, its clock, captions and numbers stand outside every landmark.
 * - scrollable-region-focusable: its overview is gone through by arrow keys, which scroll nothing.
 */
describe('around the slides, axe finds Slidev’s own faults and no other', () => {
  it('in play', async () => {
    const page = await newPage()
    await openSlide(page, 1)
    expect(await faults(page)).toEqual({ 'nested-interactive': 2, 'region': 1 })
  })

  it('in the presenter’s view', async () => {
    const page = await newPage()
    await openPresenter(page, talkative)
    // Slidev shows the notes outside of any landmark, so each of their paragraphs counts.
    const paragraphs = await page.locator('.note-time, [data-note]').count()
    expect(paragraphs).toBeGreaterThan(1)
    const { region, ...others } = await faults(page)
    // The pane of the notes is Slidev's own; long notes scroll in it, and those out of sight are not looked at.
    expect(others).toEqual({ 'nested-interactive': 2, 'scrollable-region-focusable': 1 })
    expect(region).toBeLessThanOrEqual(4 + paragraphs)
  })

  it('in the overview, where slides are pictures that neither keyboard nor screen reader gets lost in', async () => {
    const page = await newPage()
    await openSlide(page, 1)
    await page.keyboard.press('o')
    await page.waitForFunction(
      total => document.querySelectorAll('.slide[inert] :is(h1, .slide-prose)').length >= total,
      total,
    )
    expect(await faults(page)).toEqual({
      'nested-interactive': 2,
      'region': total + 2,
      'scrollable-region-focusable': 1,
    })
  })
})

async function faults(page: Page): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const finding of await findings(page)) {
    const rule = finding.split(':')[0]!
    found[rule] = (found[rule] ?? 0) + 1
  }
  return found
}
