import type { Locator, Page } from 'playwright-chromium'

/** Presses a key on whatever has the focus, which must then be somewhere that can be seen. */
export async function press(page: Page, key: string) {
  const on = await describeFocus(page)
  await page.keyboard.press(key)
  const focus = await page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body || element === document.documentElement) return 'nowhere'
    const { top, bottom, left, right } = element.getBoundingClientRect()
    return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth ? 'seen' : 'outside the window'
  })
  if (focus !== 'seen') throw new Error(`After ${key} on ${on} the focus is ${focus}.`)
}

const describeFocus = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 100) ?? 'nothing')

/** Tabs on, or back, until one of these has the focus. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluateAll(elements => elements.includes(document.activeElement as HTMLElement))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not reach ${target}.`)
}

export interface State {
  step: number
  /** Before anything was given, after that, once the page showed something in return, or at the end of all steps. */
  moment: 'asked' | 'answered' | 'shown' | 'end'
  /** Whether an answer waits for a press before it is shown. */
  waits: boolean
}

export interface Answers {
  /** Typed into every field for text. */
  words?: string
  /** Which radio button is chosen, from 0, at each step. */
  choice?: (step: number) => number
  /** Told of each state on the way. */
  look?: (state: State) => Promise<void>
}

/** Does an exercise from its first step to its end, by keyboard alone. */
export async function doByKeyboard(
  page: Page,
  screen: Locator,
  { words = 'Eli and Noor, from the evening class', choice = () => 1, look = async () => {} }: Answers = {},
) {
  const next = screen.locator('.pager-row > .button')
  const check = screen.locator('.recall-check, .check-answer, .forecast > .button')
  for (let step = 1; ; step++) {
    await look({ step, moment: 'asked', waits: false })
    const given = new Set<string>()
    await give(page, screen, given, words, choice(step))
    const waits = (await check.count()) > 0
    await look({ step, moment: 'answered', waits })
    if (waits) {
      await tabTo(page, check)
      await press(page, 'Enter')
      await give(page, screen, given, words, choice(step))
      await look({ step, moment: 'shown', waits: false })
    }
    if (!(await next.count())) break
    await tabTo(page, next)
    await press(page, 'Enter')
    if (await screen.locator('[data-state="end"]').count()) break
  }
  await look({ step: 0, moment: 'end', waits: false })
}

/** Answers whatever can be answered now and was not yet, in the order in which Tab comes by. */
async function give(page: Page, screen: Locator, given: Set<string>, words: string, choice: number) {
  const controls = screen.locator(':is(input, textarea, select):not([disabled], [readonly])')
  for (const control of await controls.all()) {
    const { type, group, adds } = await control.evaluate((element: HTMLInputElement) => ({
      type: element.type,
      group: element.name || element.id || element.type,
      adds: element.form !== null,
    }))
    if (given.has(group)) continue
    given.add(group)
    await tabTo(page, type === 'radio' ? screen.locator(`input[name="${group}"]`) : control)
    if (type === 'range') {
      await press(page, 'End')
    } else if (type === 'radio') {
      await press(page, 'Space')
      for (let at = 0; at < choice; at++) await press(page, 'ArrowDown')
    } else if (type === 'checkbox') {
      await press(page, 'Space')
    } else if (type === 'select-one') {
      await press(page, 'ArrowDown')
    } else if (adds) {
      // A field in a form adds one after the other.
      for (const each of [words, `2 ${words}`]) {
        await page.keyboard.type(each)
        await press(page, 'Enter')
      }
    } else {
      // The ninth of September reads the same with the day or the month first.
      await page.keyboard.type(type === 'date' ? '09092031' : words)
    }
  }
}
