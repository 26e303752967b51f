import type { Locator, Page } from 'playwright-chromium'
import { beforeEach, describe, expect, it } from 'vitest'

import type { KindName } from '../../components/exercises/kind-types'
import { openPresenter, openSlide, useBrowser } from './support/browser'
import { asksForText, lacking, workshop } from './support/content'
import { currentSlide, openControls, placeOf, settled } from './support/slides'

const { page: newPage } = useBrowser()

const { labels, slides } = workshop
/** A slide that asks or shows the results of an exercise of some kind; 0 when there is none between two others. */
const slideWith = (kind: KindName, role = 'ask') =>
  slides.find(
    ({ no, exercise, role: its }) =>
      its === role && workshop.exercises[exercise!]!.kind === kind && no > 1 && no < slides.length,
  )?.no ?? 0

/** A slide that asks for a text alone. */
const WRITTEN =
  slides.find(({ no, exercise, role }) => {
    const asked = workshop.exercises[exercise!]!
    return role === 'ask' && asked.kind === 'activity' && asksForText(asked) && no > 1 && no < slides.length
  })?.no ?? 0

/** Every kind of control that stands on a slide, with a slide that has one and the way to it. */
const controls: [what: string, slide: number, find: (slide: Locator, page: Page) => Promise<Locator>][] = [
  ['a slider', slideWith('forecast'), async (_, page) => (await openControls(page)).getByRole('slider')],
  ['radio buttons', slideWith('self-check'), async (_, page) => (await openControls(page)).getByRole('radio').nth(2)],
  ['a text area', WRITTEN, async (_, page) => (await openControls(page)).getByRole('textbox')],
  ['a text field', slideWith('plan'), async (_, page) => (await openControls(page)).getByRole('textbox').first()],
  [
    'a date',
    slideWith('plan'),
    async (slide, page) => {
      await openControls(page)
      await slide.getByRole('button', { name: labels.exercise.next, exact: true }).click()
      await slide.getByRole('button', { name: labels.exercise.next, exact: true }).click()
      return slide.getByLabel(labels.plan.date)
    },
  ],
  [
    'a number field',
    slideWith('forecast', 'results'),
    async slide => {
      await slide.locator('.tally-toggle').press('Enter')
      return slide.getByRole('spinbutton').first()
    },
  ],
  [
    'a button',
    slideWith('self-check'),
    async (_, page) => (await openControls(page)).getByRole('button', { name: labels.exercise.next, exact: true }),
  ],
  ['a disclosure', slideWith('plan'), async (_, page) => (await openControls(page)).getByText(labels.plan.ideas)],
  ['the way to the controls', slideWith('plan'), async slide => slide.locator('.exercise-open')],
]

/** The place after everything that a key could set off has happened. */
async function placeAfter(page: Page, key: string) {
  await page.keyboard.press(key)
  // Slidev moves in the same turn as the key; a router needs one more, and a repaint shows it.
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(resolve)))),
  )
  return placeOf(page).slide
}

describe.each(controls)('while %s on a slide has the focus', (_, slide, find) => {
  beforeEach(({ skip }) => skip(!slide, 'no slide of this workshop has one'))

  async function focus(page: Page) {
    await openSlide(page, slide)
    const control = await find(currentSlide(page), page)
    await control.focus()
    return control
  }

  it('the arrows belong to it and never move the slide', async () => {
    const page = await newPage()
    await focus(page)
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'])
      expect(await placeAfter(page, key), key).toBe(slide)
  })

  it('Page Down and Page Up, which clickers send, move the deck by exactly one slide', async () => {
    const page = await newPage()
    await focus(page)
    expect(await placeAfter(page, 'PageDown')).toBe(slide + 1)
    await settled(page, slide + 1)
    await page.keyboard.press('Shift')
    expect(placeOf(page).slide, 'once the slide has changed').toBe(slide + 1)
    await focus(page)
    expect(await placeAfter(page, 'PageUp')).toBe(slide - 1)
  })

  it('Escape leaves it and gives the arrows back to the deck', async () => {
    const page = await newPage()
    const control = await focus(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => control.evaluate(element => element === document.activeElement)).toBe(false)
    expect(await placeAfter(page, 'ArrowRight')).toBe(slide + 1)
  })
})

const NOT_WRITTEN = lacking({ 'slide that asks for a text alone': WRITTEN })
describe.skipIf(NOT_WRITTEN)(`in the presenter’s window${NOT_WRITTEN}`, () => {
  /** Opens the slide that asks for a text, in the presenter’s view, with the focus in the text. */
  async function focused(page: Page): Promise<Locator> {
    await openPresenter(page, WRITTEN)
    const field = (await openControls(page)).getByRole('textbox')
    await field.focus()
    return field
  }
  const presenterPage = () => newPage({ viewport: { width: 1280, height: 800 } })

  it('the arrows belong to a text area that has the focus, and Page Down and Page Up move the deck by exactly one slide', async () => {
    const page = await presenterPage()
    await focused(page)
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'])
      expect(await placeAfter(page, key), key).toBe(WRITTEN)
    expect(await placeAfter(page, 'PageDown')).toBe(WRITTEN + 1)
    await settled(page, WRITTEN + 1)
    await focused(page)
    expect(await placeAfter(page, 'PageUp')).toBe(WRITTEN - 1)
  })

  it('Escape leaves the text area and gives the arrows back to the deck', async () => {
    const page = await presenterPage()
    const field = await focused(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => field.evaluate(element => element === document.activeElement)).toBe(false)
    expect(placeOf(page).slide).toBe(WRITTEN)
    expect(await placeAfter(page, 'ArrowRight')).toBe(WRITTEN + 1)
  })

  it('going on is told to a screen reader by the title of the new slide', async () => {
    const page = await presenterPage()
    await focused(page)
    await page.keyboard.press('PageDown')
    await settled(page, WRITTEN + 1)
    const title = (await currentSlide(page).getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ')
    await expect.poll(() => page.locator('.announcer').innerText()).toBe(title)
    expect(await page.locator('.announcer').count(), 'said once').toBe(1)
  })
})

describe('on a slide, outside every control', () => {
  const slide = slideWith('forecast') || 2

  it('the arrows, the space bar and Page Down move it on', async () => {
    const page = await newPage()
    await openSlide(page, slide)
    expect(await placeAfter(page, 'ArrowRight')).toBe(slide + 1)
    expect(await placeAfter(page, 'ArrowLeft')).toBe(slide)
    expect(await placeAfter(page, ' ')).toBe(slide + 1)
    expect(await placeAfter(page, 'PageUp')).toBe(slide)
    expect(await placeAfter(page, 'PageDown')).toBe(slide + 1)
  })

  it('G, a number and Enter lead to any slide, as the guide says of those to spare', async () => {
    const page = await newPage()
    await openPresenter(page, slide)
    for (const to of [slides.length, slide]) {
      await page.keyboard.press('g')
      await page.locator('#slidev-goto-input').and(page.locator(':focus')).waitFor()
      await page.keyboard.type(String(to))
      await page.keyboard.press('Enter')
      await expect.poll(() => placeOf(page).slide).toBe(to)
    }
  })

  it('going on is told to a screen reader by the title of the new slide', async () => {
    const page = await newPage()
    await openSlide(page, slide)
    const announcer = page.locator('.announcer')
    expect(await announcer.getAttribute('role')).toBe('status')
    for (const key of ['PageDown', 'PageDown', 'PageUp', 'PageUp']) {
      await page.keyboard.press(key)
      await settled(page)
      const title = (await currentSlide(page).getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ')
      await expect.poll(() => announcer.innerText(), { message: `after ${key}` }).toBe(title)
    }
    expect(placeOf(page).slide).toBe(slide)
  })
})

describe('where somebody asked for less motion', () => {
  it('nothing on a slide takes longer than 10 ms to change', async () => {
    const page = await newPage()
    for (const number of new Set([1, slideWith('forecast', 'results') || 1, slideWith('self-check') || 1])) {
      await openSlide(page, number)
      const slow = await page.evaluate(() => {
        const longest = (durations: string) =>
          Math.max(
            ...durations.split(',').map(each => Number.parseFloat(each) * (each.trim().endsWith('ms') ? 1 : 1000)),
          )
        return [...document.querySelectorAll('*')]
          .filter(element => {
            const { transitionDuration, animationDuration } = getComputedStyle(element)
            return longest(transitionDuration) > 10 || longest(animationDuration) > 10
          })
          .map(element => element.outerHTML.slice(0, 120))
      })
      expect(slow, `slide ${number}`).toEqual([])
    }
  })
})
