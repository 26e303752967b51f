import { expect } from 'vitest'

import type { EngineLocator } from '../../engines/driver'

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
  /** Called in each state on the way. */
  look?: (state: State) => Promise<void>
}

/** What an answer may be given to. */
export interface Control {
  at: EngineLocator
  type: string
  /** All radio buttons of the same group; the control itself where it is none. */
  group: EngineLocator
  /** Whether it adds one entry after the other, as a field in a form does. */
  adds: boolean
}

/** How an exercise is operated: by keyboard, by finger. */
export interface Hand {
  press: (button: EngineLocator) => Promise<void>
  /**
   * Answers one control.
   * @param words for a field for text
   * @param choice which radio button of the group, from 0
   */
  give: (control: Control, words: string, choice: number) => Promise<void>
}

/** Does an exercise from its first step to its end. */
export async function doExercise(
  screen: EngineLocator,
  hand: Hand,
  { words = 'Eli and Noor, from the evening class', choice = () => 1, look = async () => {} }: Answers = {},
) {
  // The screen of a kind is fetched; where nobody had it before, its place is there first, and empty.
  await expect
    .poll(() => screen.evaluateAll(([place]) => place !== undefined && place.childElementCount > 0), {
      message: 'the screen has come',
    })
    .toBe(true)
  const next = screen.locator(NEXT)
  const check = screen.locator(CHECK)
  const way = screen.locator(WAY)
  for (let step = 1; ; step++) {
    await look({ step, moment: 'asked', waits: false })
    const given = new Set<string>()
    await giveAll(screen, hand, given, words, choice(step))
    const { waits } = await onScreen(screen)
    await look({ step, moment: 'answered', waits })
    if (waits) {
      await hand.press(check)
      await giveAll(screen, hand, given, words, choice(step))
      if ((await onScreen(screen)).hasWay) await hand.press(way)
      await look({ step, moment: 'shown', waits: false })
    }
    if (!(await onScreen(screen)).goesOn) break
    await hand.press(next)
    if ((await onScreen(screen)).ended) break
  }
  await look({ step: 0, moment: 'end', waits: false })
}

const NEXT = '.pager-row > .button'
const CHECK = '.forecast > .button, [data-shows]'
/** What was not reached by playing has a way to look at. */
const WAY = '[data-way]'
const CONTROLS = ':is(input, textarea, select):not([disabled], [readonly])'
const BINS = '.map-bin'

/** What there is to operate, by one question to the browser: each takes as long as a key that is pressed. */
const onScreen = (screen: EngineLocator) =>
  screen.evaluateAll(
    ([screen], { next, check, way, bins, controls }) => ({
      goesOn: screen!.querySelector(next) !== null,
      waits: screen!.querySelector(check) !== null,
      hasWay: screen!.querySelector(way) !== null,
      ended: screen!.querySelector('[data-state="end"]') !== null,
      bins: screen!.querySelectorAll(bins).length,
      controls: [...screen!.querySelectorAll<HTMLInputElement>(controls)].map(({ type, name, id, form }) => ({
        type,
        group: name || id || type,
        adds: form !== null,
      })),
    }),
    { next: NEXT, check: CHECK, way: WAY, bins: BINS, controls: CONTROLS },
  )

/** Puts one person after the other into a bin. */
async function putAll(screen: EngineLocator, hand: Hand, choice: number) {
  for (let turn = 0; turn < 60; turn++) {
    const { bins } = await onScreen(screen)
    if (!bins) return
    await hand.press((await screen.locator(BINS).all())[choice % bins]!)
  }
}

/** Answers whatever can be answered now and was not yet, in the order in which Tab comes by. */
async function giveAll(screen: EngineLocator, hand: Hand, given: Set<string>, words: string, choice: number) {
  const places = await screen.locator(CONTROLS).all()
  let seen = await onScreen(screen)
  for (const [index, at] of places.entries()) {
    const control = seen.controls[index]
    if (!control || given.has(control.group)) continue
    const { type, group, adds } = control
    given.add(group)
    await hand.give(
      { at, type, group: type === 'radio' ? screen.locator(`input[name="${group}"]`) : at, adds },
      words,
      choice,
    )
    // What was given may have changed what comes after it.
    seen = await onScreen(screen)
  }
  if (seen.bins) await putAll(screen, hand, choice)
}
