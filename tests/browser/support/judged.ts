import type { EnginePage } from '../../engines/driver'
import { findings } from './axe'
import { darken, PAPER, paperOf } from './colours'

/** A button that can be pressed in place of the one beside it. */
const ONE_OF_ROW = '.button-row > [aria-pressed]'
/** What looks decide on. */
const COLOURS = ['color-contrast']
/** What the width of the window decides on. */
const ROOM = ['target-size', 'scrollable-region-focusable']
/** Comes with the first answer to any question; it is judged by itself. */
const CLEAR = '.clear-answer'

/**
 * Asks axe about the states of exercises, with everything unfolded. States that are made of the same parts are judged
 * once, because axe would find the same in them: a question with four answers is one with three, whatever its words
 * are, and answering it changes nothing but the looks of a part. In a window of another width they are judged again by
 * what its room decides on. Colours are judged, in the dark too, when a part looks new.
 * @returns judges what a selector finds, which is what changes from state to state: gives what axe finds in the state
 * that a page is in, and in those that a button shows which can be pressed in place of another one
 */
export function judging() {
  const judged = new Set<string>()

  /** Adds to what was judged. @returns whether any of it is new */
  function isNew(...parts: string[]): boolean {
    const before = judged.size
    parts.forEach(part => judged.add(part))
    return judged.size > before
  }

  /** @returns what axe finds, and whether a state like it was judged before */
  async function judge(page: EnginePage, within: string): Promise<{ found: string[]; isKnown: boolean }> {
    const { whole, looks, width } = await madeOf(page, within)
    const isNewWhole = isNew(whole)
    const looksNew = isNew(...looks)
    const isKnown = !isNewWhole && !looksNew
    if (!isNew(`${width}: ${whole}`) && isKnown) return { found: [], isKnown }
    await unfold(page, within, true)
    const found = await findings(page, [within], isKnown ? ROOM : undefined, looksNew || isKnown ? [] : COLOURS)
    if (looksNew) {
      await darken(page, true)
      const paper = await paperOf(page)
      if (paper !== PAPER.dark) found.push(`the paper in the dark is ${paper}`)
      found.push(...(await findings(page, [within], COLOURS)).map(each => `dark: ${each}`))
      await darken(page, false)
    }
    await unfold(page, within, false)
    return { found, isKnown }
  }

  return async function (page: EnginePage, within: string): Promise<string[]> {
    const { found, isKnown } = await judge(page, within)
    if (isKnown) return found
    const buttons = page.locator(`${within} ${ONE_OF_ROW}`)
    const pressed = await buttons.evaluateAll(all => all.findIndex(button => button.ariaPressed === 'true'))
    const press = (at: number) =>
      buttons.evaluateAll((all, at) => {
        ;(all[at] as HTMLElement).click()
      }, at)
    for (let at = 0; pressed >= 0 && at < (await buttons.count()); at++) {
      await press(at)
      found.push(...(await judge(page, within)).found)
    }
    if (pressed >= 0) await press(pressed)
    return found
  }
}

/** What a state is made of, as far as axe can tell: each kind of element once, and how each with words looks. */
const madeOf = (page: EnginePage, within: string) =>
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
      return { whole: whole.join(), looks: [...looks], width: innerWidth }
    },
    [within, CLEAR] as const,
  )

/** Opens all that is folded, and closes it again. */
const unfold = (page: EnginePage, within: string, open: boolean) =>
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
