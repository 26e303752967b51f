import type { Page } from 'playwright-chromium'
import { expect, it } from 'vitest'

import { fill } from '../../components/fill'
import { dayInWords } from '../../components/text/day'
import { findings } from './support/axe'
import { useBrowser } from './support/browser'
import { firstOrExample, lacking, planSentence, workshop } from './support/content'
import { press, tabTo } from './support/keyboard'
import { keyOf, openStage, ready, storedAnswer, tooWide } from './support/stage'

const { page: newPage } = useBrowser()
const labels = workshop.labels['skill-ladder']
const { next, back } = workshop.labels.exercise
const ladder = firstOrExample('skill-ladder')
const plan = firstOrExample('plan')
const SKIPPED = lacking('skill-ladder', 'plan')
/** A day as the workshop's language writes it. */
const day = (date: string) => dayInWords(date, workshop.language)
const onPhone = { viewport: { width: 390, height: 844 }, locale: 'en-GB' }

const screenOf = (page: Page) => page.locator('.exercise-screen')
async function push(page: Page, name: string) {
  await tabTo(page, screenOf(page).getByRole('button', { name, exact: true }))
  await press(page, 'Enter')
}
const weeks = async (page: Page) => JSON.parse((await storedAnswer(page, ladder.id))!).answer.weeks as object[]

it.skipIf(SKIPPED)(
  `a ladder is planned, tried and gone up by keyboard alone, over a reload in the middle, and the plan takes its next try${SKIPPED}`,
  async () => {
    const page = await newPage(onPhone)
    const screen = await openStage(page, ladder.id)
    await tabTo(page, screen.getByRole('radio'))
    await press(page, 'Space')
    await press(page, 'ArrowDown')
    await push(page, next)

    const skill = ladder.skills[1]!
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(skill.name)
    await tabTo(page, screen.getByRole('textbox', { name: labels.easy }))
    await page.keyboard.type('I ask Bao about the choir')
    expect(await findings(page)).toEqual([])
    await push(page, next)

    await tabTo(page, screen.getByLabel(labels.from))
    // The same day with the day or the month first.
    await page.keyboard.type('09092031')
    expect(await screen.getByRole('checkbox', { checked: true }).count(), 'three days to begin with').toBe(3)
    await tabTo(page, screen.getByRole('checkbox', { name: day('2031-09-10') }))
    await press(page, 'Space')
    await tabTo(page, screen.getByRole('checkbox', { name: day('2031-09-13') }))
    await press(page, 'Space')
    expect(await tooWide(page)).toEqual([])
    expect(await findings(page)).toEqual([])
    await push(page, next)

    await page.reload()
    await ready(page)
    await tabTo(page, screen.getByRole('checkbox', { name: labels.triedOn.replace('{day}', day('2031-09-09')) }))
    await press(page, 'Space')
    await tabTo(page, screen.getByRole('textbox', { name: fill(labels.metOn, { day: day('2031-09-09') }) }))
    await page.keyboard.type('He sang two lines.')
    await tabTo(page, screen.getByRole('radio'))
    await press(page, 'Space')
    await press(page, 'ArrowDown')
    expect(await tooWide(page)).toEqual([])
    expect(await findings(page)).toEqual([])
    await push(page, labels.another)
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(labels.log)
    await screen
      .getByRole('status')
      .getByText(labels.nextPlanned.replace('{day}', day('2031-09-16')))
      .waitFor()
    expect(await weeks(page)).toEqual([
      {
        from: '2031-09-09',
        step: 0,
        tries: [
          { at: 0, done: true, met: 'He sang two lines.' },
          { at: 1, done: false, met: '' },
          { at: 2, done: false, met: '' },
        ],
        next: 1,
      },
      { from: '2031-09-16', step: 1, tries: [0, 1, 2].map(at => ({ at, done: false, met: '' })) },
    ])
    await screen.getByText(skill.steps[1]).waitFor()
    const record = screen.locator('.ladder-record')
    expect((await record.innerText()).split('\n').filter(line => line.trim())).toEqual([
      fill(labels.weekNo, { n: 1, done: 1, all: 3 }),
      `${labels.easy}: I ask Bao about the choir`,
      `${day('2031-09-09')}: ${labels.triedThen}`,
      'He sang two lines.',
      `${day('2031-09-10')}: ${labels.notTried}`,
      `${day('2031-09-11')}: ${labels.notTried}`,
    ])
    expect(await tooWide(page)).toEqual([])
    expect(await findings(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await record.getByText('He sang two lines.').isVisible(), 'on paper').toBe(true)
    await page.emulateMedia({ media: null })
    await push(page, next)
    expect(await page.evaluate(() => document.activeElement!.textContent)).toContain(labels.found)
    expect(await findings(page)).toEqual([])

    const planned = await openStage(page, plan.id)
    await tabTo(page, planned.locator('summary'))
    await press(page, 'Enter')
    const idea = { if: labels.ideaIf.replace('{day}', day('2031-09-16')), then: skill.steps[1] }
    await planned.getByRole('status').getByText(planSentence(idea.if, idea.then!).slice(0, -1)).waitFor()
    await push(page, workshop.labels.plan.borrow)
    expect(await planned.getByRole('textbox').inputValue()).toBe(idea.if)
    expect(await findings(page)).toEqual([])
  },
)

it.skipIf(SKIPPED)(`a ladder that the activity before it kept as one note goes on from there${SKIPPED}`, async () => {
  const page = await newPage(onPhone)
  await openStage(page, ladder.id)
  await page.evaluate(
    ([key]) =>
      localStorage.setItem(
        key!,
        JSON.stringify({ version: 2, answer: { vote: '', note: 'The baker, the gate, the mayor', done: true } }),
      ),
    [keyOf(ladder.id)],
  )
  await page.reload()
  const screen = await ready(page)
  await tabTo(page, screen.getByRole('radio'))
  await press(page, 'Space')
  await push(page, next)
  expect(await screen.getByRole('textbox', { name: labels.easy }).inputValue()).toBe('The baker, the gate, the mayor')
  await screen.getByRole('button', { name: back }).waitFor()
})
