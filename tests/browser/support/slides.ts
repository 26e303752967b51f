import type { Locator, Page } from 'playwright-chromium'

export interface Place { slide: number, clicks: number }

/** The slide that is on the screen, and not one that waits beside it. */
export const currentSlide = (page: Page): Locator => page.locator('#slideshow .slide:visible')

export function placeOf(page: Page): Place {
  const url = new URL(page.url())
  return { slide: Number(url.pathname.split('/').at(-1)), clicks: Number(url.searchParams.get('clicks') ?? 0) }
}

/** Until a slide stands as it is meant to be seen: alone, with its fonts, with its exercise. */
export async function settled(page: Page, number?: number) {
  await page.waitForFunction((number) => {
    const shown = [...document.querySelectorAll<HTMLElement>('#slideshow > [data-slidev-no]')].filter(each => each.offsetParent !== null)
    const slide = shown[0]?.querySelector('.slide')
    return shown.length === 1 && slide && document.fonts.status === 'loaded'
      && (number === undefined || shown[0]!.dataset.slidevNo === String(number))
      && [...slide.querySelectorAll('.exercise-screen, .exercise-results')].every(each => each.childElementCount > 0)
  }, number)
}

/** Goes on by one step, as the right arrow does; false at the end of the deck. */
export async function step(page: Page, total: number): Promise<boolean> {
  const before = page.url()
  const { slide } = placeOf(page)
  await page.keyboard.press('ArrowRight')
  if (slide === total) {
    // Nothing comes after the last step of the last slide, unless it has clicks of its own.
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    if (page.url() === before)
      return false
  }
  await page.waitForURL(url => url.href !== before)
  await settled(page)
  return true
}

/** How large text has to be, by where it stands: the first rule that fits decides. */
const SIZES: [where: string, least: number][] = [
  ['.cite', 14],
  ['.exercise-panel, .tally, .exercise-results :is(button, input, textarea)', 16],
  ['.slide-head', 16],
  ['.slide[data-layout="credits"]', 16],
  ['.slide', 22],
]

/** Everything about the slide on the screen that somebody in the back row would miss. */
export function flaws(page: Page): Promise<string[]> {
  return page.evaluate((sizes) => {
    const slide = [...document.querySelectorAll<HTMLElement>('#slideshow .slide')].find(each => each.offsetParent !== null)!
    const scale = slide.getBoundingClientRect().width / slide.offsetWidth
    const found: string[] = []
    const name = (element: Element) => `${element.tagName.toLowerCase()}${[...element.classList].map(each => `.${each}`).join('')} “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`

    // What is inside the border of the slide may be drawn on.
    const outer = slide.getBoundingClientRect()
    const inner = { left: outer.left, top: outer.top, right: outer.right, bottom: outer.top + (slide.clientTop + slide.clientHeight) * scale }
    if (slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth)
      found.push(`the slide needs ${slide.scrollWidth} × ${slide.scrollHeight}, and has ${slide.clientWidth} × ${slide.clientHeight}`)

    for (const element of slide.querySelectorAll<HTMLElement | SVGElement>('*')) {
      const box = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      if (box.width === 0 || box.height === 0 || style.visibility === 'hidden')
        continue
      const out = Math.max(inner.left - box.left, inner.top - box.top, box.right - inner.right, box.bottom - inner.bottom)
      if (out > 0.5)
        found.push(`${name(element)} stands ${out.toFixed(1)} px outside the slide`)
      // Fields scroll what is typed into them; lines set tightly reach a little beyond their box.
      if (element instanceof HTMLElement && !element.matches('input, textarea, select') && element.clientHeight > 0) {
        const slack = Number.parseFloat(style.fontSize) / 3
        if (element.scrollHeight > element.clientHeight + slack || element.scrollWidth > element.clientWidth + slack)
          found.push(`${name(element)} needs ${element.scrollWidth} × ${element.scrollHeight}, and has ${element.clientWidth} × ${element.clientHeight}`)
      }
      const says = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()) || element.matches('input, textarea, select')
      if (says) {
        const [where, least] = sizes.find(([where]) => element.closest(where))!
        const size = Number.parseFloat(style.fontSize) * scale
        if (size < least - 0.05)
          found.push(`${name(element)} is ${size.toFixed(1)} px, and ${where} asks for ${least}`)
      }
    }
    return found
  }, SIZES)
}
