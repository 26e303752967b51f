import type { Locator, Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { fill } from '../../components/fill'
import { plainText } from '../../components/text/rich-text'
import { findings } from './support/axe'
import { useBrowser } from './support/browser'
import { firstOrExample, lacking, workshop } from './support/content'
import { press, tabTo } from './support/keyboard'
import { openStage, ready, storedAnswer, tooWide } from './support/stage'

const { context: newContext, page: newPage } = useBrowser()
const { labels } = workshop
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'en-GB' }

const stored = async (page: Page, id: string) =>
  (JSON.parse((await storedAnswer(page, id))!) as { answer: Record<string, unknown> }).answer

async function pressButton(page: Page, screen: Locator, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await tabTo(page, screen.getByRole('button', { name, exact: true }), key)
  await press(page, 'Enter')
}
/** From wherever the focus is, back to the first control and on. */
async function fromTheTop(page: Page, screen: Locator) {
  await screen
    .locator('[data-focus]')
    .first()
    .evaluate(story => (story as HTMLElement).focus())
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-focus'))).toBe(true)
}

const MIXER = lacking('mixer')
describe.skipIf(MIXER)(`the reception${MIXER}`, () => {
  const words = labels.mixer
  const { id, reveal, circles, target } = firstOrExample('mixer')
  const numbers = { goal: target.people, all: circles.flatMap(({ people }) => people).length }
  const says = (screen: Locator, text: string) => screen.getByRole('status').getByText(text).first().waitFor()

  it('is played to its end by keyboard alone: each instruction goes, and the story moves on by itself', async () => {
    const page = await newPage(PHONE)
    let screen = await openStage(page, id)
    await says(screen, words.driftFirst)
    await pressButton(page, screen, words.step)
    await says(screen, words.driftThen)
    await says(screen, fill(words.minute, { n: 10, all: 90 }))
    await pressButton(page, screen, words.undo)
    await says(screen, words.driftFirst)
    await fromTheTop(page, screen)
    await pressButton(page, screen, words.run)
    await says(screen, plainText(reveal.drift))
    expect(await stored(page, id)).toMatchObject({ proven: ['drift'], rounds: { drift: 'fffffffff' } })

    await pressButton(page, screen, labels.exercise.next)
    await says(screen, fill(words.arrangeFirst, numbers))
    await tabTo(page, screen.getByRole('radio'))
    await press(page, 'ArrowDown')
    await press(page, 'ArrowDown')
    await says(screen, fill(words.arrangeThen, numbers))
    await pressButton(page, screen, words.step)
    // Loaded again in the middle, it goes on where it was.
    await page.reload()
    screen = await ready(page)
    await screen.getByText(words.minute.replace('{n}', '10').replace('{all}', '90')).waitFor()
    expect(await screen.getByRole('radio', { name: words.pairs }).isChecked()).toBe(true)
    await pressButton(page, screen, words.run)
    await says(screen, plainText(reveal.arrange))
    expect(await findings(page)).toEqual([])

    // Left free in the third act, it fails, and one way is shown.
    await pressButton(page, screen, labels.exercise.next)
    await pressButton(page, screen, words.run)
    await says(screen, words.short)
    await pressButton(page, screen, words.way)
    await says(screen, plainText(reveal.few))
    expect(await stored(page, id)).toMatchObject({ proven: ['drift', 'arrange', 'few'] })
    expect(await tooWide(page)).toEqual([])
  })

  it('is told in words, with everybody’s gauge, for those who cannot see it', async () => {
    const page = await newPage(PHONE)
    const screen = await openStage(page, id)
    await tabTo(page, screen.locator('summary', { hasText: words.twin }))
    await press(page, 'Enter')
    const twin = screen.locator('details ol > li')
    await expect.poll(() => twin.count()).toBe(circles.length)
    await tabTo(page, screen.getByRole('button', { name: words.step }), 'Shift+Tab')
    await press(page, 'Enter')
    await expect.poll(() => twin.count()).toBeGreaterThan(circles.length)
    expect((await twin.allInnerTexts()).join(' ').match(/: \d+ \(/g)).toHaveLength(
      circles.flatMap(({ people }) => people).length,
    )
  })

  it('goes through the same rounds with other guests on the free table, and with those of before', async () => {
    const page = await newPage(PHONE)
    const screen = await openStage(page, id)
    for (let act = 0; act < 3; act++) await pressButton(page, screen, labels.exercise.next)
    await says(screen, words.table)
    await pressButton(page, screen, words.step)
    await pressButton(page, screen, words.step)
    const seen = () => screen.locator('.explorable-told [role="status"]').allInnerTexts()
    const before = await seen()
    const guests = screen.getByLabel(words.guests)
    await guests.selectOption('48')
    await says(screen, ' of 48')
    await says(screen, fill(words.minute, { n: 20, all: 90 }))
    await guests.selectOption('24')
    await expect.poll(seen).toEqual(before)
  })

  it('walks by itself where there may be motion, and stops when it is told to', async () => {
    const context = await newContext({ ...PHONE, reducedMotion: 'no-preference' })
    const page = await context.newPage()
    const screen = await openStage(page, id)
    await pressButton(page, screen, words.run)
    await screen.getByText(words.minute.replace('{n}', '20').replace('{all}', '90')).waitFor()
    await press(page, 'Enter')
    const { rounds } = (await stored(page, id)) as { rounds: { drift: string } }
    expect(rounds.drift.length).toBeLessThan(9)
    await page.waitForTimeout(1200)
    expect(((await stored(page, id)) as { rounds: { drift: string } }).rounds.drift).toBe(rounds.drift)
  })
})

const NEWS = lacking('news-travels')
describe.skipIf(NEWS)(`news that travels${NEWS}`, () => {
  const words = labels['news-travels']
  const { id, reveal, groups, contacts } = firstOrExample('news-travels')
  /** Somebody from one's own circle, who brings nothing new, and somebody from elsewhere. */
  const near = contacts.find(({ name }) => groups[0]!.people.includes(name))!
  const far = contacts.find(({ name, dormant }) => name !== near.name && !dormant)!
  const says = (screen: Locator, text: string) => screen.getByRole('status').getByText(text).first().waitFor()
  const tie = (screen: Locator, name: string) => screen.getByRole('combobox', { name: new RegExp(`^${name}`) })

  it('is played to its end by keyboard alone, within the hours, and goes on after a reload', async () => {
    const page = await newPage(PHONE)
    let screen = await openStage(page, id)
    await says(screen, words.circleFirst)
    await pressButton(page, screen, words.step)
    await says(screen, words.circleThen)
    await says(screen, fill(words.week, { n: 1, all: 6 }))
    await pressButton(page, screen, words.run)
    await says(screen, plainText(reveal.circle))
    await pressButton(page, screen, labels.exercise.next)

    // Somebody from the same circle brings nothing new, and takes the only hour.
    await tabTo(page, tie(screen, near.name))
    await press(page, 'ArrowDown')
    await expect.poll(() => tie(screen, far.name).locator('option:not([disabled])').count()).toBe(1)
    await pressButton(page, screen, words.run)
    await says(screen, words.short)
    await page.reload()
    screen = await ready(page)
    await says(screen, words.short)
    await tabTo(page, tie(screen, near.name))
    await press(page, 'ArrowUp')
    await tabTo(page, tie(screen, far.name))
    await press(page, 'ArrowDown')
    await says(screen, words.oneThen)
    await pressButton(page, screen, words.run)
    await says(screen, plainText(reveal.one))
    expect(await findings(page)).toEqual([])

    for (const act of ['few', 'whole'] as const) {
      await pressButton(page, screen, labels.exercise.next)
      await pressButton(page, screen, words.run)
      await says(screen, words.short)
      await pressButton(page, screen, words.way)
      await says(screen, plainText(reveal[act]))
    }
    expect(await stored(page, id)).toMatchObject({ proven: ['circle', 'one', 'few', 'whole'] })
    expect(await tooWide(page)).toEqual([])
    await pressButton(page, screen, words.undo)
    expect(((await stored(page, id)) as { moves: { whole: string[] } }).moves.whole.at(-1)).toBe('+')
  })

  it('takes a press on a person in the picture for a change of the tie', async () => {
    const page = await newPage(PHONE)
    const screen = await openStage(page, id)
    await screen.getByRole('button', { name: labels.exercise.next, exact: true }).click()
    await screen.locator('[data-press]', { hasText: far.name[0]! }).first().click()
    await expect.poll(() => tie(screen, far.name).inputValue()).toBe('weak')
    await screen.getByRole('button', { name: words.undo, exact: true }).click()
    await expect.poll(() => tie(screen, far.name).inputValue()).toBe('silent')
  })
})
