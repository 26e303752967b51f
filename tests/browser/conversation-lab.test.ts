import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { kindOf } from '../../components/exercises/registry'
import { findings } from './support/axe'
import { slideLink, useBrowser } from './support/browser'
import { firstOrExample, lacking, slideOf, workshop } from './support/content'
import { press, tabTo } from './support/keyboard'
import { currentSlide, settled } from './support/slides'
import { keyOf, openStage, ready, storedAnswer, tooWide } from './support/stage'

const { page: newPage } = useBrowser()
const labels = workshop.labels['conversation-lab']
const { next } = workshop.labels.exercise
const exercise = firstOrExample('conversation-lab')
const { id, scenarios, reveal } = exercise
const scenario = scenarios[0]!
const onPhone = { viewport: { width: 390, height: 844 }, locale: 'en-GB' }
const version = kindOf('conversation-lab').version

/** A way through the first scenario: always the line at this place. */
function wayOf(place: number) {
  const way = []
  for (let turn = scenario.turns[0]; turn;) {
    const line = turn.lines[Math.min(place, turn.lines.length - 1)]!
    way.push({ turn, line })
    turn = scenario.turns.find(each => each.id === line.to)
  }
  return way
}
const endOf = (way: ReturnType<typeof wayOf>) => scenario.ends.find(each => each.id === way[way.length - 1]!.line.to)!
const textOf = (text: unknown) => (text as string[]).join('')

const screenOf = (page: Page) => page.locator('.exercise-screen')
async function push(page: Page, name: string, back = false) {
  await tabTo(page, screenOf(page).getByRole('button', { name, exact: true }), back ? 'Shift+Tab' : 'Tab')
  await press(page, 'Enter')
}

/** Writes, chooses and says one turn, and leaves what it brought about on the screen. */
async function say(page: Page, words: string, place: number) {
  await tabTo(page, screenOf(page).getByRole('textbox'))
  await page.keyboard.type(words)
  await push(page, labels.show)
  await tabTo(page, screenOf(page).getByRole('radio'))
  await press(page, 'Space')
  for (let at = 0; at < place; at++) await press(page, 'ArrowDown')
  await push(page, labels.say)
}

const SKIPPED = lacking('conversation-lab')
describe.skipIf(SKIPPED)(`a conversation by keyboard alone, on a phone${SKIPPED}`, () => {
  it('goes through all turns to its end, over a reload in the middle, and shows what another try changes', async () => {
    const page = await newPage(onPhone)
    const screen = await openStage(page, id)
    await tabTo(page, screen.getByRole('radio'))
    await press(page, 'Space')
    await push(page, next)

    const kind = wayOf(0)
    for (const [index, { turn, line }] of kind.entries()) {
      // After a reload, the focus is nowhere.
      if (index !== 2) expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(textOf(turn.scene))
      expect(await screen.getByText(line.say, { exact: true }).count(), 'a line before words').toBe(0)
      await say(page, `My words ${index}`, 0)
      const { noticed, did } = reveal.reactions[scenario.id]![turn.id]![line.id]!
      expect(await page.evaluate(() => document.activeElement!.textContent)).toContain(textOf(noticed))
      await screen.getByText(textOf(did)).waitFor()
      expect(await tooWide(page)).toEqual([])
      if (index < 2) expect(await findings(page)).toEqual([])
      // A reload goes on with the next turn by itself: this one was seen.
      if (index === 1) await page.reload().then(() => ready(page))
      else await push(page, next)
    }
    const end = endOf(kind)
    await screen.getByText(textOf(reveal.debriefs[scenario.id]![end.id]!)).waitFor()
    expect(await findings(page)).toEqual([])

    await push(page, labels.again)
    const short = wayOf(2)
    for (const [index] of short.entries()) {
      await say(page, 'Something else', 2)
      if (index === 1) await page.reload().then(() => ready(page))
      else await push(page, next)
    }
    await screen.getByText(labels.changed, { exact: true }).waitFor()
    const told = await screen.innerText()
    for (const text of [kind[0]!.line.say, short[0]!.line.say, textOf(end.scene), textOf(endOf(short).scene)])
      expect(told).toContain(text)
    expect(await tooWide(page)).toEqual([])
    expect(await findings(page)).toEqual([])
    expect(JSON.parse((await storedAnswer(page, id))!)).toMatchObject({
      version,
      answer: {
        scenario: scenario.id,
        tries: { [scenario.id]: { before: kind.map(({ line }) => ({ line: line.id })) } },
      },
    })
  })

  it('may be taken back a step and seen again, but a line whose effect was seen stays', async () => {
    const page = await newPage(onPhone)
    const screen = await openStage(page, id)
    await tabTo(page, screen.getByRole('radio'))
    await press(page, 'Space')
    await push(page, next)
    await say(page, 'Hm', 1)
    await push(page, workshop.labels.exercise.back, true)
    expect(
      await screen.getByRole('radio').evaluateAll(all => all.map(one => (one as HTMLInputElement).disabled)),
    ).toEqual(wayOf(1)[0]!.turn.lines.map(() => true))
    // It was said, and is not said again.
    await push(page, next)
    await push(page, next)
    await screen.getByText(labels.turn.replace('{n}', '2')).waitFor()
  })

  it('takes up the vote of the activity that stood here before', async () => {
    const page = await newPage(onPhone)
    await openStage(page, id)
    const [old, line] = scenarios.flatMap(each => each.turns[0]!.lines.map(line => [each, line] as const)).at(-1)!
    await page.evaluate(
      ([key, vote]) =>
        localStorage.setItem(
          key!,
          JSON.stringify({ version: 2, answer: { vote, note: '', done: false, people: [], ties: [] } }),
        ),
      [keyOf(id), line.id],
    )
    await page.reload()
    const screen = await ready(page)
    await screen.getByText(textOf(old.turns[0]!.scene)).waitFor()
    expect(
      await screen.getByRole('radio', { checked: true }).evaluate(radio => (radio as HTMLInputElement).value),
    ).toBe(line.id)
  })
})

const slide = slideOf(id, 'results')
const NO_SLIDE = lacking({ 'slide with the results of a conversation': slide })
it.skipIf(NO_SLIDE)(
  `on the projector the line with the most hands is said, turn by turn, to the end, and a reload keeps the place${NO_SLIDE}`,
  async () => {
    const page = await newPage()
    await page.goto(slideLink(slide))
    await settled(page, slide)
    const shown = currentSlide(page)
    const open = () => shown.getByRole('button', { name: workshop.labels.results.open, exact: true }).click()
    const way = wayOf(1)
    await open()
    for (const [index, { turn, line }] of way.entries()) {
      await shown.getByRole('spinbutton', { name: line.say }).fill('7')
      await shown.getByRole('spinbutton', { name: turn.lines[0]!.say }).fill('7')
      await shown.getByText(labels.roomTie).waitFor()
      await shown.getByRole('spinbutton', { name: turn.lines[0]!.say }).fill('2')
      await shown.getByRole('button', { name: labels.roomShow }).click()
      await shown.getByText(textOf(reveal.reactions[scenario.id]![turn.id]![line.id]!.noticed)).waitFor()
      if (index === 1) {
        await page.reload()
        await settled(page, slide)
        await open()
        await shown.getByText(textOf(reveal.reactions[scenario.id]![turn.id]![line.id]!.noticed)).waitFor()
      }
      await shown.getByRole('button', { name: index < way.length - 1 ? labels.roomNext : labels.roomEnd }).click()
    }
    await shown.getByText(textOf(reveal.debriefs[scenario.id]![endOf(way).id]!)).waitFor()
    expect(await shown.locator('.lab-way li').allTextContents()).toEqual(way.map(({ line }) => line.say))
  },
)
