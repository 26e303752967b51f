import type { Page } from 'playwright-chromium'
import { expect } from 'vitest'

import type { EnginePage, LocatorOf } from '../../engines/driver'
import { untilHolds } from './until'

export interface Place {
  slide: number
  clicks: number
}

/** The slide that is on the screen, and not one that waits beside it. */
export const currentSlide = <P extends EnginePage>(page: P) => page.locator('#slideshow .slide:visible') as LocatorOf<P>

export const placeOf = (page: Page): Place => placeAt(page.url())

/** Where a page of any engine is in its deck. */
export const whereIs = async (page: EnginePage): Promise<Place> => placeAt(await page.evaluate(() => location.href))

function placeAt(address: string): Place {
  // What follows the # is an address of its own: #/12?clicks=1, or #/presenter/12.
  const url = new URL(new URL(address).hash.slice(1), 'http://deck')
  return { slide: Number(url.pathname.split('/').at(-1)), clicks: Number(url.searchParams.get('clicks') ?? 0) }
}

/**
 * Until a slide stands as it is meant to be seen: alone, with its fonts, with its exercise.
 * @param number which slide; without it, any one
 * @param before the address that was left
 */
export async function settled(page: EnginePage, number?: number, before?: string) {
  await untilHolds(
    page,
    ([number, before]) => {
      const shown = [...document.querySelectorAll<HTMLElement>('#slideshow > [data-slidev-no]')].filter(
        each => each.offsetParent !== null,
      )
      const slide = shown[0]?.querySelector('.slide')
      return Boolean(
        location.href !== before &&
        shown.length === 1 &&
        slide &&
        document.fonts.status === 'loaded' &&
        (number === null || shown[0]!.dataset.slidevNo === String(number)) &&
        [...slide.querySelectorAll('.exercise-asked, .exercise-screen, .exercise-results')].every(
          each => each.childElementCount > 0,
        ),
      )
    },
    [number ?? null, before ?? null] as const,
  )
}

/** Shows the controls of an exercise, where its slide shows first what a room is asked; gives its screen. */
export async function openControls<P extends EnginePage>(page: P): Promise<LocatorOf<P>> {
  const open = currentSlide(page).locator('.exercise-open[aria-expanded="false"]')
  if (await open.count()) await open.click()
  const screen = currentSlide(page).locator('.exercise-screen') as LocatorOf<P>
  await screen.locator(':scope > *').first().waitFor()
  return screen
}

/** Goes on by one step, as the right arrow does; false at the end of the deck. */
export async function step(page: EnginePage, total: number): Promise<boolean> {
  const before = await page.evaluate(() => location.href)
  const { slide } = placeAt(before)
  await page.keyboard.press('ArrowRight')
  if (slide === total) {
    // Nothing comes after the last step of the last slide, unless it has clicks of its own.
    const after = await page.evaluate(
      () =>
        new Promise<string>(resolve =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(location.href))),
        ),
    )
    if (after === before) return false
  }
  await settled(page, undefined, before)
  return true
}

/** The typefaces that a deck brings along. */
export const LETTERS = ['Atkinson Hyperlegible Next Variable', 'Bricolage Grotesque Variable']

/** The typefaces that a page has loaded. */
export const lettersOf = (page: EnginePage) =>
  page.evaluate(() =>
    [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family.replaceAll('"', '')),
  )

export type Found = Record<string, string[]>

/**
 * Goes through a deck from its first step to its last, as the right arrow does.
 * @param total how many slides the deck holds; all of them must come by
 * @param look gives what is wrong at this place
 */
export async function walk(page: EnginePage, total: number, look: (place: Place) => Promise<string[]>): Promise<Found> {
  await settled(page, 1)
  const found: Found = {}
  const slides: number[] = []
  for (let more = true; more;) {
    const place = await whereIs(page)
    slides.push(place.slide)
    const wrong = await look(place)
    if (wrong.length) found[`slide ${place.slide}, click ${place.clicks}`] = wrong
    more = await step(page, total)
  }
  expect([...new Set(slides)], 'slides seen').toEqual(Array.from({ length: total }, (_, index) => index + 1))
  expect(slides.length, 'steps, clicks included').toBeGreaterThan(total)
  return found
}

/** How large text has to be, by where it stands: the first rule that fits decides. */
const SIZES: [where: string, least: number][] = [
  ['.cite', 14],
  ['.exercise-asked', 22],
  ['.exercise-panel, .exercise-open, .tally, .exercise-results :is(button, input, textarea)', 16],
  // What is played with: the presenter presses, and reads who is who.
  ['.explorable-controls, .explorable-more', 16],
  ['.slide-head', 16],
  ['.slide[data-layout="credits"]', 16],
  ['.slide', 22],
]

/** Everything about the slide on the screen that somebody in the back row would miss. */
export function flaws(page: EnginePage): Promise<string[]> {
  return page.evaluate(sizes => {
    const slide = [...document.querySelectorAll<HTMLElement>('#slideshow .slide')].find(
      each => each.offsetParent !== null,
    )!
    const outer = slide.getBoundingClientRect()
    const scale = outer.width / slide.offsetWidth
    const found: string[] = []
    const words = (text: string | null) => `“${(text ?? '').trim().replace(/\s+/g, ' ').slice(0, 50)}”`
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const scrolls = (element: Element) => element.parentElement!.closest('[data-scrolls]') !== null
    const box = (element: Element): HTMLElement => {
      let each = element as HTMLElement
      while (
        !(each instanceof HTMLElement) ||
        getComputedStyle(each).display.startsWith('inline') ||
        getComputedStyle(each).display === 'contents'
      )
        each = each.parentElement!
      return each
    }

    if (slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth)
      found.push(
        `the slide needs ${slide.scrollWidth} × ${slide.scrollHeight}, and has ${slide.clientWidth} × ${slide.clientHeight}`,
      )

    // What is inside the border of the slide may be drawn on.
    const bottom = outer.top + (slide.clientTop + slide.clientHeight) * scale
    for (const element of slide.querySelectorAll('*')) {
      const { left, top, right, bottom: end, width, height } = element.getBoundingClientRect()
      const out = Math.max(outer.left - left, outer.top - top, right - outer.right, end - bottom)
      if (out > 0.5 && width > 0 && height > 0 && seen(element) && !scrolls(element))
        found.push(
          `<${element.tagName.toLowerCase()}> ${words(element.textContent)} stands ${out.toFixed(1)} px outside the slide`,
        )
      if (
        element.matches('input, textarea, select') ||
        [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim())
      ) {
        const [where, least] = sizes.find(([where]) => element.closest(where))!
        const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale
        if (size < least - 0.05 && seen(element))
          found.push(`${words(element.textContent)} is ${size.toFixed(1)} px, and ${where} asks for ${least}`)
      }
    }

    // Line by line: inside its own box, and on top of no other text.
    const lines: { text: string; block: HTMLElement; rect: DOMRect }[] = []
    const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement!
      if (!node.textContent!.trim() || parent.matches('textarea, option') || !seen(parent) || scrolls(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const block = box(parent)
      const inside = block.getBoundingClientRect()
      // Lines set tightly reach a little beyond their box.
      const slack = (Number.parseFloat(getComputedStyle(parent).fontSize) * scale) / 4
      for (const rect of range.getClientRects()) {
        const out = Math.max(
          inside.left - rect.left,
          inside.top - rect.top,
          rect.right - inside.right,
          rect.bottom - inside.bottom,
        )
        if (out > slack && !(parent instanceof SVGElement))
          found.push(`${words(node.textContent)} stands ${out.toFixed(1)} px outside its box`)
        for (const other of lines) {
          const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left)
          const down = Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top)
          if (other.block !== block && across > 2 && down > slack)
            found.push(
              `${words(node.textContent)} covers ${words(other.text)} by ${across.toFixed(0)} × ${down.toFixed(0)} px`,
            )
        }
        lines.push({ text: node.textContent!, block, rect })
      }
    }
    return [...new Set(found)]
  }, SIZES)
}
