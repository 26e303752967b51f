import type { Page } from 'playwright-chromium'

/** Pixels: Apple's guidelines. */
const LEAST = 44

/** What can be pressed and is lower than a thumb needs; links within a sentence are as high as their line. */
export function tooLow(page: Page): Promise<string[]> {
  return page.evaluate(least => {
    const pressed = document.querySelectorAll<HTMLElement>('a, button, summary, select, textarea, input, label')
    return [...pressed].flatMap(element => {
      const { width, height } = element.getBoundingClientRect()
      const inSentence =
        element.tagName === 'A' &&
        (element.closest('p, li, dd, td')?.textContent ?? '').trim() !== element.textContent?.trim()
      const ofLabel = element.matches('[type=radio], [type=checkbox]')
      const captions = element.tagName === 'LABEL' && !element.querySelector('input')
      if (!element.checkVisibility() || width <= 1 || inSentence || ofLabel || captions || element.closest('[inert]'))
        return []
      const words = (element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 30)
      return height + 0.1 < least
        ? [`<${element.localName} ${element.className}> ${words}: ${height.toFixed(1)} px`]
        : []
    })
  }, LEAST)
}
