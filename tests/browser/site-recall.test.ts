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

const { page: newPage } = useBrowser()
const labels = workshop.labels.recallRound
const original = Object.values(workshop.exercises).find(canBeAskedAgain)!
const items = original.kind === 'recall' ? original.items : []
const heading = (page: Page) => page.locator('.recall-round h2')
const screen = (page: Page) => page.locator('.recall-round .exercise-screen')

async function open(answers: Parameters<typeof keep>[1]) {
  const page = await newPage(onPhone)
  await keep(page, answers)
  await openPage(page, 'recall.html')
  await page.locator('.recall-round').waitFor()
  return page
}

describe('the recall page', () => {
  it('links to the first asking while that is not answered', async () => {
    const page = await newPage(onPhone)
    await openPage(page, 'recall.html')
    await page.getByText(labels.first).waitFor()
    const home = lessons.find(({ module }) => exercisesOf(module).includes(original.id))!
    await page.getByRole('link', { name: fill(labels.firstLink, { title: original.title }) }).click()
    await page.waitForURL(new RegExp(`${home.file}#${original.id}$`))
  })

  it('asks round after round what was not known, by keyboard alone, until all was known', async () => {
    const page = await open(allAnswers(false))
    expect(await heading(page).innerText()).toBe(fill(labels.round, { n: 1 }))
    await screen(page).getByText(`1 of ${items.length}`).waitFor()
    // The second mark says “a part”, and the first option is right now and then.
    await doByKeyboard(page, screen(page), { choice: () => 1 })
    await tabTo(page, page.getByRole('button', { name: labels.more }))
    expect(await findings(page)).toEqual([])
    await press(page, 'Enter')
    expect(await focused(page)).toBe(fill(labels.round, { n: 2 }))
    await screen(page)
      .getByText(/^1 of \d+$/)
      .waitFor()
    const left = Number(/1 of (\d+)/.exec(await screen(page).innerText())![1])
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(items.length)
    // A round that was begun waits where it was left.
    await page.reload()
    await expect.poll(() => heading(page).innerText()).toBe(fill(labels.round, { n: 2 }))
  })

  it('says so when all was known, and asks everything again on request', async () => {
    const page = await open({ [original.id]: answerTo(original, true) })
    await page.getByText(labels.allKnown).waitFor()
    expect(await screen(page).count()).toBe(0)
    expect(await findings(page)).toEqual([])
    await tabTo(page, page.getByRole('button', { name: labels.again }))
    await press(page, 'Enter')
    expect(await focused(page)).toBe(fill(labels.round, { n: 1 }))
    await screen(page).getByText(`1 of ${items.length}`).waitFor()
    await doByKeyboard(page, screen(page), { choice: () => 2 })
    await page.getByRole('button', { name: labels.more }).waitFor()
  })

  it('asks nothing twice that was known: one miss makes a round of one', async () => {
    const answer = answerTo(original, true)
    const given = (answer.answer as { items: Record<string, object> }).items
    const missed = items.find(({ options }) => !options)!
    given[missed.id] = { given: 'x', checked: true, mark: 'not' }
    const page = await open({ [original.id]: answer })
    await screen(page).getByText('1 of 1').waitFor()
    await doByKeyboard(page, screen(page), { choice: () => 0 })
    await page.getByRole('status').getByText(labels.allKnown).waitFor()
    await tabTo(page, page.getByRole('button', { name: labels.again }))
    await press(page, 'Enter')
    expect(await focused(page)).toBe(fill(labels.round, { n: 2 }))
    await screen(page).getByText(`1 of ${items.length}`).waitFor()
  })
})
