import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { fill } from '../../components/fill'
import { canBeAskedAgain } from '../../site/rounds'
import { findings } from './support/axe'
import { useBrowser } from './support/browser'
import { doByKeyboard, press, tabTo } from './support/keyboard'
import {
  allAnswers,
  answerTo,
  exercisesOf,
  focused,
  keep,
  lessons,
  onPhone,
  openPage,
  workshop,
} from './support/site-pages'
import { keyOf } from './support/stage'

const { page: newPage } = useBrowser()
const labels = workshop.labels.recallRound
const asked = Object.values(workshop.exercises).filter(canBeAskedAgain)

const roundOf = (page: Page, { title }: { title: string }) =>
  page.locator('.recall-round').filter({ has: page.getByRole('heading', { name: title }) })

async function open(answers: Parameters<typeof keep>[1]) {
  const page = await newPage(onPhone)
  await keep(page, answers)
  await openPage(page, 'recall.html')
  await page.locator('.recall-round').first().waitFor()
  return page
}

describe.each(asked)('the recall page, of $id,', exercise => {
  const nameOf = (n: number) => fill(labels.round, { title: exercise.title, n })

  it('links to the first asking while that is not answered', async () => {
    const page = await open({})
    const round = roundOf(page, exercise)
    await round.getByText(labels.first).waitFor()
    const home = lessons.find(({ module }) => exercisesOf(module).includes(exercise.id))!
    await round.getByRole('link', { name: fill(labels.firstLink, { title: exercise.title }) }).click()
    await page.waitForURL(new RegExp(`${home.file}#${exercise.id}$`))
  })

  it('asks round after round, by keyboard alone, whatever was known', async () => {
    const page = await open(allAnswers(true))
    const round = roundOf(page, exercise)
    const heading = round.locator('h2')
    expect(await heading.innerText()).toBe(nameOf(1))
    const first = await round.locator('.exercise-screen').innerText()
    await doByKeyboard(page, round.locator('.exercise-screen'), { choice: () => 1 })
    await round.getByRole('status').getByText(labels.finished).waitFor()
    await tabTo(page, round.getByRole('button', { name: labels.more }))
    expect(await findings(page)).toEqual([])
    await press(page, 'Enter')
    expect(await focused(page)).toBe(nameOf(2).slice(0, 60))
    const second = await round.locator('.exercise-screen').innerText()
    // Questions are the same on every day, and stories are new ones.
    expect(second === first).toBe(exercise.kind === 'recall')
    // A round that was begun waits where it was left.
    await page.reload()
    await expect.poll(() => heading.innerText()).toBe(nameOf(2))
  })

  it('begins with what it can read, when a round was kept in a way that nobody can', async () => {
    const page = await newPage(onPhone)
    await keep(page, { [exercise.id]: answerTo(exercise, true) })
    await page.evaluate(
      ([key, text]) => localStorage.setItem(key!, text!),
      [keyOf(`${exercise.id}/round-1`), '{"version":1,"answer":[[]]'],
    )
    await openPage(page, 'recall.html')
    await expect.poll(() => roundOf(page, exercise).locator('h2').innerText()).toBe(nameOf(1))
  })
})
