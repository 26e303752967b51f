import type { EngineLocator, EnginePage } from '../../engines/driver'
import type { Answers, Control } from './do-exercise'
import { doExercise } from './do-exercise'
import { write } from './keyboard'

/** How a control or a button is pressed: by a touch, or by a mouse where a driver has no touch. */
export type Tap = (target: EngineLocator, position?: { x: number; y: number }) => Promise<void>

/** Does an exercise from its first step to its end by pressing, with the keyboard for words alone. */
export async function doByFinger(page: EnginePage, screen: EngineLocator, tap: Tap, answers?: Answers) {
  await doExercise(
    screen,
    { press: tap, give: (control, words, choice) => give(page, control, tap, words, choice) },
    answers,
  )
}

async function give(page: EnginePage, { at, type, group, adds }: Control, tap: Tap, words: string, choice: number) {
  if (type === 'range') {
    const { width, height } = await at.evaluateAll(([element]) => {
      const { width, height } = element!.getBoundingClientRect()
      return { width, height }
    })
    await tap(at, { x: width * 0.8, y: height / 2 })
  } else if (type === 'radio') {
    const options = await group.all()
    await tap(options[Math.min(choice, options.length - 1)]!)
  } else if (type === 'checkbox') {
    await tap(at)
  } else if (type === 'select-one') {
    // The list that opens is the system's and no part of the page.
    await tap(at)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  } else if (adds) {
    for (const each of [words, `2 ${words}`]) {
      await tap(at)
      await write(page, each)
      await page.keyboard.press('Enter')
    }
  } else {
    await tap(at)
    if (type === 'date') await page.keyboard.type('09/09/2031')
    else await write(page, words)
  }
}
