import type { Locator } from 'playwright-chromium'

import type { LearnerExercise } from '../../../model/views'
import { examples } from '../../fixtures/examples'
import { planSentence, workshop } from './content'

/** What somebody with a lot to say writes; longer than any line of ours. */
export const LONG =
  'At the supplier day in March, with eighty people and name badges, I would like to find the two colleagues from Thessaloniki who have moved their whole ward to shorter nights, and ask what they tried first.'
/** A line of its own: a moment, an act. */
const LINE = 'I have sat down with my coffee on the late train home after the ward meeting'
/** A short field, such as a partner's name. */
const NAME = 'Anneliese-Marie Featherstonehaugh'

/** So many people stand on a map where nobody looks at how many there is room for. */
const FEW = 5

/**
 * Fills in one exercise from its first step to its last, with the longest answers one might give.
 * @param look called in each state on the way; without it, nothing is opened that is there to be looked at alone
 */
export async function fillIn(screen: Locator, look?: (state: string) => Promise<void>) {
  const next = screen.locator('.pager-row > .button')
  for (let number = 1; ; number++) {
    await look?.(`step ${number}, empty`)
    await answerStep(screen, look ? Infinity : FEW)
    // A plan is put into one sentence a moment after it was typed.
    if (number > 1 && (await screen.getAttribute('data-kind')) === 'plan')
      await screen
        .getByRole('status')
        .getByText(number === 2 ? planSentence(LINE, LINE) : NAME)
        .waitFor()
    if (look) await lookAround(screen, state => look(`step ${number}, ${state}`))
    if (!(await next.count())) return
    await pressOn(next, 'Enter')
  }
}

/** By keys: before a click Playwright waits for two frames, to see that nothing moves. */
async function pressOn(target: Locator, key: string) {
  await target.focus()
  await target.page().keyboard.press(key)
}

/** Shows what has been answered, what can be opened, and what is asked before an answer is cleared. */
async function lookAround(screen: Locator, look: (state: string) => Promise<void>) {
  await look('answered')
  for (const more of await screen.locator('summary').all()) {
    await pressOn(more, 'Enter')
    await look('with more opened')
    await pressOn(more, 'Enter')
  }
  const clear = screen.getByRole('button', { name: workshop.labels.answer.clear })
  if (await clear.count()) {
    await pressOn(clear, 'Enter')
    await look('asked whether to clear')
    await pressOn(screen.getByRole('button', { name: workshop.labels.answer.clearNo }), 'Enter')
  }
}

/** How each kind of control is answered, in this order. */
const WAYS: [controls: string, answer: (screen: Locator, controls: string, most: number) => Promise<void>][] = [
  [
    'textarea',
    async (screen, controls) => {
      for (const field of await screen.locator(controls).all()) await field.fill(LONG)
    },
  ],
  [
    // A field in a form adds one after the other, as long as there is room for more.
    'form input[type="text"]',
    async (screen, controls, most) => {
      const adding = screen.locator(controls)
      for (let number = 1; number <= most && (await adding.count()); number++) {
        await adding.fill(`M${number} Featherstonehaugh`)
        await pressOn(adding, 'Enter')
      }
    },
  ],
  [
    'input[type="text"]:not(form *)',
    async (screen, controls) => {
      for (const field of await screen.locator(controls).all())
        await field.fill((await field.getAttribute('maxlength')) === '80' ? NAME : LINE)
    },
  ],
  [
    'input[type="date"]',
    async (screen, controls) => {
      for (const field of await screen.locator(controls).all()) await field.fill('2031-09-24')
    },
  ],
  [
    'input[type="range"]',
    async screen => {
      for (const slider of await screen.getByRole('slider').all()) await pressOn(slider, 'End')
    },
  ],
  [
    'input[type="checkbox"]',
    async screen => {
      for (const box of await screen.getByRole('checkbox').all())
        if (!(await box.isChecked())) await pressOn(box, 'Space')
    },
  ],
  [
    'input[type="radio"]',
    async screen => {
      const choices = screen.getByRole('radio')
      if (await choices.count()) await choices.last().check()
    },
  ],
]

async function answerStep(screen: Locator, most: number) {
  /** Which kinds are there, by one question: what was answered may have changed what comes after it. */
  const there = () =>
    screen.evaluate(
      (screen, kinds) => kinds.map(kind => screen.querySelector(kind) !== null),
      WAYS.map(([controls]) => controls),
    )
  let found = await there()
  for (const [index, [controls, answer]] of WAYS.entries()) {
    if (!found[index]) continue
    await answer(screen, controls, most)
    found = await there()
  }
}

/** Words that would run, if ever they became a part of a page. */
export const HOSTILE =
  '<img src="/nothing" onerror="window.ran = true"><script>window.ran = true</script><a href="javascript:window.ran = true">{{ window.ran = true }}</a>'

/** An answer with all that it may have: this text, this number and this flag in every place for one. */
export function answerTo(exercise: LearnerExercise, text: unknown, number: unknown, flag: unknown): unknown {
  const each = <T>(given: readonly { id: string }[], value: T) => Object.fromEntries(given.map(({ id }) => [id, value]))
  switch (exercise.kind) {
    case 'self-check':
      return { chosen: each(exercise.statements, number) }
    case 'forecast':
      return { guess: number, shown: flag }
    case 'reframe':
      return { before: number, after: number, words: each(exercise.prompts, text) }
    case 'recall':
      return { items: each(exercise.items, { given: text, checked: flag, mark: text }) }
    case 'plan':
      return { if: text, then: text, date: text, madeOn: text, partner: text, said: flag }
    case 'activity':
      return {
        vote: text,
        note: text,
        done: flag,
      }
    default:
      return changed(examples.find(({ name }) => name === exercise.kind)!.stored.answer)
  }
  /** The example answer of a kind that is not above, with these in place of its texts, numbers and flags. */
  function changed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(changed)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner)]))
    return typeof value === 'string' ? text : typeof value === 'number' ? number : flag
  }
}
