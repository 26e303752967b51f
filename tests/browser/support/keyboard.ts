import { expect } from 'vitest'

import type { EngineLocator, EnginePage } from '../../engines/driver'
import type { Answers, Control } from './do-exercise'
import { doExercise } from './do-exercise'

/** The longest that a busy browser may take to scroll to what has the focus, in milliseconds. */
const SCROLLING = 500

/**
 * Presses a key on whatever has the focus, which must then be somewhere that can be seen.
 * @param on what has it, for the message
 */
export async function press(page: EnginePage, key: string, on?: EngineLocator) {
  await page.keyboard.press(key)
  const focus = await page.evaluate(async timeout => {
    for (const began = performance.now(); ; await new Promise(resolve => setTimeout(resolve, 20))) {
      const element = document.activeElement
      if (!element || element === document.body || element === document.documentElement) return 'nowhere'
      const { top, bottom, left, right } = element.getBoundingClientRect()
      if (bottom > 0 && right > 0 && top < innerHeight && left < innerWidth) return 'seen'
      if (performance.now() - began > timeout) return 'outside the window'
    }
  }, SCROLLING)
  if (focus !== 'seen') throw new Error(`After ${key}${on ? ` on ${on}` : ''} the focus is ${focus}.`)
}

/** Whether one of these has the focus. */
const hasFocus = (target: EngineLocator) =>
  target.evaluateAll(elements => elements.some(element => element === document.activeElement))

/** The same, or there are none. */
const noneOrFocus = (target: EngineLocator) =>
  target.evaluateAll(elements => elements.length === 0 || elements.some(element => element === document.activeElement))

/**
 * Tabs on until one of these has the focus, or back where they stand before it: Firefox's focus leaves the page at its
 * last control, and later keys are lost.
 * @param key which way to go; without it the way to where they stand
 */
export async function tabTo(page: EnginePage, target: EngineLocator, key?: 'Tab' | 'Shift+Tab') {
  const place = await placeOf(target)
  if (place === 'here') return
  const way = key ?? (place === 'behind' ? 'Shift+Tab' : 'Tab')
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(way)
    if (await hasFocus(target)) return
  }
  throw new Error(`${way} does not reach ${target}.`)
}

/** Whether one of these has the focus, all of them stand before what has it, or they are still to come. */
const placeOf = (target: EngineLocator) =>
  target.evaluateAll(elements => {
    const focused = document.activeElement
    if (elements.some(element => element === focused)) return 'here'
    const behind =
      focused !== null &&
      focused !== document.body &&
      elements.length > 0 &&
      elements.every(element => (focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0)
    return behind ? 'behind' : 'ahead'
  })

/** Does an exercise from its first step to its end, by keyboard alone. */
export async function doByKeyboard(page: EnginePage, screen: EngineLocator, answers?: Answers) {
  const ahead = screen.locator('.pager-body [data-focus]')
  await doExercise(
    screen,
    {
      async press(button) {
        const goesOn = await button.evaluateAll(([element]) => element!.parentElement!.matches('.pager-row'))
        await tabTo(page, button)
        await press(page, 'Enter', button)
        // A new step takes the focus to its beginning, so that Tab goes into it.
        // Firefox answers the driver before it has dispatched the key to the page.
        if (goesOn)
          await expect
            .poll(() => noneOrFocus(ahead), { message: 'the new step has the focus', timeout: 3000 })
            .toBe(true)
      },
      give: (control, words, choice) => give(page, control, words, choice),
    },
    answers,
  )
}

async function give(page: EnginePage, { at, type, group, adds }: Control, words: string, choice: number) {
  await tabTo(page, group)
  if (type === 'range') {
    await press(page, 'End', group)
  } else if (type === 'radio') {
    await press(page, 'Space', group)
    for (let index = 0; index < choice; index++) await press(page, 'ArrowDown', group)
  } else if (type === 'checkbox') {
    await press(page, 'Space', group)
  } else if (type === 'select-one') {
    await press(page, 'ArrowDown', group)
  } else if (adds) {
    for (const each of [words, `2 ${words}`]) {
      await write(page, each)
      await press(page, 'Enter', group)
    }
  } else {
    // The ninth of September reads the same with the day or the month first; WebKit wants it with its separators.
    if (type === 'date') await page.keyboard.type('09/09/2031')
    else await write(page, words)
    const value = await at.inputValue()
    if (value !== (type === 'date' ? '2031-09-09' : words)) throw new Error(`A field holds “${value}” after typing.`)
  }
}

/** So many letters are typed key by key; the rest of a text comes at once, as from a dictation. */
const BY_KEY = 3

/** Writes where the focus is. Playwright takes two messages and the page a new layout for every single key. */
export async function write(page: EnginePage, words: string) {
  const { insertText } = page.keyboard
  await page.keyboard.type(insertText ? words.slice(0, BY_KEY) : words)
  await insertText?.call(page.keyboard, words.slice(BY_KEY))
}
