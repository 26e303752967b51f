import type { Page } from 'playwright-chromium'

import { findings } from './axe'
import { PAPER, paperOf } from './colours'

/** A button that can be pressed in place of the one beside it. */
const ONE_OF_ROW = '.button-row > [aria-pressed]'
/** What looks decide on. */
const COLOURS = ['color-contrast']
/** Comes with the first answer to any question; it is judged by itself. */
const CLEAR = '.clear-answer'

/**
 * Asks axe about the states of exercises, with everything unfolded. States that are made of the same parts are judged
 * once, because axe would find the same in them: a question with four answers is one with three, whatever its words
 * are, and answering it changes nothing but the looks of a part. Colours are judged, in the dark too, when a part looks
 * new.
 * @param within what changes from state to state, as a selector
 * @returns what axe finds in the state that a page is in, and in those that a button shows which can be pressed in
 * place of another one
 */
export function judging(within: string) {
  const judged = new Set<string>()

  /** Adds to what was judged. @returns whether any of it is new */
  function isNew(...parts: string[]): boolean {
    const before = judged.size
    parts.forEach(part => judged.add(part))
    return judged.size > before
  }

  /** Nothing when a state like it was judged before. */
  async function judge(page: Page): Promise<string[] | undefined> {
    const { whole, looks } = await madeOf(page, within)
    const isNewWhole = isNew(whole)
    const looksNew = isNew(...looks)
    if (!isNewWhole && !looksNew) return undefined
    await unfold(page, within, true)
    const found = await findings(page, [within], undefined, looksNew ? [] : COLOURS)
    if (looksNew) {
      await page.emulateMedia({ colorScheme: 'dark' })
      const paper = await paperOf(page)
      if (paper !== PAPER.dark) found.push(`the paper in the dark is ${paper}`)
      found.push(...(await findings(page, [within], COLOURS)).map(each => `dark: ${each}`))
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await unfold(page, within, false)
    return found
  }

  return async function (page: Page): Promise<string[]> {
    const found = await judge(page)
    if (!found) return []
    const buttons = page.locator(`${within} ${ONE_OF_ROW}`)
    const pressed = await buttons.evaluateAll(all => all.findIndex(button => button.ariaPressed === 'true'))
    const press = (at: number) => buttons.nth(at).evaluate(button => (button as HTMLElement).click())
    for (let at = 0; pressed >= 0 && at < (await buttons.count()); at++) {
      await press(at)
      found.push(...((await judge(page)) ?? []))
    }
    if (pressed >= 0) await press(pressed)
    return found
  }
}

/** What a state is made of, as far as axe can tell: each kind of element once, and how each with words looks. */
const madeOf = (page: Page, within: string) =>
  page.evaluate(
    ([within, clear]) => {
      const looks = new Set<string>()
      const given = (element: Element, matching: RegExp) =>
        [...element.attributes].flatMap(({ name, value }) => (matching.test(name) ? `${name}=${value}` : []))
      const lookOf = (element: Element) =>
        [
          element.localName,
          ...given(element, /^(class|data-state|aria-(pressed|expanded|disabled))$/),
          ...[':checked', ':disabled'].filter(condition => element.matches(condition)),
        ].join(' ')
      function made(element: Element): string {
        if (element.matches(clear)) return ''
        const hasText = [...element.childNodes].some(node => node instanceof Text && node.data.trim() !== '')
        // What it stands in can decide on its looks too.
        if (hasText) looks.add(`${lookOf(element.parentElement!)} > ${lookOf(element)}`)
        const own = [
          element.localName,
          ...given(element, /^(class|role|type|dir)$/),
          ...[...element.attributes].map(({ name }) => name),
          ...(hasText ? ['text'] : []),
        ].join(' ')
        return `${own}(${[...new Set([...element.children].map(made))].join()})`
      }
      const whole = [...document.querySelectorAll(within)].flatMap(place => [...place.children].map(made))
      return { whole: whole.join(), looks: [...looks] }
    },
    [within, CLEAR] as const,
  )

/** Opens all that is folded, and closes it again. */
const unfold = (page: Page, within: string, open: boolean) =>
  page.evaluate(
    async ([within, open]) => {
      const folded = open ? 'details:not([open])' : 'details[data-unfolded]'
      const all = [...document.querySelectorAll(within)].flatMap(place => [
        ...place.querySelectorAll<HTMLDetailsElement>(folded),
      ])
      for (const details of all) {
        details.open = open
        details.toggleAttribute('data-unfolded', open)
      }
      // What is made only once it is open comes when the browser has told the page of it.
      if (all.length) await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    },
    [within, open] as const,
  )
