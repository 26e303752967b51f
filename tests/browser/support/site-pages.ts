import process from 'node:process'

import type { Page } from 'playwright-chromium'

import type { StoredAnswer } from '../../../components/composables/answer-store'
import type { Said } from '../../../components/exercises/conversation-lab/walk'
import { MOST_TURNS, walkOf } from '../../../components/exercises/conversation-lab/walk'
import { kindOf } from '../../../components/exercises/registry'
import { loadOrThrow } from '../../../model/load'
import type { LearnerExercise } from '../../../model/views'
import { forLearner } from '../../../model/views'
import { partOf } from '../../../site/page-data'
import { sitePages } from '../../../site/pages'
import type { EnginePage, LocatorOf } from '../../engines/driver'
import { examples } from '../../fixtures/examples'
import { site } from './site'
import { keyOf } from './stage'
import { TIMEOUT, untilSeen } from './until'

export const workshop = forLearner(await loadOrThrow(process.cwd()))
export const pages = sitePages(workshop)
export const files = pages.map(({ file }) => file)
export const lessons = pages.filter(({ kind }) => kind === 'lesson')
/** Ids of a part's exercises, in the order in which they are done. */
export const exercisesOf = (module: (typeof lessons)[number]['module']) => partOf(workshop, module!).exercises

export const PHONE = { width: 390, height: 844 }
/** A window of 1280 × 1024, enlarged to 400 %. */
export const ENLARGED = { width: 320, height: 256 }
export const DESKTOP = { width: 1280, height: 800 }
/** A phone without a worker, which has tests of its own: it would fetch every page once for each profile. */
export const onPhone = { viewport: PHONE, locale: 'en-GB', serviceWorkers: 'block' as const }
/** A phone that keeps all pages, for the page that says so and then has a button for the rest. */
export const onPhoneWithWorker = { viewport: PHONE, locale: 'en-GB' }

export const address = (file: string) => `${site()}/${file}`

/** Opens a page and waits until it is hydrated, but for its exercises. */
export async function openPage(page: EnginePage, file: string) {
  await page.goto(address(file))
  await hydrated(page)
}

export async function hydrated(page: EnginePage) {
  await untilSeen(page, '.settings:not([inert])')
  await page.evaluate(() => document.fonts.ready)
}

/** Waits until nothing near the window moves: its exercises are hydrated, and two frames have the same layout. */
export const standsStill = (page: Page) =>
  page.evaluate(async timeout => {
    // As far as hydrateWhenVisible in site/script/main.ts looks ahead.
    const AHEAD = 800
    const isPending = () =>
      [...document.querySelectorAll<HTMLElement>('[data-island="exercise"][inert]')].some(exercise => {
        const { top, bottom } = exercise.getBoundingClientRect()
        return bottom > -AHEAD && top < innerHeight + AHEAD
      })
    const layout = () => `${scrollY} of ${document.documentElement.scrollHeight}`
    const began = Date.now()
    for (let before = ''; isPending() || layout() !== before; await new Promise(requestAnimationFrame)) {
      if (Date.now() - began > timeout) throw new Error(`${location.href} does not stand still.`)
      before = layout()
    }
  }, TIMEOUT)

/** Has every exercise of a page hydrated, as scrolling past it does. */
export async function hydrateAll<P extends EnginePage>(page: P): Promise<LocatorOf<P>> {
  await page.evaluate(async timeout => {
    const began = Date.now()
    // One after the other, as a reader comes past them: an observer misses what passes within one frame.
    for (const exercise of document.querySelectorAll<HTMLElement>('[data-island="exercise"]')) {
      exercise.scrollIntoView()
      for (; exercise.hasAttribute('inert'); await new Promise(resolve => setTimeout(resolve, 10)))
        if (Date.now() - began > timeout) throw new Error(`${exercise.dataset.id} is not hydrated.`)
    }
    scrollTo(0, 0)
  }, TIMEOUT)
  return page.locator('[data-island="exercise"]') as LocatorOf<P>
}

/** Puts answers on a device before a page of the site is opened there. */
export async function keep(page: Page, answers: Record<string, StoredAnswer>) {
  if (!page.url().startsWith(`${site()}/`)) await page.goto(address('favicon.svg'))
  await page.evaluate(
    kept => {
      for (const [key, text] of kept) localStorage.setItem(key, text)
    },
    Object.entries(answers).map(([id, stored]) => [keyOf(id), JSON.stringify(stored)] as const),
  )
}

export const WORDS = 'Eli and Noor, from the evening class'
const PLAN = {
  if: 'I have sat down on the late train',
  then: 'I write to Noor',
  date: '2031-09-24',
  madeOn: '2031-09-23',
  partner: 'K.',
  said: true,
}

const exampleAnswer = (kind: string) => examples.find(({ name }) => name === kind)!.stored.answer as object

/** A whole answer to an exercise of any kind; of what is asked from memory, everything was known or nothing. */
export function answerTo(exercise: LearnerExercise, known = true): StoredAnswer {
  return { version: kindOf(exercise.kind).version, answer: given(exercise, known) }
}

type Scenario = Extract<LearnerExercise, { kind: 'conversation-lab' }>['scenarios'][number]

/** A try that says the last line at every turn, up to an end. */
function tryOf(scenario: Scenario, said: Said[]): Said[] {
  const { steps, end } = walkOf(scenario, said)
  const { turn } = steps.at(-1)!
  if (end || steps.length === MOST_TURNS) return said
  return tryOf(scenario, [...said, { turn: turn.id, words: WORDS, line: turn.lines.at(-1)!.id, seen: true }])
}

function given(exercise: LearnerExercise, known: boolean): unknown {
  const each = <T>(asked: readonly { id: string }[], value: T) => Object.fromEntries(asked.map(({ id }) => [id, value]))
  switch (exercise.kind) {
    case 'self-check':
      return { chosen: Object.fromEntries(exercise.statements.map(({ id }, index) => [id, (index % 5) + 1])) }
    case 'forecast':
      return { guess: exercise.scale.from, shown: true }
    case 'reframe':
      return { before: 3, after: 7, words: each(exercise.prompts, WORDS) }
    case 'plan':
      return PLAN
    case 'activity':
      return {
        vote: exercise.vote?.options[0]?.id ?? '',
        note: WORDS,
        done: true,
      }
    case 'recall':
      return {
        items: Object.fromEntries(
          exercise.items.map(({ id, options }) => {
            const right = exercise.reveal.answers.find(answer => answer.item === id)?.right
            const choice = options?.find(option => (option.id === right) === known)?.id
            return [id, { given: choice ?? WORDS, checked: true, ...(!options && { mark: known ? 'had' : 'not' }) }]
          }),
        ),
      }
    case 'cases':
      return {
        cases: Object.fromEntries(
          exercise.cases.map(({ id, choices }) => {
            const { fits } = exercise.reveal.answers.find(answer => answer.case === id)!
            const chosen = choices.find(choice => fits.includes(choice.id) === known)!.id
            return [id, { chosen, checked: true, words: WORDS, compared: true }]
          }),
        ),
      }
    case 'conversation-lab': {
      const [first] = exercise.scenarios
      return { scenario: first!.id, tries: { [first!.id]: { now: tryOf(first!, []), before: [] } } }
    }
    case 'skill-ladder':
      return { ...exampleAnswer(exercise.kind), skill: exercise.skills[0]!.id }
    default:
      return exampleAnswer(exercise.kind)
  }
}

/** An answer to everything that is asked. */
export const allAnswers = (known = true) =>
  Object.fromEntries(Object.values(workshop.exercises).map(exercise => [exercise.id, answerTo(exercise, known)]))

/** How far somebody has come, by what is kept of an answer. */
export function progressOf(id: string, stored: string | null) {
  const exercise = workshop.exercises[id]!
  const { version, answer } = JSON.parse(stored!) as StoredAnswer
  const kind = kindOf(exercise.kind)
  return kind.progress(kind.read(answer, version, exercise), kind.first?.(exercise) ?? exercise)
}

/** Who or what has the focus, in a few words. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    return !element || element === document.body
      ? 'nothing'
      : (element.getAttribute('aria-label') ?? element.textContent ?? element.tagName)
          .trim()
          .replace(/\s+/g, ' ')
          .slice(0, 60)
  })
