import { expect, it } from 'vitest'

import type { KindName } from '../../components/exercises/kind-types'
import { kindOf } from '../../components/exercises/registry'
import { fill } from '../../components/fill'
import { isolated } from '../../components/text/isolate'
import { plainText } from '../../components/text/rich-text'
import { useBrowser } from './support/browser'
import { exercises, firstOf, lacking, workshop } from './support/content'
import { keyOf, openStage } from './support/stage'

const { page: newPage } = useBrowser()
const words = workshop.labels.plan
const noted = exercises.flatMap(each =>
  each.kind === 'activity' && each.note ? [{ ...each, note: each.note }] : [],
)[0]
const [plan, check] = [firstOf('plan'), firstOf('self-check')]
/** The last idea that goes with a part which the self-check counts: without it, others stand before this one. */
const last = plan?.ideas
  .filter(({ module }) => module && check?.reveal.profile.some(each => each.module === module))
  .pop()

const SKIPPED = lacking('plan', 'self-check', { 'a note': noted, 'an idea of a part': last })
it.skipIf(SKIPPED)(`a plan has the notes of before, and first the idea for the highest number${SKIPPED}`, async () => {
  const page = await newPage({ viewport: { width: 390, height: 844 } })
  const screen = await openStage(page, plan!.id)
  const ideas = screen.locator('.plan-ideas')
  const first = plan!.ideas[0]!
  const sentence = (idea: { if: string; then: string }) =>
    fill(words.sentence, { if: isolated(idea.if), then: isolated(idea.then) })
  await ideas.locator('summary').click()
  expect(await ideas.locator('p').innerText()).toBe(sentence(first))
  expect(await screen.getByText(words.reminders).count()).toBe(0)

  const { statements, reversed } = check!.reveal.profile.find(({ module }) => module === last!.module)!
  const chosen = Object.fromEntries(statements.map(id => [id, reversed.includes(id) ? 1 : 5]))
  await page.evaluate(
    stored => stored.forEach(([key, answer]) => localStorage.setItem(key, JSON.stringify({ version: 2, answer }))),
    [
      [keyOf(check!.id), { chosen }],
      [keyOf(noted!.id), { vote: '', note: 'In a month I ask first.', done: true }],
    ] as const,
  )
  await page.reload()
  await screen.getByRole('heading', { name: words.reminders }).waitFor()
  expect(await screen.locator('.plan-reminders').innerText()).toContain(plainText(noted!.note.ask))
  await screen.getByText('In a month I ask first.', { exact: true }).waitFor()
  await ideas.locator('summary').click()
  expect(await ideas.locator('p').innerText()).toBe(sentence(last!))
})

const [map, ladder, message] = [firstOf('network-map'), firstOf('skill-ladder'), firstOf('reach-out')]
const NOT_ALL = lacking('plan', 'network-map', 'skill-ladder', 'reach-out')
it.skipIf(NOT_ALL)(
  `a plan shows what is missing on the map, the step of the ladder, and the message${NOT_ALL}`,
  async () => {
    const page = await newPage({ viewport: { width: 390, height: 844 } })
    const screen = await openStage(page, plan!.id)
    const kept: [{ id: string; kind: KindName }, object][] = [
      [map!, { gap: 'people with bees' }],
      [ladder!, { skill: ladder!.skills[0]!.id, steps: ['I greet Eli', '', ''] }],
      [message!, { message: 'Hello E., no need to answer.' }],
    ]
    await page.evaluate(
      kept => kept.forEach(([key, stored]) => localStorage.setItem(key, stored)),
      kept.map(([{ id, kind }, answer]): [string, string] => [
        keyOf(id),
        JSON.stringify({ version: kindOf(kind).version, answer }),
      ]),
    )
    await page.reload()
    const reminders = screen.locator('.plan-reminders')
    await reminders.waitFor()
    expect(await reminders.locator('dd').allInnerTexts()).toEqual(
      exercises.flatMap(({ id }) =>
        id === map!.id
          ? ['people with bees']
          : id === ladder!.id
            ? ['I greet Eli']
            : id === message!.id
              ? ['Hello E., no need to answer.']
              : [],
      ),
    )
  },
)
