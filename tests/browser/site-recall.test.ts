import { readFile } from 'node:fs/promises'

import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { fill } from '../../components/fill'
import { plainText } from '../../components/text/rich-text'
import { canBeAskedAgain } from '../../site/recall-rounds'
import { findings } from './support/axe'
import { useBrowser } from './support/browser'
import { doByKeyboard, press, tabTo } from './support/keyboard'
import {
  address,
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

/** Opens the recall page; the screen of a kind is fetched once its round is there, and empty until then. */
async function openRecall(page: Page) {
  await openPage(page, 'recall.html')
  await page.locator('.recall-round').first().waitFor()
  await expect.poll(() => page.locator('.exercise-screen:empty').count()).toBe(0)
}

async function open(answers: Parameters<typeof keep>[1]) {
  const page = await newPage(onPhone)
  await keep(page, answers)
  await openRecall(page)
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
    await expect.poll(() => focused(page)).toBe(nameOf(2).slice(0, 60))
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

describe('the days of the rounds', () => {
  const days = workshop.labels.recallRound
  const at = (day: string) => new Date(`${day}T10:00:00`)
  const rows = (page: Page) => page.locator('.recall-dates li').allInnerTexts()

  it('stand from the day on which an exercise was finished, and say what is early, due and late', async () => {
    const page = await newPage(onPhone)
    await page.clock.setFixedTime(at('2031-04-01'))
    const home = lessons.find(({ module }) => exercisesOf(module).includes(asked[0]!.id))!
    await openPage(page, home.file)
    await doByKeyboard(page, page.locator(`[data-exercise="${asked[0]!.id}"]`), { choice: () => 1 })
    await keep(page, Object.fromEntries(asked.map(({ id }) => [id, allAnswers()[id]!])))

    await openPage(page, 'recall.html')
    await page
      .locator('.recall-dates')
      .getByText(fill(days.datesEarly, { day: 'Thursday 3 April' }))
      .waitFor()
    expect(await rows(page)).toHaveLength(workshop.followUp.length)
    expect(await findings(page)).toEqual([])

    await page.clock.setFixedTime(at('2031-04-03'))
    await openPage(page, 'recall.html')
    await page.locator('.recall-dates').getByText(days.datesToday).waitFor()

    await page.clock.setFixedTime(at('2031-04-12'))
    await openRecall(page)
    await page.locator('.recall-dates').getByText(days.datesLate).waitFor()
    for (const exercise of asked)
      await doByKeyboard(page, roundOf(page, exercise).locator('.exercise-screen'), { choice: () => 1 })
    expect((await rows(page))[0]).toBe(fill(days.roundDone, { round: 1, day: 'Thursday 3 April' }))
  })

  it('are counted from a day that the learner sets, over a reload, and go into a calendar file', async () => {
    const page = await newPage(onPhone)
    await page.clock.setFixedTime(at('2031-04-01'))
    await openPage(page, 'recall.html')
    await page.locator('.recall-dates').getByText(days.datesNone).waitFor()
    await page.getByLabel(days.datesFrom).fill('2031-03-31')
    expect((await rows(page))[0]).toContain('Wednesday 2 April')
    await page.reload()
    await expect.poll(() => rows(page)).toHaveLength(workshop.followUp.length)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: days.saveDates }).click(),
    ])
    const file = await readFile(await download.path(), 'utf8')
    expect(file.match(/^DTSTART;VALUE=DATE:\d+/gm)).toEqual(
      ['20310402', '20310407', '20310430'].map(day => `DTSTART;VALUE=DATE:${day}`),
    )
  })
})

describe('the questions for later', () => {
  const [first] = workshop.followUp
  const words = workshop.labels.debrief
  const section = (page: Page) => page.locator('.later-questions .debrief-alone').first()

  it('are written about by keyboard alone, compared after that, kept, and taken home', async () => {
    const page = await open({})
    const { ask, compare } = first!.ask[0]!
    const field = section(page).getByRole('textbox', { name: plainText(ask) })
    await tabTo(page, field)
    await page.keyboard.type('Three of the four, and then the last.')
    expect(await section(page).getByText(plainText(compare)).count(), 'before it is asked for').toBe(0)
    await tabTo(page, section(page).getByRole('button', { name: words.compare }))
    await press(page, 'Enter')
    await section(page).getByText(plainText(compare)).waitFor()
    expect(await findings(page)).toEqual([])
    await page.reload()
    await section(page).getByText(plainText(compare)).waitFor()
    expect(await field.inputValue()).toBe('Three of the four, and then the last.')
    await openPage(page, 'take-home.html')
    const document = page.locator('.document')
    await document.getByRole('heading', { name: workshop.labels.takeHome.later }).waitFor()
    await document.getByText('Three of the four, and then the last.').waitFor()
  })

  it('stand there without fields where scripts are switched off', async () => {
    const page = await newPage({ ...onPhone, javaScriptEnabled: false })
    await page.goto(address('recall.html'))
    for (const { ask } of workshop.followUp.flatMap(({ ask }) => ask))
      expect(await page.getByText(plainText(ask)).isVisible(), plainText(ask)).toBe(true)
    expect(await page.getByText(plainText(first!.ask[0]!.compare)).count()).toBe(0)
  })
})
