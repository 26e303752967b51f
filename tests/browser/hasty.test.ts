import type { Locator, Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import type { KindName } from '../../components/exercises/kind-types'
import { fill } from '../../components/fill'
import { isolated } from '../../components/text/isolate'
import { useBrowser } from './support/browser'
import { firstOrExample, lacking, workshop } from './support/content'
import { allAnswers, DESKTOP, hydrateAll, keep, lessons, onPhone, openPage, standsStill } from './support/site-pages'
import { keyOf, openStage, storedAnswer } from './support/stage'

const { page: newPage } = useBrowser()
const { labels } = workshop
const PHONE = { viewport: { width: 390, height: 844 } }
const button = (screen: Locator, name: string) => screen.getByRole('button', { name, exact: true })
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).innerText.slice(0, 40))

/** Goes on without answering, to the end. */
async function passOver(screen: Locator) {
  const next = screen.locator('.pager-row > .button')
  while (await next.count()) await next.click()
}

describe.each<[KindName, { open: string; toOpen: string }]>([
  ['self-check', labels['self-check']],
  ['recall', labels.recall],
  ['cases', labels.cases],
])('passing over all of a %s', (kind, words) => {
  const skipped = lacking(kind)
  it.skipIf(skipped)(`is judged in nothing, and led back to the first${skipped}`, async () => {
    const { id, ...rest } = firstOrExample(kind)
    const page = await newPage(PHONE)
    const screen = await openStage(page, id)
    const first = await screen.innerText()
    await passOver(screen)
    const [before, after] = words.open.split('{n}') as [string, string]
    await screen.getByText(new RegExp(`^${before}\\d+${after.slice(0, 5)}`)).waitFor()
    expect(await focused(page)).toContain(before)
    const { reveal } = rest as { reveal: { rule?: unknown } }
    expect(await screen.locator('.pager-body > *').count()).toBe(reveal.rule ? 3 : 2)
    await button(screen, words.toOpen).click()
    await expect.poll(() => screen.innerText()).toBe(first)
  })
})

const NO_MAP = lacking('network-map')
it.skipIf(NO_MAP)(`a code that is typed on a map is added by going on or back${NO_MAP}`, async () => {
  const { id, room } = firstOrExample('network-map')
  const words = labels['network-map']
  const page = await newPage(PHONE)
  const screen = await openStage(page, id)
  const drawn = () => screen.locator('.network-person').allTextContents()
  const says = (label: string, n: number, code: string) =>
    screen
      .getByRole('status')
      .getByText(fill(label, { code: isolated(code), n, all: room.people }), { exact: true })
      .waitFor()
  const next = button(screen, labels.exercise.next)
  await next.click()
  await screen.getByLabel(words.code).fill('AB ')
  await next.click()
  await says(words.on, 1, 'AB')
  await screen.getByLabel(words.code).fill('CD')
  await button(screen, labels.exercise.back).click()
  await says(words.on, 2, 'CD')
  expect(await drawn()).toEqual(['AB', 'CD'])
  await button(screen, words.undo).click()
  expect(await drawn()).toEqual(['AB'])
  await screen.getByLabel(words.code).fill(' ')
  await next.click()
  await screen.getByLabel(words.code).fill('AB')
  await next.click()
  await says(words.again, 1, 'AB')
  await button(screen, labels.exercise.back).click()
  await screen.getByLabel(words.code).fill('EF')
  await button(screen, labels.answer.clear).click()
  await button(screen, labels.answer.clearYes).click()
  await next.click()
  expect(await drawn()).toEqual([])
})

const NO_SELF_CHECK = lacking('self-check')
it.skipIf(NO_SELF_CHECK)(`a double click goes one step on, and answers nothing in it${NO_SELF_CHECK}`, async () => {
  const { id } = firstOrExample('self-check')
  const page = await newPage(PHONE)
  const screen = await openStage(page, id)
  const place = screen.locator('.pager-count')
  const next = button(screen, labels.exercise.next)
  await next.dblclick()
  expect(await place.innerText()).toMatch(/^2 /)
  await next.click()
  expect(await place.innerText()).toMatch(/^3 /)
  await button(screen, labels.exercise.back).dblclick()
  expect(await place.innerText()).toMatch(/^2 /)
  expect(await screen.getByRole('radio', { checked: true }).count()).toBe(0)
})

it.skipIf(NO_SELF_CHECK)(`two quick taps on two answers both count, the later one last${NO_SELF_CHECK}`, async () => {
  const page = await newPage({ ...onPhone, hasTouch: true })
  const screen = await openStage(page, firstOrExample('self-check').id)
  const answers = screen.getByRole('radio')
  const centres = await answers.evaluateAll(all =>
    all.map(each => each.getBoundingClientRect()).map(({ x, y, width, height }) => [x + width / 2, y + height / 2]),
  )
  for (const [x, y] of centres.slice(0, 2)) await page.touchscreen.tap(x!, y!)
  expect(await answers.nth(1).isChecked()).toBe(true)
})

it.skipIf(NO_SELF_CHECK)(`three quick presses on the button that clears only ask${NO_SELF_CHECK}`, async () => {
  const { id } = firstOrExample('self-check')
  const page = await newPage(PHONE)
  const screen = await openStage(page, id)
  await screen.getByRole('radio').first().check()
  await button(screen, labels.answer.clear).click({ clickCount: 3 })
  await button(screen, labels.answer.clearYes).waitFor()
  expect(await screen.getByRole('radio', { checked: true }).count()).toBe(1)
  expect(await storedAnswer(page, id)).not.toBeNull()
})

/**
 * Goes to the end of every exercise of a page and back, each time by a double click. Its events are a mouse's, but made
 * in the page: a driver takes ten times as long for each, and the tests above have its double click.
 * @returns the controls that heard a second press that was not meant for them; nothing else comes of it
 */
const strayPresses = (page: Page) =>
  page.evaluate(async () => {
    // A field for text would only take the focus.
    const CONTROL = 'button, a, input:not([type=text], [type=date]), select, summary, label, [role="button"]'
    const FIELD = 'textarea, input:is([type=text], [type=date])'
    const heard: string[] = []
    let first: Element | null = null
    const note = ({ detail, target }: MouseEvent) => {
      if (detail < 2) first = (target as Element).closest(CONTROL)
    }
    document.addEventListener('click', note, { capture: true })
    document.addEventListener('click', event => {
      const control = (event.target as Element).closest(CONTROL)
      if (event.detail < 2 || !control || control === first) return
      if (control instanceof HTMLLabelElement && control.control?.matches(FIELD)) return
      event.preventDefault()
      heard.push(`${control.tagName} ${control.textContent.trim().slice(0, 30)}`)
    })
    const frame = () => new Promise(requestAnimationFrame)

    async function doubleClick(button: Element) {
      button.scrollIntoView({ block: 'nearest', behavior: 'instant' })
      const { x, y, width, height } = button.getBoundingClientRect()
      const [clientX, clientY] = [x + width / 2, y + height / 2]
      for (const detail of [1, 2]) {
        const hit = document.elementFromPoint(clientX, clientY)
        for (const type of ['mousedown', 'pointerup', 'click'])
          hit?.dispatchEvent(new MouseEvent(type, { detail, clientX, clientY, bubbles: true, cancelable: true }))
        await frame()
      }
    }

    for (const screen of document.querySelectorAll('.exercise-screen[data-kind]')) {
      const place = () => screen.querySelector('.pager-count')?.textContent
      for (const way of ['.button', '.button-quiet']) {
        const button = () => screen.querySelector(`.pager-row > ${way}:enabled`)
        for (let turns = 0, before; turns < 40 && button() && place() !== before; turns++) {
          before = place()
          await doubleClick(button()!)
        }
      }
    }
    return heard
  })

describe.each([
  ['phone', onPhone],
  ['desk', { ...onPhone, viewport: DESKTOP }],
])('the second press of a double click, on a %s,', (_, options) => {
  it.each(lessons)('lands on nothing else of $file', async ({ file }) => {
    const page = await newPage(options)
    for (const answers of [{}, allAnswers()]) {
      await keep(page, answers)
      await openPage(page, file)
      await hydrateAll(page)
      await standsStill(page)
      expect(await strayPresses(page)).toEqual([])
    }
  })
})

const NO_PLAN = lacking('plan')
it.skipIf(NO_PLAN)(`a plan that was passed over says what is missing${NO_PLAN}`, async () => {
  const page = await newPage(PHONE)
  const screen = await openStage(page, firstOrExample('plan').id)
  await passOver(screen)
  await screen.getByRole('status').getByText(labels.plan.missing).waitFor()
  while (await button(screen, labels.exercise.back).isEnabled()) await button(screen, labels.exercise.back).click()
  for (const words of ['it rains', 'I stay']) {
    expect(await screen.getByText(labels.plan.missing).count()).toBe(0)
    await screen.getByRole('textbox').fill(words)
    await button(screen, labels.exercise.next).click()
  }
  expect(await screen.getByText(labels.plan.missing).count()).toBe(0)
})

const NO_FORECAST = lacking('forecast')
it.skipIf(NO_FORECAST)(
  `a key that is held asks before it deletes, and does not answer; Escape answers no${NO_FORECAST}`,
  async () => {
    const { id } = firstOrExample('forecast')
    const page = await newPage(PHONE)
    const screen = await openStage(page, id)
    await screen.locator('input[type=range]').press('End')
    await button(screen, labels.answer.clear).focus()
    for (let times = 0; times < 3; times++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    expect(await focused(page)).toBe(labels.answer.clearYes)
    expect(await storedAnswer(page, id)).not.toBeNull()
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe(labels.answer.clear)
    expect(await storedAnswer(page, id)).not.toBeNull()
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe(labels.answer.clearYes)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(key => localStorage.getItem(key), keyOf(id))).toBeNull()
  },
)
