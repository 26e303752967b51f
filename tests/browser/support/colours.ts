import type { Page } from 'playwright-chromium'

/** What everything stands on, as tokens.css has it. */
export const PAPER = { light: 'rgb(251, 247, 239)', dark: 'rgb(21, 23, 34)' } as const

/** What the slide that is shown, or the page, really stands on. */
export function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const slide = [...document.querySelectorAll<HTMLElement>('.slide')].find(each => each.offsetParent !== null)
    return getComputedStyle(slide ?? document.documentElement).backgroundColor
  })
}
