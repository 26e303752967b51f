import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import { kindOf } from '../../components/exercises/registry'
import { useBrowser } from './support/browser'
import { firstOf, idOf, lacking, pageOf, planSentence, workshop } from './support/content'
import { hydratedExercise } from './support/kept'
import { address, onPhone } from './support/site-pages'
import { keyOf, storedAnswer } from './support/stage'

const { page: newPage } = useBrowser()
const { labels } = workshop
const plan = idOf('plan')
const SKIPPED = lacking('plan')
const NO_MAP = lacking('network-map')
const PLAN_PAGE = pageOf(plan)

async function open(file: string): Promise<Page> {
  const page = await newPage(onPhone)
  await page.goto(address(file))
  return page
}

describe.skipIf(SKIPPED)(`an answer of another version${SKIPPED}`, () => {
  const store = (page: Page, id: string, stored: unknown) =>
    page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [keyOf(id), JSON.stringify(stored)])

  it.skipIf(NO_MAP)(
    `that an earlier one kept is read, and kept in the new shape once it is added to${NO_MAP}`,
    async () => {
      const map = firstOf('network-map')!
      const page = await open(`${pageOf(map.id)}#${map.id}`)
      await store(page, map.id, { version: 1, answer: { vote: '', note: 'written a year ago', done: true } })
      await page.reload()
      const screen = await hydratedExercise(page, map.id)
      await screen.getByRole('button', { name: labels.exercise.next }).click()
      await screen.getByLabel(labels['network-map'].code).fill('AB')
      await screen.getByLabel(labels['network-map'].code).press('Enter')
      expect(JSON.parse((await storedAnswer(page, map.id))!)).toMatchObject({
        version: kindOf('network-map').version,
        answer: { note: 'written a year ago', done: true, network: { people: [{ id: 1, code: 'AB' }], ties: [] } },
      })
      await page.goto(address('take-home.html'))
      await page.locator(`.document [data-exercise="${map.id}"]`).getByText('AB').first().waitFor()
    },
  )

  it('that a newer one kept is shown as far as it is understood, and keeps what is not', async () => {
    const page = await open(`${PLAN_PAGE}#${plan}`)
    const ahead = {
      if: 'the break begins',
      then: 'I talk to one person',
      date: '2031-09-24',
      madeOn: '2031-09-20',
      partner: 'Eli',
      said: true,
      places: ['the canteen'],
      mood: 4,
    }
    await store(page, plan, { version: 99, answer: ahead })
    await page.reload()
    const screen = await hydratedExercise(page, plan)
    await screen.getByText(planSentence('the break begins', 'I talk to one person')).waitFor()
    await screen.getByLabel(labels.plan.partner).fill('Noor')
    expect(JSON.parse((await storedAnswer(page, plan))!)).toEqual({
      version: 99,
      answer: { ...ahead, partner: 'Noor' },
    })
    for (const file of ['index.html', 'take-home.html', 'recall.html']) {
      await page.goto(address(file))
      await page.getByRole('heading', { level: 1 }).waitFor()
    }
    expect(JSON.parse((await storedAnswer(page, plan))!)).toEqual({
      version: 99,
      answer: { ...ahead, partner: 'Noor' },
    })
  })

  it('of an unknown shape is left as it is until something new is written', async () => {
    const page = await open(`${PLAN_PAGE}#${plan}`)
    const strange = { version: 99, answer: [{ if: { of: 'another shape' } }] }
    await store(page, plan, strange)
    await page.reload()
    await hydratedExercise(page, plan)
    await page.goto(address('take-home.html'))
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(JSON.parse((await storedAnswer(page, plan))!)).toEqual(strange)
  })
})
