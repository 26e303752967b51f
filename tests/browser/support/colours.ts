import type { EnginePage } from '../../engines/driver'

/** What everything stands on, as tokens.css has it. */
export const PAPER = { light: 'rgb(251, 247, 239)', dark: 'rgb(21, 23, 34)' } as const

/** What the slide that is shown, or the page, really stands on. */
export function paperOf(page: EnginePage): Promise<string> {
  return page.evaluate(() => {
    const slide = [...document.querySelectorAll<HTMLElement>('.slide')].find(each => each.offsetParent !== null)
    return getComputedStyle(slide ?? document.documentElement).backgroundColor
  })
}

/**
 * Turns a page dark, or back to what the device asks for, as a reader's own setting does: Firefox and WebKit have no
 * command for it. Styles know no other dark: the class and the device both set color-scheme, and tokens follow that.
 */
export const darken = (page: EnginePage, isDark: boolean) =>
  page.evaluate(isDark => void document.documentElement.classList.toggle('dark', isDark), isDark)
