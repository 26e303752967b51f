import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { EnginePage, LocatorOf } from '../../engines/driver'
import { origin } from './browser'
import { workshop } from './content'
import { untilSeen } from './until'

/** The screen of the exercise that stands alone on its page. */
const SCREEN = '.exercise-screen'

/** Opens one exercise on its own page, and waits until it can be used. */
export async function openStage<P extends EnginePage>(page: P, id: string): Promise<LocatorOf<P>> {
  await page.goto(`${origin()}/exercises/?exercise=${id}`)
  return ready(page)
}

export async function ready<P extends EnginePage>(page: P): Promise<LocatorOf<P>> {
  await untilSeen(page, `${SCREEN} > *`)
  await page.evaluate(() => document.fonts.ready)
  return page.locator(SCREEN) as LocatorOf<P>
}

/** Where a browser keeps the answer to an exercise. */
export const keyOf = (id: string) => `${workshop.id}:answer:${id}`
export const storedAnswer = (page: EnginePage, id: string) => page.evaluate(key => localStorage.getItem(key), keyOf(id))

/**
 * All that somebody finds from the first step to the last: the words, and what stands in each control.
 * @param screen which screen, as a selector; without it the one that stands alone on its page
 */
export function everything(page: EnginePage, screen = SCREEN): Promise<string[]> {
  return page.evaluate(async selector => {
    const screen = document.querySelector<HTMLElement>(selector)!
    const button = (kind: string) => screen.querySelector<HTMLButtonElement>(`.pager-row > .${kind}:not([disabled])`)
    async function go(kind: string): Promise<boolean> {
      const found = button(kind)
      found?.click()
      await new Promise(resolve => setTimeout(resolve))
      // Some steps are loaded when they are near.
      for (let wait = 0; wait < 100 && screen.querySelector('.pager-body:not(:has(> *))'); wait++)
        await new Promise(resolve => setTimeout(resolve, 20))
      return found !== null
    }
    while (await go('button-quiet')) {
      /* back to the first step */
    }
    const found: string[] = []
    do {
      const values = [...screen.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
        ({ type, value, checked }) => (['radio', 'checkbox'].includes(type) ? String(checked) : value),
      )
      found.push([screen.innerText, ...values].join('\n'))
    } while (await go('button'))
    return found
  }, screen)
}

/** How long a live region waits for a pause in typing (components/composables/settled.ts), and a little more. */
const PAUSE = 700

const KINDS = resolve(import.meta.dirname, '../../../components/exercises')

/** Whether the screen of a kind has such a live region. */
const waitsForPause = (kind: string) =>
  readdirSync(join(KINDS, kind))
    .filter(name => name.endsWith('.vue'))
    .some(name => readFileSync(join(KINDS, kind, name), 'utf8').includes('useSettled('))

/** The same, once live regions have caught up with what was typed. */
export async function everythingSettled(page: EnginePage, screen = SCREEN): Promise<string[]> {
  const kind = await page.evaluate(screen => document.querySelector<HTMLElement>(screen)!.dataset.kind!, screen)
  if (waitsForPause(kind)) await new Promise(resolve => setTimeout(resolve, PAUSE))
  return everything(page, screen)
}

/**
 * What on the page reaches beyond its right edge, so that a reader would have to scroll to and fro. In a drawing only
 * parts are looked at: what groups them is not drawn itself, and Firefox gives it more room than its parts take.
 */
export function tooWide(page: EnginePage): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const out = [...document.body.querySelectorAll<HTMLElement>(':not(g, svg svg)')].filter(element => {
      const { right, left, width } = element.getBoundingClientRect()
      const scrolls =
        element.scrollWidth > element.clientWidth + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
        !element.matches('textarea, input')
      return element.checkVisibility() && width > 0 && (right > clientWidth + 0.5 || left < -0.5 || scrolls)
    })
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide on a screen of ${clientWidth}`] : []),
      ...out.map(
        element =>
          `<${element.tagName.toLowerCase()} class="${element.getAttribute('class')}"> ${(element.textContent ?? '').trim().slice(0, 40)}`,
      ),
    ]
  })
}
