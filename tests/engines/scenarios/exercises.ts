import { describe, expect, it } from 'vitest'

import { headingOf } from '../../../model/page-names'
import { doByFinger } from '../../browser/support/finger'
import { hydratedExercise } from '../../browser/support/kept'
import { doByKeyboard, press, tabTo } from '../../browser/support/keyboard'
import { exercisesOf, lessons, openPage, PHONE, workshop } from '../../browser/support/site-pages'
import { everything, everythingSettled, openStage, ready, storedAnswer } from '../../browser/support/stage'
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

/** Every exercise, done, kept and cleared; by keyboard in its lesson, and pressed on a page of its own. */
export function exercises({ driver, page: sharedPage }: EngineUnderTest) {
  const hand = driver.touches ? 'touch' : 'mouse (the driver has no touch)'
  describe.each(inLessons)('the exercise $id', ({ file, id }) => {
    it('is done by keyboard alone in its lesson, stands there after a reload, and is cleared', async () => {
      const page = await sharedPage()
      await page.setViewportSize(PHONE)
      let screen = await openInLesson(page, file, id)
      const empty = await everything(page, inLesson(id))
      await page.reload()
      screen = await openInLesson(page, file, id)
      await doByKeyboard(page, screen, { words: NAMES })
      const answered = await everythingSettled(page, inLesson(id))
      expect(answered).not.toEqual(empty)
      await expect.poll(() => storedAnswer(page, id)).not.toBeNull()

      await page.reload()
      screen = await openInLesson(page, file, id)
      await expect.poll(() => everything(page, inLesson(id))).toEqual(answered)
      await tabTo(page, screen.getByRole('button', { name: labels.clear, exact: true }))
      await press(page, 'Enter')
      await tabTo(page, screen.getByRole('button', { name: labels.clearYes, exact: true }))
      await press(page, 'Enter')
      await expect.poll(() => storedAnswer(page, id)).toBeNull()
      await expect.poll(() => everything(page, inLesson(id))).toEqual(empty)
    })

    it(`is done by ${hand} on its own page, and stands there after a reload`, async () => {
      const page = await sharedPage()
      await page.setViewportSize(PHONE)
      await openStage(page, id)
      const empty = await everything(page)
      await page.reload()
      await doByFinger(
        page,
        await ready(page),
        async (target, position) => {
          await (driver.touches ? target.tap({ position }) : target.click({ position }))
        },
        { words: NAMES },
      )
      const answered = await everythingSettled(page)
      expect(answered).not.toEqual(empty)
      await page.reload()
      await ready(page)
      await expect.poll(() => everything(page)).toEqual(answered)
    })
  })
}
