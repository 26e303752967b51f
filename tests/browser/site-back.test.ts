import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { useBrowser } from './support/browser'
import { PAPER, paperOf } from './support/colours'
import { hydratedExercise } from './support/kept'
import {
  answerTo,
  exercisesOf,
  files,
  hydrateAll,
  keep,
  lessons,
  onPhone,
  openPage,
  WORDS,
  workshop,
} from './support/site-pages'

const { context: newContext } = useBrowser()
const { takeHome } = workshop.labels
const recall = Object.values(workshop.exercises).find(({ kind }) => kind === 'recall')!
const written = Object.values(workshop.exercises).find(({ kind }) => kind === 'reframe')!
const lessonOf = (id: string) => lessons.find(({ module }) => exercisesOf(module).includes(id))!.file

/**
 * A page that was left stays in the back/forward cache: it hears nothing, and comes back as it was. Headless Chromium
 * has no such cache, so the page stays open here, hears from no other page, and gets the event that it would come back
 * with.
 */
describe('a page that comes back from the back/forward cache', () => {
  async function openPages(answers: Parameters<typeof keep>[1], file: string) {
    const context = await newContext(onPhone)
    const page = await context.newPage()
    await keep(page, answers)
    await page.addInitScript(() =>
      addEventListener('storage', event => event.stopImmediatePropagation(), { capture: true }),
    )
    await openPage(page, file)
    return { page, other: await context.newPage() }
  }
  async function comeBack(page: Page) {
    await page.bringToFront()
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  }

  async function deleteEverything(page: Page) {
    await openPage(page, 'take-home.html')
    await page.getByRole('button', { name: takeHome.deleteAll }).click()
    await page.getByRole('button', { name: takeHome.deleteYes }).click()
  }

  const stored = (page: Page) => page.evaluate(() => JSON.stringify(localStorage))

  it('shows no deleted answer, and writes none back with the next letter', async () => {
    const { page, other } = await openPages({ [written.id]: answerTo(written) }, lessonOf(written.id))
    const exercise = await hydratedExercise(page, written.id)
    await deleteEverything(other)
    await comeBack(page)
    const text = () =>
      exercise.evaluate(place =>
        [place.textContent, ...[...place.querySelectorAll('textarea')].map(({ value }) => value)].join('\n'),
      )
    expect(await text()).not.toContain(WORDS)
    // It stands at its beginning: there is no way back from here.
    expect(await exercise.locator('.pager-row > .button-quiet:not([disabled])').count()).toBe(0)
    await exercise.locator('input[type=range]').press('ArrowRight')
    const { answer } = JSON.parse(
      (await page.evaluate(
        id => Object.entries(localStorage).find(([key]) => key.endsWith(`:answer:${id}`))?.[1] as string,
        written.id,
      ))!,
    ) as { answer: { after?: number } }
    expect(answer.after).toBeUndefined()
    expect(await stored(page)).not.toContain(WORDS)
  })

  it('asks nothing again that was deleted', async () => {
    const { page, other } = await openPages({ [recall.id]: answerTo(recall, false) }, 'recall.html')
    await page.locator('.recall-round .pager').first().waitFor()
    await deleteEverything(other)
    await comeBack(page)
    expect(await page.locator('.recall-round').first().innerText()).toContain(workshop.labels.recallRound.first)
  })

  it('has the colours, the progress and the place of now', async () => {
    const { page, other } = await openPages({}, files[0]!)
    expect(await page.locator('.resume').count()).toBe(0)
    const lesson = lessonOf(written.id)
    await openPage(other, lesson)
    await other.locator('.settings summary').click()
    await other.locator('.settings').getByRole('radio', { name: workshop.labels.site.coloursDark }).check()
    const exercise = await hydratedExercise(other, written.id)
    await exercise.locator('input[type=range]').press('ArrowRight')
    await openPage(other, 'about.html')
    await comeBack(page)
    expect(await paperOf(page)).toBe(PAPER.dark)
    expect(await page.locator('.resume a').getAttribute('href')).toContain(lesson)
    await page.locator('.settings summary').click()
    await expect
      .poll(() => page.locator('.settings').getByRole('radio', { checked: true }).getAttribute('value'))
      .toBe('dark')
  })
})

it('a page that is loaded again shows what is stored, and not what the browser puts back into its fields', async () => {
  const page = await (await newContext(onPhone)).newPage()
  await page.addInitScript(words => {
    addEventListener('DOMContentLoaded', () => {
      for (const field of document.querySelectorAll('textarea')) field.value = words
      for (const choice of document.querySelectorAll<HTMLInputElement>('.exercise-screen [type=radio]'))
        choice.checked = true
    })
  }, WORDS)
  await openPage(page, lessonOf(recall.id))
  const exercises = await hydrateAll(page)
  expect(
    await exercises
      .locator('textarea')
      .evaluateAll(fields => fields.map(field => (field as HTMLTextAreaElement).value)),
  ).not.toContain(WORDS)
  expect(await exercises.locator('[type=radio]:checked').count()).toBe(0)
})

it('settings of two open pages add up: neither writes over what the other has set', async () => {
  const context = await newContext(onPhone)
  const [first, second] = [await context.newPage(), await context.newPage()]
  for (const page of [first, second]) await openPage(page, files[1]!)
  await second.locator('.settings summary').click()
  await second.locator('.settings').getByRole('button', { name: workshop.labels.site.larger }).click()
  await expect.poll(() => first.locator('html').getAttribute('data-size')).toBe('1')
  await first.locator('.settings summary').click()
  await first.locator('.settings').getByRole('radio', { name: workshop.labels.site.coloursDark }).check()
  await expect.poll(() => paperOf(second)).toBe(PAPER.dark)
  expect(await first.locator('html').getAttribute('data-size')).toBe('1')
})
