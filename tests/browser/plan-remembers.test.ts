import { expect, it } from 'vitest'

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
