import process from 'node:process'

import type { Page } from 'playwright-chromium'
import { beforeEach, describe, expect, it } from 'vitest'

import type { OpenedRoom } from '../../commands/open-room'
import { openRoom } from '../../commands/open-room'
import type { ConversationLab } from '../../components/exercises/conversation-lab/schema'
import { fill } from '../../components/fill'
import { fillPlural } from '../../components/plural'
import { plainText } from '../../components/text/rich-text'
import { isSpare } from '../../model/activities'
import { deckApp } from '../../room/deck'
import { memoryLog } from '../../room/log-memory'
import { listen } from '../../room/server'
import { findings } from './support/axe'
import { useBrowser } from './support/browser'
import { firstOrExample, idOf, lacking, workshop } from './support/content'
import { builtDeck } from './support/deck'
import { currentSlide, placeOf, settled } from './support/slides'
import { tooLow } from './support/too-low'

const { context: newContext, page: newPage, tolerate } = useBrowser()
const PHONE = { viewport: { width: 390, height: 844 } }
const SCREEN = { viewport: { width: 1280, height: 720 } }
const PATIENTLY = { timeout: 15_000 }

let opened: OpenedRoom
let close: () => Promise<void>
let origin: string
/** The same for every room, so that pages which go from test to test have the deck in their cache. */
let port = 0
async function openNewRoom() {
  const build = await builtDeck(process.cwd())
  opened = await openRoom(process.cwd(), build, { reach: { hosts: [] }, isLocal: false, log: memoryLog() })
  const { identity, live, close: closeRoom } = opened
  const listening = await listen(deckApp(build, identity.secrets.facilitator, live), port)
  port = listening.port
  origin = `http://127.0.0.1:${port}`
  close = async () => {
    await closeRoom()
    await listening.close()
  }
}
beforeEach(async () => {
  await openNewRoom()
  return () => close()
})
// Streams are cut off when a test is over.
beforeEach(() => tolerate(/\/events/))

async function open(path: string, options: object): Promise<Page> {
  const page = await newPage(options)
  await page.goto(`${origin}${path}`)
  return page
}
const openPhone = () => open(`/j/${opened.identity.code}`, PHONE)
const openPresenter = () => open(`/presenter?key=${opened.identity.secrets.facilitator}`, SCREEN)
const openProjector = () => open(`/projector?key=${opened.identity.secrets.projector}`, SCREEN)

const slideOf = (kind: string, role: string) => {
  const { slides, exercises } = opened.live.room.content
  return slides.findIndex(slide => slide.role === role && exercises[slide.exercise ?? '']?.open.kind === kind) + 1
}
const NO_FORECAST = lacking('forecast')
const NO_LAB = lacking('conversation-lab')
const NO_SELF_CHECK = lacking('self-check')
/** Two guesses on its scale. */
const { from, to, step } = firstOrExample('forecast').scale
const [low, high] = [String(from + step), String(to - step)] as const
/** A kind that asks for words, of which a line can be sent. */
const WRITTEN = (['reframe', 'activity', 'plan'] as const).find(idOf)
const NOTHING_WRITTEN = lacking({ 'exercise that asks for words': WRITTEN })
const NOTHING_SPARE = lacking({ 'slide to spare': workshop.slides.find(isSpare) })
/** The words of a label in front of what is filled in. */
const startOf = (label: string) => new RegExp(`^${label.split('{')[0]!.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
const move = (page: number) => opened.live.room.lead('facilitator', { do: 'move', page, clicks: 0, total: 0 })

describe('a presenter, a projector and two phones, each a browser of its own', () => {
  it.skipIf(NO_FORECAST)(
    `follow the deck from slide to slide, and see what was answered once it is shown${NO_FORECAST}`,
    async () => {
      const [presenter, projector, ada, bo] = await Promise.all([
        openPresenter(),
        openProjector(),
        openPhone(),
        openPhone(),
      ])
      await settled(presenter, 1)
      // The way in is on the first slide, for those without a camera too.
      await projector.getByText(opened.identity.code).waitFor()
      await projector.getByRole('img', { name: opened.live.room.content.labels.roomScreen.invitation }).waitFor()
      const drawing = await currentSlide(projector).locator('.cover-drawing').boundingBox()
      const invitation = await projector.locator('.room-invitation').boundingBox()
      expect(drawing!.x + drawing!.width, 'the drawing ends where the way in begins').toBeLessThanOrEqual(invitation!.x)

      await presenter.goto(`${origin}/slides/#/presenter/${slideOf('forecast', 'ask')}`)
      await expect.poll(() => placeOf(projector).slide, PATIENTLY).toBe(slideOf('forecast', 'ask'))
      for (const [phone, guess] of [
        [ada, low],
        [bo, high],
      ] as const)
        await phone.locator('input[type=range]').fill(guess)
      await currentSlide(projector)
        .getByText(fillPlural(workshop.labels.roomScreen.answered, 2, workshop, { all: 2 }))
        .waitFor(PATIENTLY)
      expect(await ada.getByText(opened.live.room.content.labels.room.sent).count()).toBe(1)

      await presenter.goto(`${origin}/slides/#/presenter/${slideOf('forecast', 'results')}`)
      await expect.poll(() => placeOf(projector).slide, PATIENTLY).toBe(slideOf('forecast', 'results'))
      const counts = () =>
        currentSlide(projector)
          .locator('.tally-count')
          .evaluateAll(shown => shown.reduce((sum, { textContent }) => sum + Number(textContent), 0))
      await expect.poll(counts, PATIENTLY).toBe(2)
      // Hands of those without a phone are counted in.
      await currentSlide(presenter)
        .getByRole('button', { name: startOf(workshop.labels.results.more) })
        .first()
        .click()
      await expect.poll(counts, PATIENTLY).toBe(3)
      // The reveal has come to the phones.
      await ada.getByRole('button', { name: workshop.labels.forecast.show }).waitFor(PATIENTLY)
      expect(await tooLow(ada)).toEqual([])
    },
  )

  it('hold whoever does not drive to where the room is', async () => {
    const [presenter, projector] = await Promise.all([openPresenter(), openProjector()])
    await settled(presenter, 1)
    await presenter.keyboard.press('ArrowRight')
    await expect.poll(() => placeOf(projector).slide, PATIENTLY).toBe(2)
    await projector.keyboard.press('ArrowRight')
    await projector.keyboard.press('ArrowRight')
    await expect.poll(() => placeOf(projector), PATIENTLY).toEqual(placeOf(presenter))
    expect(opened.live.room.state.place!.page).toBe(2)
  })

  it('follow a presenter who moves before the room has heard where the deck began', async () => {
    const presenter = await (await newContext(SCREEN)).newPage()
    let letGo = () => {}
    const held = new Promise<void>(resolve => (letGo = resolve))
    let asked = 0
    await presenter.route('**/room/facilitator', async route => {
      if (asked++ === 0) await held
      await route.continue()
    })
    await presenter.goto(`${origin}/presenter?key=${opened.identity.secrets.facilitator}`)
    const projector = await openProjector()
    await settled(presenter, 1)
    await expect.poll(() => asked, PATIENTLY).toBe(1)
    await presenter.goto(`${origin}/slides/#/presenter/5`)
    await settled(presenter, 5)
    letGo()
    await expect.poll(() => placeOf(projector).slide, PATIENTLY).toBe(5)
    expect(placeOf(presenter).slide).toBe(5)
  })

  it.skipIf(NO_FORECAST)(
    `have every move, and the hands that are typed in, once the room can keep something again${NO_FORECAST}`,
    async () => {
      tolerate(/503/)
      const presenter = await (await newContext(SCREEN)).newPage()
      await presenter.goto(`${origin}/presenter?key=${opened.identity.secrets.facilitator}`)
      const projector = await openProjector()
      await settled(presenter, 1)
      await expect.poll(() => opened.live.room.state.place?.page, PATIENTLY).toBe(1)
      let isFull = true
      let asked = 0
      await presenter.route('**/room/facilitator', route => {
        asked++
        return isFull
          ? route.fulfill({ status: 503, json: { refused: 'notKept', sentence: 'The disk is full.' } })
          : route.continue()
      })
      const slide = slideOf('forecast', 'results')
      await presenter.goto(`${origin}/slides/#/presenter/${slide}`)
      await settled(presenter, slide)
      await currentSlide(presenter)
        .getByRole('button', { name: startOf(workshop.labels.results.more) })
        .first()
        .click()
      await expect.poll(() => asked, PATIENTLY).toBeGreaterThan(2)
      isFull = false
      await expect.poll(() => placeOf(projector).slide, PATIENTLY).toBe(slide)
      expect(placeOf(presenter).slide).toBe(slide)
      const { slides, exercises } = opened.live.room.content
      const id = slides[slide - 1]!.exercise!
      const typed = () => Object.values(opened.live.room.state.exercises.get(id)?.typed ?? {})
      expect(exercises[id]!.open.kind).toBe('forecast')
      await expect.poll(() => typed().reduce((sum, hands) => sum + hands, 0), PATIENTLY).toBe(1)
    },
  )

  it('come back to where the room is, however they were closed', async () => {
    const [presenter, projector] = await Promise.all([openPresenter(), openProjector()])
    await settled(presenter, 1)
    await presenter.goto(`${origin}/slides/#/presenter/5`)
    await expect.poll(() => placeOf(projector).slide, PATIENTLY).toBe(5)
    await presenter.goto(`${origin}/presenter?key=${opened.identity.secrets.facilitator}`)
    await settled(presenter, 5)
    await projector.reload()
    await settled(projector, 5)
  })
})

describe('a conversation that the room leads by its votes', () => {
  it.skipIf(NO_LAB)(
    `goes the way of the line with the most votes, on the projector and on every phone${NO_LAB}`,
    async () => {
      const [presenter, projector, ...phones] = await Promise.all([
        openPresenter(),
        openProjector(),
        openPhone(),
        openPhone(),
        openPhone(),
      ])
      const { content, state } = opened.live.room
      const ask = slideOf('conversation-lab', 'ask')
      const { open: exercise, reveal } = content.exercises[content.slides[ask - 1]!.exercise!]!
      const { scenarios } = exercise as unknown as ConversationLab
      const scenario = scenarios[0]!
      const { reactions } = reveal as ConversationLab['reveal']
      const labels = content.labels['conversation-lab']
      await settled(presenter, 1)
      await presenter.goto(`${origin}/slides/#/presenter/${ask}`)
      // Own words come first, and no lines.
      for (const phone of phones) await phone.locator('[data-state=write] textarea').waitFor(PATIENTLY)
      await phones[2]!.locator('textarea').first().fill('Good morning to both of you.')
      await presenter.goto(`${origin}/slides/#/presenter/${slideOf('conversation-lab', 'results')}`)

      // Two of three take the first line; the third is taken along.
      let turn = scenario.turns[0]!
      for (let round = 0; round < 2; round++) {
        for (const [index, phone] of phones.entries())
          await phone
            .getByRole('radio')
            .nth(index < 2 ? 0 : 1)
            .check(PATIENTLY)
        const line = turn.lines[0]!
        await expect
          .poll(
            () =>
              [...state.exercises.get(exercise.id)!.answers.values()].filter(({ categories }) =>
                categories.includes(`${turn.id}/${line.id}`),
              ).length,
            PATIENTLY,
          )
          .toBe(2)
        await currentSlide(presenter).getByRole('button', { name: labels.roomShow }).click(PATIENTLY)
        const noticed = plainText(reactions[scenario.id]![turn.id]![line.id]!.noticed)
        for (const page of [...phones, currentSlide(projector)]) await page.getByText(noticed).waitFor(PATIENTLY)
        await currentSlide(presenter).getByRole('button', { name: labels.roomNext }).click()
        turn = scenario.turns.find(({ id }) => id === line.to)!
        for (const page of [...phones, currentSlide(projector)])
          await page.getByText(plainText(turn.scene)).first().waitFor(PATIENTLY)
      }
      expect(await findings(phones[2]!)).toEqual([])
      // What one wrote, and one's own first line, are kept on the phone alone.
      const key = `${content.id}:answer:${exercise.id}`
      const kept = await phones[2]!.evaluate(key => localStorage.getItem(key)!, key)
      expect(JSON.parse(kept).answer.tries[scenario.id].now[0]).toMatchObject({
        words: 'Good morning to both of you.',
        line: scenario.turns[0]!.lines[1]!.id,
      })
    },
  )
})

describe('a phone', () => {
  it.skipIf(NO_SELF_CHECK)(
    `comes in by typing the code, is told of a wrong one, and has nothing that axe finds${NO_SELF_CHECK}`,
    async () => {
      tolerate(/403/)
      const phone = await open('/join/', PHONE)
      await phone.getByRole('textbox').fill('WRONG1')
      await phone.getByRole('button').first().click()
      await phone.getByRole('alert').getByText(opened.live.room.content.labels.roomRefusals.wrongCode).waitFor()
      expect(await findings(phone)).toEqual([])
      // The same refusal again is said again, and leads back to the field.
      await phone.getByRole('button').first().click()
      await expect
        .poll(() => phone.getByRole('textbox').evaluate(field => field === document.activeElement), PATIENTLY)
        .toBe(true)
      await phone.getByRole('textbox').fill(opened.identity.code.toLowerCase())
      await phone.keyboard.press('Enter')
      await phone.getByText(opened.live.room.content.labels.room.waiting).waitFor()
      await move(slideOf('self-check', 'ask'))
      await phone.locator('[data-kind=self-check]').waitFor()
      expect(await findings(phone)).toEqual([])
    },
  )

  it.skipIf(NO_FORECAST)(
    `keeps what is answered in a dead spot, and sends it once there is a connection${NO_FORECAST}`,
    async () => {
      tolerate(/INTERNET_DISCONNECTED/)
      const phone = await openPhone()
      await move(slideOf('forecast', 'ask'))
      await phone.locator('input[type=range]').waitFor()
      await phone.context().setOffline(true)
      await phone.locator('input[type=range]').fill(high)
      await phone.waitForTimeout(1200)
      const id = opened.live.room.content.slides[slideOf('forecast', 'ask') - 1]!.exercise!
      expect(opened.live.room.state.exercises.get(id)!.answers.size).toBe(0)
      // It is closed meanwhile, which this phone cannot know.
      await opened.live.room.lead('facilitator', { do: 'close', exercise: id })
      await phone.context().setOffline(false)
      await expect.poll(() => opened.live.room.state.exercises.get(id)!.answers.size, PATIENTLY).toBe(1)
    },
  )

  it.skipIf(NO_FORECAST)(
    `behind a proxy that keeps streams back, is at the exercise within some seconds, and answers${NO_FORECAST}`,
    async () => {
      const context = await newContext(PHONE)
      // Nothing of a stream comes through as long as it lasts.
      await context.route(/\/room\/participant\/events/, () => {})
      const phone = await context.newPage()
      await phone.goto(`${origin}/j/${opened.identity.code}`)
      await move(slideOf('forecast', 'ask'))
      await phone.locator('input[type=range]').fill(high, PATIENTLY)
      await phone.getByText(opened.live.room.content.labels.room.sent).waitFor(PATIENTLY)
      expect(opened.live.room.state.here.size).toBe(1)
    },
  )

  it.skipIf(NO_FORECAST)(
    `has the answers that were given, after a reload and on the pages to go on with${NO_FORECAST}`,
    async () => {
      const phone = await openPhone()
      await move(slideOf('forecast', 'ask'))
      await phone.locator('input[type=range]').fill(high)
      await phone.getByText(opened.live.room.content.labels.room.sent).waitFor(PATIENTLY)
      await phone.reload()
      await phone.locator('output').getByText(high).waitFor()
      const id = opened.live.room.content.slides[slideOf('forecast', 'ask') - 1]!.exercise!
      const stored = await phone.evaluate(
        key => localStorage.getItem(key),
        `${opened.live.room.content.id}:answer:${id}`,
      )
      expect(JSON.parse(stored!)).toMatchObject({ answer: { guess: Number(high) } })
    },
  )

  it('that scanned a picture is told why it was not let in', async () => {
    const { wrongCode, tooManyTries } = opened.live.room.content.labels.roomRefusals
    const phone = await open('/j/WRONG1', PHONE)
    await phone.getByRole('alert').getByText(wrongCode).waitFor()
    for (let tries = 0; tries < 10; tries++) await fetch(`${origin}/j/WRONG2`, { redirect: 'manual' })
    await phone.goto(`${origin}/j/${opened.identity.code}`)
    await phone.getByRole('alert').getByText(tooManyTries).waitFor()
  })

  it('knows after a reload which questions it has voted for', async () => {
    const { room } = opened.live
    await room.take('ada', { do: 'write', text: 'What if nobody answers?' })
    const [message] = room.state.messages.keys()
    await room.lead('facilitator', { do: 'pass', message: message! })
    const phone = await openPhone()
    const { vote, voted } = room.content.labels.room
    await phone.getByRole('button', { name: vote }).click()
    for (const again of [false, true]) {
      if (again) await phone.reload()
      await phone.getByRole('button', { name: voted, pressed: true }).waitFor()
      expect(room.state.messages.get(message!)!.votes.size).toBe(1)
    }
    await phone.getByRole('button', { name: voted }).click()
    await phone.getByRole('button', { name: vote, pressed: false }).waitFor()
    expect(room.state.messages.get(message!)!.votes.size).toBe(0)
  })

  it.skipIf(NO_FORECAST)(
    `says when its answer was cleared, and has it counted again as it is${NO_FORECAST}`,
    async () => {
      const phone = await openPhone()
      const { state, content } = opened.live.room
      const words = content.labels.room
      const slide = slideOf('forecast', 'ask')
      const exercise = content.slides[slide - 1]!.exercise!
      const answers = () => state.exercises.get(exercise)!.answers.size
      await move(slide)
      await phone.locator('input[type=range]').fill(high)
      await phone.getByText(words.sent).waitFor(PATIENTLY)
      await phone.reload()
      await phone.locator('output').getByText(high).waitFor()
      await opened.live.room.lead('facilitator', { do: 'clear', exercise })
      await phone.getByText(words.cleared).waitFor(PATIENTLY)
      expect(answers()).toBe(0)
      await phone.getByRole('button', { name: words.again }).click()
      await phone.getByText(words.sent).waitFor(PATIENTLY)
      expect(answers()).toBe(1)
      expect(await phone.getByText(words.cleared).count()).toBe(0)
    },
  )

  it.skipIf(NO_FORECAST)(
    `that comes back after its answer was cleared says so, and has it counted again as it is${NO_FORECAST}`,
    async () => {
      tolerate(/INTERNET_DISCONNECTED|409/)
      const phone = await openPhone()
      const { state, content } = opened.live.room
      const words = content.labels.room
      const exercise = content.slides[slideOf('forecast', 'ask') - 1]!.exercise!
      const answers = () => state.exercises.get(exercise)!.answers.size
      const clear = () => opened.live.room.lead('facilitator', { do: 'clear', exercise })
      await move(slideOf('forecast', 'ask'))
      await phone.locator('input[type=range]').fill(high)
      await phone.getByText(words.sent).waitFor(PATIENTLY)
      // While it was closed; loaded once more, it says so again.
      await phone.goto('about:blank')
      await clear()
      await phone.goto(`${origin}/join/`)
      await phone.getByText(words.cleared).waitFor(PATIENTLY)
      await phone.reload()
      await phone.getByRole('button', { name: words.again }).click(PATIENTLY)
      await phone.getByText(words.sent).waitFor(PATIENTLY)
      expect(answers()).toBe(1)
      // In a dead spot, with a change that waits for a connection.
      await phone.context().setOffline(true)
      await phone.locator('input[type=range]').fill(low)
      await phone.waitForTimeout(1200)
      await clear()
      await phone.context().setOffline(false)
      await phone.getByText(words.cleared).waitFor(PATIENTLY)
      await phone.locator('output').getByText(low).waitFor()
      await phone.getByRole('button', { name: words.again }).click()
      await phone.getByText(words.sent).waitFor(PATIENTLY)
      expect(answers()).toBe(1)
    },
  )

  it('keeps what is begun to be written while slides come and go, and through a reload, until it is sent', async () => {
    const { slides, labels } = opened.live.room.content
    const asked = slides.flatMap(({ role }, index) => (role === 'ask' ? [index + 1] : []))
    const words = labels.room
    const phone = await openPhone()
    const line = phone.locator('section > details')
    const question = phone.locator('main > details')
    const at = (slide: number) => phone.locator(`.exercise-screen[data-exercise="${slides[slide - 1]!.exercise}"]`)
    await move(asked[0]!)
    await at(asked[0]!).waitFor()
    for (const [part, text] of [
      [line, 'A line, half'],
      [question, 'A question, half'],
    ] as const) {
      await part.locator('summary').click()
      await part.locator('textarea').fill(text)
    }
    await move(asked[1]!)
    await at(asked[1]!).waitFor()
    expect(await line.locator('textarea').inputValue()).toBe('')
    await move(asked[0]!)
    await at(asked[0]!).waitFor()
    for (const again of [false, true]) {
      if (again) await phone.reload()
      await line.locator('textarea').waitFor()
      expect(await line.locator('textarea').inputValue()).toBe('A line, half')
      expect(await question.locator('textarea').inputValue()).toBe('A question, half')
    }
    await line.getByRole('button', { name: words.lineSend }).click()
    await line.getByText(words.lineSent).waitFor()
    expect([...opened.live.room.state.messages.values()].map(({ text }) => text)).toEqual(['A line, half'])
    await phone.reload()
    await question.locator('textarea').waitFor()
    expect(await line.locator('textarea').isVisible()).toBe(false)
    expect(await line.locator('textarea').inputValue()).toBe('')
  })
})

it.skipIf(NOTHING_SPARE)(
  `the controls take a room with time to spare to an exercise for home, and back to where it was${NOTHING_SPARE}`,
  async () => {
    const presenter = await openPresenter()
    await settled(presenter, 1)
    await move(2)
    const phone = await openPhone()
    const desk = await presenter.context().newPage()
    await desk.setViewportSize(PHONE.viewport)
    await desk.goto(`${origin}/desk/`)
    const { desk: labels } = opened.live.room.content.labels
    const { exercise, slides } = opened.live.room.content.spare[0]!
    const title = opened.live.room.content.exercises[exercise]!.open.title
    await desk.getByText(labels.spare, { exact: true }).click()
    await desk.getByRole('button', { name: fill(labels.spareSlide, { title, n: slides[0]! }) }).click()
    await settled(presenter, slides[0])
    await phone.locator(`.exercise-screen[data-exercise="${exercise}"]`).waitFor()
    expect(await findings(desk)).toEqual([])
    await desk.getByRole('button', { name: fill(labels.backToPlan, { n: 2 }) }).click()
    await settled(presenter, 2)
    await desk.getByRole('button', { name: fill(labels.backToPlan, { n: 2 }) }).waitFor({ state: 'detached' })
  },
)

it('another room in place of one: phones are asked for its code, and the controls for its link', async () => {
  // The presenter's window may still be fetching slides when the server goes away.
  tolerate(/401|403|ERR_|net::/, /Failed to (?:load module script|fetch dynamically imported module)/)
  const [phone, presenter] = [await openPhone(), await openPresenter()]
  const desk = await presenter.context().newPage()
  await desk.goto(`${origin}/desk/`)
  const { room: words, desk: labels } = opened.live.room.content.labels
  await phone.getByText(words.waiting).waitFor()
  await desk.getByText(labels.driving).waitFor()
  await close()
  await openNewRoom()
  await desk.getByText(labels.refused).waitFor(PATIENTLY)
  await phone.getByRole('textbox').fill(opened.identity.code, PATIENTLY)
  await phone.keyboard.press('Enter')
  await phone.getByText(words.waiting).waitFor(PATIENTLY)
  await move(slideOf('forecast', 'ask') || 1)
  await expect.poll(() => opened.live.room.state.here.size, PATIENTLY).toBe(1)
})

describe('the controls', () => {
  it.skipIf(NOTHING_WRITTEN)(
    `move the slides, pick a line and end the room, from a phone${NOTHING_WRITTEN}`,
    async () => {
      const [presenter, projector, ada] = await Promise.all([openPresenter(), openProjector(), openPhone()])
      await settled(presenter, 1)
      const desk = await presenter.context().newPage()
      await desk.setViewportSize(PHONE.viewport)
      await desk.goto(`${origin}/desk/`)
      await desk.getByRole('button', { name: opened.live.room.content.labels.desk.next, exact: true }).click()
      await expect.poll(() => placeOf(projector).slide, PATIENTLY).toBe(2)
      await expect.poll(() => placeOf(presenter).slide, PATIENTLY).toBe(2)

      // A line can be sent as long as the exercise is open.
      await presenter.goto(`${origin}/slides/#/presenter/${slideOf(WRITTEN!, 'ask')}`)
      const words = opened.live.room.content.labels.room
      // The slide before may ask for words as well, and its line goes with it.
      const asked = opened.live.room.content.slides[slideOf(WRITTEN!, 'ask') - 1]!.exercise
      await ada.locator(`[data-exercise="${asked}"]`).waitFor(PATIENTLY)
      await ada.locator('summary', { hasText: words.line }).click()
      await ada.locator('details.room-part textarea').first().fill('We met on a late train.')
      await ada.getByRole('button', { name: words.lineSend }).click()
      await desk.getByRole('button', { name: opened.live.room.content.labels.desk.feature }).click()
      await projector.getByText('We met on a late train.').waitFor(PATIENTLY)
      expect(await findings(desk)).toEqual([])

      const labels = opened.live.room.content.labels.desk
      await desk.getByRole('button', { name: labels.end }).click()
      await desk.getByRole('button', { name: labels.endYes }).click()
      await ada.getByText(words.ended).waitFor(PATIENTLY)
    },
  )

  it('do not swallow a move that the presenter makes in the moment after theirs, on a slow laptop', async () => {
    const context = await newContext(SCREEN)
    // On a slow laptop, what Slidev puts off to "at once" comes late.
    await context.addInitScript(() => {
      const soon = window.setTimeout.bind(window)
      window.setTimeout = ((run: () => void, after = 0, ...rest: []) => soon(run, after || 500, ...rest)) as never
    })
    const presenter = await context.newPage()
    await presenter.goto(`${origin}/presenter?key=${opened.identity.secrets.facilitator}`)
    await settled(presenter, 1)
    await expect.poll(() => opened.live.room.state.place?.page, PATIENTLY).toBe(1)
    await move(2)
    await expect.poll(() => placeOf(presenter).slide, { ...PATIENTLY, interval: 20 }).toBe(2)
    await presenter.keyboard.press('ArrowRight')
    await expect.poll(() => opened.live.room.state.place?.page, PATIENTLY).toBe(3)
  })

  it('hold a question of one long word within the screen, as phones do', async () => {
    const { room } = opened.live
    const text = 'x'.repeat(280)
    await room.take('ada', { do: 'write', text })
    const [message] = room.state.messages.keys()
    for (const action of ['pass', 'feature'] as const) await room.lead('facilitator', { do: action, message: message! })
    const presenter = await openPresenter()
    const desk = await presenter.context().newPage()
    await desk.setViewportSize(PHONE.viewport)
    await desk.goto(`${origin}/desk/`)
    for (const page of [desk, await openPhone()]) {
      await page.locator('.room-list').getByText(text).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.viewport.width)
    }
  })

  it('stay closed to whoever did not come by a link', async () => {
    const desk = await open('/desk/', PHONE)
    await desk.getByText(opened.live.room.content.labels.desk.refused).waitFor()
  })
})
