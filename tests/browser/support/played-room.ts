import { readFileSync } from 'node:fs'
import process from 'node:process'

import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-chromium'
import { expect } from 'vitest'

import { openRoom } from '../../../commands/open-room'
import type { ConversationLab } from '../../../components/exercises/conversation-lab/schema'
import { fillPlural } from '../../../components/plural'
import type { LeaderView } from '../../../components/room/wire'
import { plainText } from '../../../components/text/rich-text'
import { deckApp } from '../../../room/deck'
import type { Report } from '../../../room/export'
import type { LiveRoom } from '../../../room/live-room'
import { memoryLog } from '../../../room/log-memory'
import { listen } from '../../../room/server'
import type { EnginePage } from '../../engines/driver'
import { AskedPage } from './asked'
import { workshop } from './content'
import { builtDeck } from './deck'
import type { Tap } from './finger'
import { doByFinger } from './finger'
import { siteFolder } from './site'
import { PHONE } from './site-pages'
import { currentSlide, settled, whereIs } from './slides'
import { untilHolds } from './until'

/** A phone in a room, in whatever engine: its page, how it is tapped, and the words that only this one writes. */
export interface RoomPhone {
  page: EnginePage
  tap: Tap
  words: string
  /** Closes its browser: the room is still there, so that nothing breaks off. */
  leave: () => Promise<void>
}

const PATIENTLY = { timeout: 20_000 }
const SCREEN = { viewport: { width: 1280, height: 720 } }
const QUESTION = 'What if nobody answers?'

type NewContext = (options: BrowserContextOptions) => Promise<BrowserContext>

/** Joins a room by the link that its picture holds. */
export type JoinRoom = (link: string, number: number) => Promise<RoomPhone>

/** Told from the words of every other phone. */
export const wordsOf = (number: number) => `Noor and Eli, whom phone ${number} knows`

export const chromiumPhone =
  (newContext: NewContext): JoinRoom =>
  async (link, number) => {
    const context = await newContext({ viewport: PHONE, hasTouch: true, locale: 'en-GB' })
    const page = new AskedPage(await context.newPage())
    await page.goto(link)
    return {
      page,
      tap: (target, position) => target.tap({ position }),
      words: wordsOf(number),
      leave: () => context.close(),
    }
  }

/**
 * A whole workshop in a room of its own, in fast motion: a presenter, a projector and phones go from the first slide to
 * what people take home, and the room's files are compared with what was done.
 */
export async function playWorkshop(newContext: NewContext, joins: readonly JoinRoom[]) {
  const build = await builtDeck(process.cwd())
  const opened = await openRoom(process.cwd(), build, {
    reach: { hosts: [] },
    isLocal: false,
    log: memoryLog(),
    siteFolder: siteFolder(),
  })
  const { identity, live } = opened
  const listening = await listen(deckApp(build, identity.secrets.facilitator, live), 0)
  const origin = `http://127.0.0.1:${listening.port}`
  async function openScreen(path: string): Promise<Page> {
    const page = await (await newContext(SCREEN)).newPage()
    await page.goto(`${origin}${path}`)
    return page
  }
  try {
    const [presenter, projector, ...phones] = await Promise.all([
      openScreen(`/presenter?key=${identity.secrets.facilitator}`),
      openScreen(`/projector?key=${identity.secrets.projector}`),
      ...joins.map((join, index) => join(`${origin}/j/${identity.code}`, index + 1)),
    ] as const)
    await settled(presenter, 1)
    const done = await playThrough(live.room, presenter, projector, phones)
    const desk = await presenter.context().newPage()
    await desk.goto(`${origin}/desk/`)
    await askQuestion(desk, projector, phones, QUESTION)
    const { csv, json } = await endAndGoOn(desk, phones)

    expect(done.length).toBeGreaterThan(0)
    expect(json.exercises.map(({ id, answered }) => [id, answered])).toEqual(done.map(id => [id, phones.length]))
    expect(json).toMatchObject({ people: phones.length, messages: [{ text: QUESTION, votes: phones.length - 1 }] })
    expect(json.activities.map(({ planned }) => planned)).toEqual(
      live.room.content.activities.map(({ minutes }) => minutes),
    )
    expect(csv).toContain(QUESTION)
    for (const { title } of live.room.content.activities) expect(csv).toContain(title)
    // What people wrote for themselves is in none of it.
    for (const { words } of phones) for (const file of [csv, JSON.stringify(json)]) expect(file).not.toContain(words)
    await Promise.all([presenter.context().close(), projector.context().close(), ...phones.map(({ leave }) => leave())])
  } finally {
    await opened.close()
    await listening.close()
  }
}

/** Until a page shows these words. */
const says = (page: EnginePage, words: string) =>
  untilHolds(page, words => document.body.innerText.replace(/\s+/g, ' ').includes(words), words)

const screenOf = (page: EnginePage, exercise: string) =>
  page.locator(`.exercise-screen[data-kind][data-exercise="${exercise}"]`)

/**
 * Plays a workshop from its first slide to its last, as a presenter does with the right arrow: every exercise is
 * answered on every phone, and what its results say is looked at. What the phones answered is counted by the room.
 */
async function playThrough(room: LiveRoom, presenter: Page, projector: Page, phones: readonly RoomPhone[]) {
  const { slides, exercises } = room.content
  const done: string[] = []
  for (let before = 0; ;) {
    const { slide } = await whereIs(presenter)
    await expect.poll(() => whereIs(projector), PATIENTLY).toEqual(await whereIs(presenter))
    if (slide !== before) {
      const { exercise, role } = slides[slide - 1]!
      if (exercise !== undefined && role === 'ask') {
        await answerOnAll(room, projector, phones, exercise)
        done.push(exercise)
      }
      if (exercise !== undefined && role === 'results') {
        if (exercises[exercise]!.open.kind === 'conversation-lab')
          await leadByVotes(room, presenter, projector, phones, exercise)
        else await lookAtResults(room, projector, phones, exercise)
      }
    }
    before = slide
    if (!(await goOn(presenter, slides.length))) break
  }
  return done
}

/** One step on by the right arrow; false at the end. */
async function goOn(presenter: Page, last: number): Promise<boolean> {
  const before = presenter.url()
  await presenter.keyboard.press('ArrowRight')
  const moved = await presenter
    .waitForURL(url => url.href !== before, { timeout: (await whereIs(presenter)).slide === last ? 500 : 10_000 })
    .then(() => true)
    .catch(() => false)
  if (moved) await settled(presenter)
  return moved
}

async function answerOnAll(
  room: LiveRoom,
  projector: Page,
  phones: readonly RoomPhone[],
  exercise: string,
): Promise<void> {
  await Promise.all(
    phones.map(async ({ page, tap, words }, index) => {
      const screen = screenOf(page, exercise)
      await screen.locator(':scope > *').first().waitFor()
      await doByFinger(page, screen, tap, { words, choice: step => (index + step) % 3 })
    }),
  )
  const tally = () => (room.view('facilitator') as LeaderView).tallies[exercise]
  await expect.poll(tally, { ...PATIENTLY, message: exercise }).toMatchObject({ answered: phones.length })
  await currentSlide(projector)
    .getByText(fillPlural(workshop.labels.roomScreen.answered, phones.length, workshop, { all: phones.length }))
    .waitFor(PATIENTLY)
}

/** The projector has the numbers that the room counted; phones show what was found. */
async function lookAtResults(room: LiveRoom, projector: Page, phones: readonly RoomPhone[], exercise: string) {
  const { counts = {} } = (room.view('facilitator') as LeaderView).tallies[exercise]!
  const shown = () =>
    currentSlide(projector)
      .locator('.tally-count')
      .evaluateAll(found => found.reduce((sum, { textContent }) => sum + Number(textContent), 0))
  const sum = Object.values(counts).reduce((all, count) => all + count, 0)
  if (await currentSlide(projector).locator('.tally').count())
    await expect.poll(shown, { ...PATIENTLY, message: exercise }).toBe(sum)
  if (room.content.exercises[exercise]!.open.kind !== 'forecast') return
  await Promise.all(
    phones.map(async ({ page, tap }) => {
      const screen = screenOf(page, exercise)
      const show = screen.locator('.forecast > .button')
      await show.waitFor()
      await tap(show)
      await screen.locator('.forecast-shown').waitFor()
    }),
  )
}

/** Turn by turn all vote, most of them for the first line, until a conversation has come to an end. */
async function leadByVotes(
  room: LiveRoom,
  presenter: Page,
  projector: Page,
  phones: readonly RoomPhone[],
  exercise: string,
) {
  const { open, reveal } = room.content.exercises[exercise]!
  const scenario = (open as unknown as ConversationLab).scenarios[0]!
  const { reactions } = reveal as ConversationLab['reveal']
  const everyone = [...phones.map(({ page }) => page), projector]
  const goOn = () => currentSlide(presenter).locator('.lab-told .button').click(PATIENTLY)
  for (let turn: (typeof scenario.turns)[0] | undefined = scenario.turns[0]; turn;) {
    const { id, scene, lines } = turn
    await Promise.all(everyone.map(page => says(page, plainText(scene))))
    await Promise.all(
      phones.map(async ({ page, tap }, index) => {
        const choices = screenOf(page, exercise).locator('input[type="radio"]')
        await choices.first().waitFor()
        await tap((await choices.all())[index === 1 ? 1 : 0]!)
      }),
    )
    const votes = () => {
      const { counts = {} } = (room.view('facilitator') as LeaderView).tallies[exercise]!
      return lines.reduce((sum, line) => sum + counts[`${id}/${line.id}`]!, 0)
    }
    await expect.poll(votes, { ...PATIENTLY, message: `votes on ${id}` }).toBe(phones.length)
    await goOn()
    const { noticed } = reactions[scenario.id]![id]![lines[0]!.id]!
    await Promise.all(everyone.map(page => says(page, plainText(noticed))))
    await goOn()
    turn = scenario.turns.find(next => next.id === lines[0]!.to)
    const end = scenario.ends.find(end => end.id === lines[0]!.to)
    if (end) await Promise.all(everyone.map(page => says(page, plainText(end.scene))))
  }
}

/** One phone asks, the desk lets the question pass, the others vote for it, and the projector shows it. */
async function askQuestion(desk: Page, projector: Page, phones: readonly RoomPhone[], question: string) {
  const { room, desk: words } = workshop.labels
  const [first, ...others] = phones
  const { page, tap } = first!
  const part = page.locator('.room > details')
  await tap(part.locator('summary'))
  await tap(part.locator('textarea'))
  await page.keyboard.type(question)
  await tap(part.locator('button'))
  await says(page, room.questionSent)
  await desk.getByText(question).waitFor(PATIENTLY)
  await desk.getByRole('button', { name: words.pass, exact: true }).click()
  await Promise.all(
    others.map(async ({ page, tap }) => {
      await says(page, question)
      await tap(page.getByRole('button', { name: room.vote }))
      await says(page, room.voted)
    }),
  )
  await desk.getByText(fillPlural(room.votes, others.length, workshop)).waitFor(PATIENTLY)
  await desk.getByRole('button', { name: words.feature }).click()
  await projector.locator('.room-line').getByText(question).waitFor(PATIENTLY)
  await desk.getByRole('button', { name: words.unfeature }).click()
  await desk.getByRole('button', { name: words.feature }).waitFor()
  // Last: what is settled leaves the screen by itself, and the button for it with it.
  await desk.getByRole('button', { name: words.settle }).click()
}

/** The room is ended and taken away as files; every phone goes on alone, with its own answers and nobody else's. */
async function endAndGoOn(desk: Page, phones: readonly RoomPhone[]): Promise<{ csv: string; json: Report }> {
  const { room, desk: words } = workshop.labels
  await desk.getByRole('button', { name: words.end }).click()
  await desk.getByRole('button', { name: words.endYes }).click()
  await Promise.all(
    phones.map(async ({ page, tap, words }) => {
      await says(page, room.ended)
      await tap(page.getByRole('link', { name: room.goOn }))
      await page.waitForFunction(() => location.pathname.endsWith('/take-home.html'))
      await page.locator('.document-exercise').first().waitFor()
      await says(page, words)
      const text = await page.evaluate(() => document.body.innerText)
      for (const other of phones) if (other.words !== words) expect(text).not.toContain(other.words)
    }),
  )
  const fileOf = async (label: string) => {
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('link', { name: label }).click(),
    ])
    return readFileSync(await download.path(), 'utf8')
  }
  return { csv: await fileOf(words.csv), json: JSON.parse(await fileOf(words.json)) as Report }
}
