import { describe, expect, it } from 'vitest'

import { kindOf } from '../../../components/exercises/registry'
import { headingOf } from '../../../model/page-names'
import { answerTo, HOSTILE } from '../../browser/support/answers'
import type { State } from '../../browser/support/do-exercise'
import { doByFinger } from '../../browser/support/finger'
import { judging } from '../../browser/support/judged'
import { hydratedExercise } from '../../browser/support/kept'
import { doByKeyboard, press, tabTo } from '../../browser/support/keyboard'
import { ENLARGED, exercisesOf, lessons, openPage, PHONE, progressOf, workshop } from '../../browser/support/site-pages'
import {
  everything,
  everythingSettled,
  keyOf,
  openStage,
  ready,
  storedAnswer,
  tooWide,
} from '../../browser/support/stage'
import { untilSeen } from '../../browser/support/until'
import type { EngineLocator, EnginePage } from '../driver'
import type { EngineUnderTest } from '../use-engine'

const { answer: labels } = workshop.labels
/** Typed into every field for text, letter by letter: whether long words fit is tested with Chromium. */
const NAMES = 'Eli and Noor'

/** Every exercise of the workshop, with the lesson that it stands in. */
const inLessons = lessons.flatMap(({ file, module }) => exercisesOf(module).map(id => ({ file, id })))

const inLesson = (id: string) => `.exercise-screen[data-exercise="${id}"]`

/** An exercise in its lesson, hydrated, with the focus before it: what lies far ahead is no business of these tests. */
async function openInLesson(page: EnginePage, file: string, id: string): Promise<EngineLocator> {
  await openPage(page, file)
  await hydratedExercise(page, id)
  // Some are fetched only when they are hydratedExercise.
  await untilSeen(page, `${inLesson(id)} > *`)
  await page.locator(`#${headingOf(id)}`).evaluate(element => {
    const title = element as HTMLElement
    title.tabIndex = -1
    title.focus()
  })
  return page.locator(inLesson(id))
}

const kindNameOf = (id: string) => workshop.exercises[id]!.kind
/** The first exercise of each kind. */
const firstOfKind = new Map([...inLessons].reverse().map(({ id }) => [kindNameOf(id), id]))

/** Puts something where an answer should be. */
const put = (page: EnginePage, id: string, stored: string) =>
  page.evaluate(([key, stored]) => localStorage.setItem(key, stored), [keyOf(id), stored] as const)

/** Cut off in the middle. */
const UNREADABLE = '{"version":1,"answer":'

/** An answer of the right shape, with words that would run in place of every text, number and flag. */
function hostileTo(id: string): string {
  const exercise = workshop.exercises[id]!
  const answer = answerTo(exercise, HOSTILE, HOSTILE, HOSTILE)
  return JSON.stringify({ version: kindOf(exercise.kind).version, answer })
}

/** By keyboard: clears an answer, and says that this is meant. */
async function clear(page: EnginePage, screen: EngineLocator, id: string) {
  await tabTo(page, screen.getByRole('button', { name: labels.clear, exact: true }))
  await press(page, 'Enter')
  await tabTo(page, screen.getByRole('button', { name: labels.clearYes, exact: true }))
  await press(page, 'Enter')
  await expect.poll(() => storedAnswer(page, id)).toBeNull()
}

/** Calls back once, at a state in the middle of an exercise; at the last one where it has no middle. */
function onceMidway(hasSteps: boolean, callBack: () => Promise<void>) {
  let isPast = false
  return async ({ step, moment }: State) => {
    if (isPast || (hasSteps ? step !== 3 && moment !== 'end' : moment !== 'answered')) return
    isPast = true
    await callBack()
  }
}

const nameOf = ({ step, moment }: State) => (moment === 'end' ? 'end' : `step ${step}, ${moment}`)

/** Every exercise, done, kept and cleared; by keyboard in its lesson, and pressed on a page of its own. */
export function exercises({ driver, page: sharedPage }: EngineUnderTest) {
  const hand = driver.touches ? 'touch' : 'mouse (the driver has no touch)'
  const judge = judging()

  describe.each(inLessons)('the exercise $id', ({ file, id }) => {
    it('is done by keyboard alone in its lesson whatever lay in its place, fits a phone in every state, stands there after a reload in the middle and one at the end, and is cleared', async () => {
      const page = await sharedPage()
      await page.setViewportSize(PHONE)
      let screen = await openInLesson(page, file, id)
      const empty = await everything(page, inLesson(id))
      await put(page, id, UNREADABLE)
      await page.reload()
      screen = await openInLesson(page, file, id)
      const hasSteps = (await screen.locator('.pager-row > .button').count()) > 0
      const found: Record<string, string[]> = {}
      const loadAgain = onceMidway(hasSteps, async () => {
        const before = await storedAnswer(page, id)
        expect(before).not.toBe(UNREADABLE)
        await page.reload()
        await openInLesson(page, file, id)
        expect(await storedAnswer(page, id)).toBe(before)
      })
      await doByKeyboard(page, screen, {
        words: NAMES,
        async look(state) {
          await loadAgain(state)
          const wrong = await tooWide(page)
          if (wrong.length) found[nameOf(state)] = wrong
        },
      })
      // In words as well: a report on a test that passed when repeated has the message alone.
      expect(found, JSON.stringify(found)).toEqual({})
      const answered = await everythingSettled(page, inLesson(id))
      expect(answered).not.toEqual(empty)
      await expect.poll(async () => progressOf(id, await storedAnswer(page, id))).toBe('done')

      await page.reload()
      screen = await openInLesson(page, file, id)
      await expect.poll(() => everything(page, inLesson(id))).toEqual(answered)
      await clear(page, screen, id)
      await expect.poll(() => everything(page, inLesson(id))).toEqual(empty)
    })

    const isFirstOfKind = firstOfKind.get(kindNameOf(id)) === id
    it(`is done by ${hand} on its own page, and stands there after a reload${isFirstOfKind ? '; then by keyboard alone at 400 %, whatever lies in its place' : ''}; it is sound to axe in light and dark in every state`, async () => {
      const page = await sharedPage()
      await page.setViewportSize(PHONE)
      const screen = await openStage(page, id)
      const found: Record<string, string[]> = {}
      const look = async (state: string) => {
        const wrong = [...(await tooWide(page)), ...(await judge(page, '.exercise-screen'))]
        if (wrong.length) found[state] = wrong
      }
      await doByFinger(
        page,
        screen,
        async (target, position) => {
          await (driver.touches ? target.tap({ position }) : target.click({ position }))
        },
        { words: NAMES, look: state => look(nameOf(state)) },
      )
      const answered = await everythingSettled(page)
      await expect.poll(() => storedAnswer(page, id)).not.toBeNull()
      await page.reload()
      await ready(page)
      await expect.poll(() => everything(page)).toEqual(answered)

      if (isFirstOfKind) {
        await page.setViewportSize(ENLARGED)
        await put(page, id, hostileTo(id))
        await page.reload()
        await ready(page)
        await look('at 400 %: spoilt')
        if (await screen.getByRole('button', { name: labels.clear, exact: true }).count()) await clear(page, screen, id)
        await doByKeyboard(page, screen, { words: NAMES, look: state => look(`at 400 %: ${nameOf(state)}`) })
        await expect.poll(async () => progressOf(id, await storedAnswer(page, id))).toBe('done')
        expect(await page.evaluate(() => 'ran' in window), 'what lay there has run').toBe(false)
      }
      expect(found, JSON.stringify(found)).toEqual({})
    })
  })
}
