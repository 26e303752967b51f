import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { kindOf } from '../../components/exercises/registry'
import { forLearner } from '../../model/views'
import { answerTo, HOSTILE } from './support/answers'
import { AskedPage } from './support/asked'
import { findings } from './support/axe'
import { origin, slideLink, useBrowser } from './support/browser'
import { PAPER, paperOf } from './support/colours'
import { exercises, firstOf, idOf, lacking, planSentence, repeatOf, workshop } from './support/content'
import type { Answers } from './support/do-exercise'
import { judging } from './support/judged'
import { doByKeyboard, press, tabTo } from './support/keyboard'
import { progressOf } from './support/site-pages'
import { currentSlide, settled } from './support/slides'
import { everything, everythingSettled, keyOf, openStage, ready, storedAnswer, tooWide } from './support/stage'

const { page: newPage } = useBrowser()
const { labels } = workshop
const plan = idOf('plan')
const NO_PLAN = lacking('plan')
const ids = exercises.map(({ id }) => id)

const PHONE = { width: 390, height: 844 }
/** A window of 1280 × 1024, enlarged to 400 %. */
const ENLARGED = { width: 320, height: 256 }
const onPhone = { viewport: PHONE, locale: 'en-GB' }

/** The longer texts that answering reveals, and that nothing else says. */
function secretsOf({ reveal, ...open }: (typeof exercises)[number]): string[] {
  const rest = JSON.stringify(open)
  const leaves = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value.trim()]
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(leaves)
        : []
  return leaves(reveal).filter(text => text.length > 20 && !rest.includes(text))
}

/** The screen on an exercise's own page, for ways through it. */
const askedScreen = (page: Page) => new AskedPage(page).locator('.exercise-screen')

/** Judges each state of the exercises on their own pages once. */
const judge = judging()

/** By keyboard alone from the first step of an exercise on its own page to its end. */
const doAlone = (page: Page, answers?: Answers) => doByKeyboard(page, askedScreen(page), answers)

/** Which of these texts stand anywhere in the page: in its words or in an attribute, seen or not. */
const inPage = (page: Page, texts: string[]) =>
  page.evaluate(texts => {
    const stage = document.querySelector('#stage')!
    const all = [
      stage.textContent,
      ...[...stage.querySelectorAll('*')].flatMap(element => [...element.attributes].map(({ value }) => value)),
    ].join('\n')
    return texts.filter(text => all.includes(text))
  }, texts)

/** Loads a page again, on which an exercise has been begun; it is still known as begun. */
async function loadAgain(page: Page, id: string) {
  const before = await storedAnswer(page, id)
  expect(before).not.toBeNull()
  await page.reload()
  await ready(page)
  expect(await storedAnswer(page, id)).toBe(before)
  expect(await askedScreen(page).locator('.clear-answer button').count(), 'begun').toBeGreaterThan(0)
}

describe.each(ids)('the exercise %s on its own page', id => {
  const secrets = secretsOf(workshop.exercises[id]!)

  // One way through the exercise for all of this: it is what takes the time.
  it('is done by keyboard alone, fits a phone and 400 %, is sound to axe in light and dark, keeps its answer back until it is given, goes on when the page is loaded again in the middle, keeps every answer, and clears them only when asked twice', async () => {
    const page = await newPage(onPhone)
    await openStage(page, id)
    const empty = await everything(page)
    await page.reload()
    await ready(page)
    expect(await page.evaluate(() => document.activeElement === document.body), 'takes no focus by itself').toBe(true)
    const found: Record<string, string[]> = {}
    const shown = new Set<string>()
    const hasSteps = (await askedScreen(page).locator('.pager-row > .button').count()) > 0
    let isMidway = false
    await doAlone(page, {
      async look({ step, moment, waits }) {
        if (!isMidway && (hasSteps ? step === 3 || moment === 'end' : moment === 'answered')) {
          isMidway = true
          await loadAgain(page, id)
        }
        const state = moment === 'end' ? 'end' : `step ${step}, ${moment}`
        const wrong = await tooWide(page)
        const secret = await inPage(page, secrets)
        if (moment === 'asked' || waits) wrong.push(...secret.map(text => `already there: ${text}`))
        secret.forEach(text => shown.add(text))

        wrong.push(...(await judge(page, '.exercise-screen')))
        await page.setViewportSize(ENLARGED)
        wrong.push(...(await tooWide(page)).map(each => `at 400 %: ${each}`))
        // Around the exercise nothing changes, so the whole page is looked at once.
        if (moment === 'end') wrong.push(...(await findings(page)).map(each => `at 400 %: ${each}`))
        await page.setViewportSize(PHONE)
        if (wrong.length) found[state] = wrong
      },
    })
    expect(found).toEqual({})
    expect([...shown], 'what is shown in the end').not.toEqual([])
    expect(progressOf(id, await storedAnswer(page, id))).toBe('done')

    const answered = await everythingSettled(page)
    expect(answered).not.toEqual(empty)
    await page.reload()
    await ready(page)
    expect(await everythingSettled(page)).toEqual(answered)

    const button = (name: string) => askedScreen(page).getByRole('button', { name, exact: true })
    await tabTo(page, button(labels.answer.clear), 'Shift+Tab')
    await press(page, 'Enter')
    expect(await findings(page, ['.clear-answer']), 'asking whether to clear').toEqual([])
    await tabTo(page, button(labels.answer.clearNo))
    await press(page, 'Enter')
    await expect.poll(() => everything(page)).toEqual(answered)
    await tabTo(page, button(labels.answer.clear), 'Shift+Tab')
    await press(page, 'Enter')
    await tabTo(page, button(labels.answer.clearYes))
    await press(page, 'Enter')
    await expect.poll(() => storedAnswer(page, id)).toBeNull()
    expect(await everythingSettled(page)).toEqual(empty)
    await page.reload()
    await ready(page)
    await expect.poll(() => everything(page)).toEqual(empty)
  })
})

/** What axe finds in the light and in the dark. */
async function looks(page: Page): Promise<string[]> {
  const light = await findings(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await paperOf(page), 'the paper in the dark').toBe(PAPER.dark)
  const dark = await findings(page, undefined, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await paperOf(page), 'the paper in the light').toBe(PAPER.light)
  return [...light.map(each => `light: ${each}`), ...dark.map(each => `dark: ${each}`)]
}

/** One exercise of each kind, the longest of them. */
const oneOfEach = [...new Set(exercises.map(({ kind }) => kind))].map(
  kind =>
    exercises
      .filter(each => each.kind === kind)
      .reduce((a, b) => (JSON.stringify(b).length > JSON.stringify(a).length ? b : a)).id,
)

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(1000)

/** An answer with something else in place of every value. */
const answerOf = (id: string, text: unknown, number: unknown, flag: unknown) =>
  answerTo(forLearner(workshop).exercises[id]!, text, number, flag)

/** What may lie where an answer should be: left by another version, another program, or somebody's hand. */
const garbage: [what: string, stored: (id: string, version: number) => string][] = [
  ['nothing at all', () => ''],
  ['no JSON', () => '{"version":1,"answer":'],
  ['another kind of JSON', () => '[1, "two", null]'],
  ['no answer', (_, version) => JSON.stringify({ version, answer: null })],
  ['a list for an answer', (_, version) => JSON.stringify({ version, answer: [[]] })],
  ['an answer without anything in it', (_, version) => JSON.stringify({ version, answer: {} })],
  [
    'a version of the future',
    id => JSON.stringify({ version: 99, answer: answerOf(id, { of: 'another shape' }, [3], 'yes') }),
  ],
  ['a version that is none', id => JSON.stringify({ version: '1', answer: answerOf(id, 'words', 3, true) })],
  [
    'numbers beyond every scale',
    (id, version) => JSON.stringify({ version, answer: answerOf(id, 4, -1, 1) }).replaceAll('-1', '1e999'),
  ],
  [
    'names that belong to JavaScript',
    (_, version) =>
      `{"version":${version},"answer":{"__proto__":{"given":"x"},"constructor":1,"chosen":{"__proto__":5,"toString":5},"items":{"__proto__":{"given":"x"}},"words":{"constructor":"x"},"vote":"__proto__"}}`,
  ],
  [
    'hostile words in every field',
    (id, version) => JSON.stringify({ version, answer: answerOf(id, HOSTILE, HOSTILE, HOSTILE) }),
  ],
  [
    'hostile words, and honest numbers',
    (id, version) => JSON.stringify({ version, answer: answerOf(id, HOSTILE, 5, true) }),
  ],
  ['words without an end', (id, version) => JSON.stringify({ version, answer: answerOf(id, LONG, 5, true) })],
]

describe.each(oneOfEach)('whatever lies where the answer to %s should be', id => {
  it('the page stands and runs none of it', async () => {
    const page = await newPage(onPhone)
    const version = kindOf(workshop.exercises[id]!.kind).version
    await openStage(page, id)
    const wrong: Record<string, string[]> = {}
    for (const [what, stored] of garbage) {
      await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [keyOf(id), stored(id, version)])
      await page.reload()
      await ready(page)
      const steps = await everything(page)
      const found = await tooWide(page)
      if (steps.some(text => !text.trim())) found.push('a step is empty')
      if (
        await page.evaluate(
          () => 'ran' in window || document.querySelector('#stage :is(img, script, a[href^="javascript"])') !== null,
        )
      )
        found.push('it became part of the page')
      if (found.length) wrong[what] = found
    }
    expect(wrong).toEqual({})
  })
})

it.skipIf(NO_PLAN)(`what cannot be read gives way to a new answer${NO_PLAN}`, async () => {
  const page = await newPage(onPhone)
  await openStage(page, plan)
  await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [keyOf(plan), 'no JSON'])
  await page.reload()
  await ready(page)
  await doAlone(page, { words: 'Eli' })
  expect(JSON.parse((await storedAnswer(page, plan))!)).toMatchObject({
    version: kindOf('plan').version,
    answer: { if: 'Eli', then: 'Eli', partner: 'Eli', date: '2031-09-09', said: true },
  })
})

const guessed = workshop.slides.find(
  ({ role, exercise }) => role === 'results' && workshop.exercises[exercise!]!.kind === 'forecast',
)
const NO_RESULTS = lacking({ 'slide with the results of a forecast': guessed })
it.skipIf(NO_RESULTS)(`a slide with results stands whatever lies where its counts should be${NO_RESULTS}`, async () => {
  const { no, exercise } = guessed!
  const page = await newPage()
  await page.goto(slideLink(no))
  const counts = currentSlide(page).getByRole('spinbutton')
  const tally = currentSlide(page).locator('.tally')
  const toggle = tally.locator('.tally-toggle')
  for (const stored of [
    '',
    '{"version":1',
    '{"version":1,"answer":[7,7,7]}',
    JSON.stringify({
      version: 1,
      answer: Object.fromEntries(
        kindOf('forecast')
          .categories(workshop.exercises[exercise!]!)
          .map((category, index) => [category, [HOSTILE, -3, 1e9, 2.5, null][index]]),
      ),
    }),
  ]) {
    await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [keyOf(`${exercise}/counts`), stored])
    await page.reload()
    await settled(page, no)
    expect(await tally.getAttribute('data-state'), stored).toBe('asked')
    await toggle.press('Enter')
    expect(await counts.evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value)), stored).toEqual(
      Array.from({ length: await counts.count() }, () => '0'),
    )
  }
  await counts.first().fill('12')
  await page.reload()
  await settled(page, no)
  expect(await tally.getAttribute('data-state')).toBe('counted')
  expect(await tally.locator('.tally-count').first().textContent()).toBe('12')
})

it.skipIf(NO_PLAN)(`words that look like markup are shown as they were written${NO_PLAN}`, async () => {
  const page = await newPage(onPhone)
  const screen = await openStage(page, plan)
  await page.evaluate(
    ([key, text]) => localStorage.setItem(key!, text!),
    [keyOf(plan), JSON.stringify({ version: 1, answer: answerOf(plan, '<b>I & you</b>', 1, true) })],
  )
  await page.reload()
  await screen.getByRole('status').getByText(planSentence('<b>I & you</b>', '<b>I & you</b>').slice(0, -1)).waitFor()
})

/** Where an answer cannot be kept; whether there is room shows when something is written. */
const spoilt: [what: string, from: 'the start' | 'the first answer', ids: string[], spoil: () => void][] = [
  [
    'keeps nothing at all',
    'the start',
    oneOfEach,
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      }),
  ],
  [
    'has no room left',
    'the first answer',
    plan ? [plan] : [],
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  ],
]

describe.each(spoilt)('in a browser that %s', (_, from, ids, spoil) => {
  const { page: newPage } = useBrowser(spoil)
  it.each(ids)(`the exercise %s is done all the same, and says from ${from} that it will be gone`, async id => {
    const page = await newPage(onPhone)
    const screen = await openStage(page, id)
    const note = screen.getByRole('status').getByText(labels.answer.notKept)
    expect(await note.count(), 'before anything is answered').toBe(from === 'the start' ? 1 : 0)
    await doAlone(page)
    expect(await note.count(), 'at the end').toBe(1)
    expect(await findings(page, ['.clear-answer'])).toEqual([])
    expect(await screen.getByRole('button', { name: labels.answer.clear }).count(), 'answered').toBe(1)
    expect(await tooWide(page)).toEqual([])
  })
})

const selfCheck = idOf('self-check')
const selfCheckAgain = repeatOf(selfCheck)
const NOT_AGAIN = lacking({ 'self-check that repeats another one': selfCheckAgain })
describe.skipIf(NOT_AGAIN)(`the self-check, once more${NOT_AGAIN}`, () => {
  const words = labels['self-check']
  const profile = (page: Page) => page.locator('.profile').innerText()

  it('stands beside the first one, mistake by mistake', async () => {
    const page = await newPage(onPhone)
    await openStage(page, selfCheck)
    await doAlone(page, { choice: () => 0 })
    expect(await profile(page)).not.toContain(words.missing)
    await openStage(page, selfCheckAgain)
    // The first statement speaks of the first mistake; one step up there, and all the rest as before.
    await doAlone(page, { choice: step => (step === 1 ? 3 : 0) })
    const text = await profile(page)
    expect(text).not.toContain(words.missing)
    expect(text).toContain(words.first)
    expect(text).toContain(words.now)
    expect(text.match(new RegExp(words.higher.replace('{n}', '3'), 'g'))).toHaveLength(1)
    const mistakes = workshop.modules.filter(({ mistake }) => mistake).length
    expect(text.match(new RegExp(words.unchanged, 'g'))).toHaveLength(mistakes - 1)
    expect(await findings(page)).toEqual([])
  })

  it('says so when the first one was left unfinished', async () => {
    const page = await newPage(onPhone)
    const first = await openStage(page, selfCheck)
    await first.getByRole('radio').first().check()
    await openStage(page, selfCheckAgain)
    await doAlone(page)
    expect(await profile(page)).toContain(words.missing)
    expect(await profile(page)).not.toContain(words.unchanged)
  })
})

const ideas = firstOf('plan')?.ideas ?? []
const NO_IDEAS = lacking({ 'plan with two ideas to borrow': ideas.length > 1 })
it.skipIf(NO_IDEAS)(`a plan to borrow fills in the whole sentence, by keyboard alone${NO_IDEAS}`, async () => {
  const page = await newPage(onPhone)
  const screen = await openStage(page, plan)
  await tabTo(page, screen.locator('summary'))
  await press(page, 'Enter')
  await tabTo(page, screen.getByRole('button', { name: labels.plan.another }))
  await press(page, 'Enter')
  await tabTo(page, screen.getByRole('button', { name: labels.plan.borrow }), 'Shift+Tab')
  await press(page, 'Enter')
  await expect.poll(() => screen.getByRole('textbox').inputValue()).toBe(ideas[1]!.if)
  await screen.getByRole('status').getByText(planSentence(ideas[1]!.if, ideas[1]!.then)).waitFor()
})

it.skipIf(NO_IDEAS)(`words of one's own come back after a look at a plan to borrow${NO_IDEAS}`, async () => {
  const page = await newPage(onPhone)
  const screen = await openStage(page, plan)
  await screen.getByRole('textbox').fill('my bus is late')
  await screen.locator('summary').click()
  for (const name of [labels.plan.borrow, labels.plan.another, labels.plan.borrow])
    await screen.getByRole('button', { name, exact: true }).click()
  await expect.poll(() => screen.getByRole('textbox').inputValue()).toBe(ideas[1]!.if)
  await screen.getByRole('button', { name: labels.plan.own }).click()
  await expect.poll(() => screen.getByRole('textbox').inputValue()).toBe('my bus is late')
  expect(await screen.getByRole('button', { name: labels.plan.own }).count()).toBe(0)
})

describe('the list of exercises', () => {
  const links = (page: Page) => page.getByRole('main').getByRole('link')

  it.each([
    '',
    '?exercise=',
    '?exercise=no-such',
    '?exercise=__proto__',
    '?exercise=constructor',
    `?exercise=${encodeURIComponent(HOSTILE)}`,
  ])('comes up for %j, with every exercise in it', async query => {
    const page = await newPage(onPhone)
    await page.goto(`${origin()}/exercises/${query}`)
    await page.getByRole('heading', { level: 1, name: workshop.title }).waitFor()
    expect(await links(page).allInnerTexts()).toEqual(exercises.map(({ title }) => title))
    expect(await page.getByRole('alert').allInnerTexts()).toEqual(
      query.endsWith('no-such') || query.length > 12 ? [labels.stage.unknown] : [],
    )
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  })

  it('fits a phone and 400 %, is sound to axe, and leads to every exercise', async () => {
    const page = await newPage(onPhone)
    for (const viewport of [PHONE, ENLARGED]) {
      await page.setViewportSize(viewport)
      await page.goto(`${origin()}/exercises/`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await tooWide(page)).toEqual([])
      expect(await looks(page)).toEqual([])
    }
    expect(
      await links(page).evaluateAll(links =>
        links.map(link => new URL((link as HTMLAnchorElement).href).searchParams.get('exercise')),
      ),
    ).toEqual(ids)
    await tabTo(page, page.getByRole('link', { name: exercises.at(-1)!.title }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: exercises.at(-1)!.title }).waitFor()
    expect(await page.title()).toContain(exercises.at(-1)!.title)
  })
})
