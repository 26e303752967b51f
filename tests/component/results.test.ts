import { describe, expect, it } from 'vitest'

import ExerciseResults from '../../components/exercises/ExerciseResults.vue'
import { examples } from '../fixtures/examples'
import { context } from '../fixtures/workshop-context'
import { activity, plan, recall, reframe, selfCheck } from './exercise-records'
import { count, render, words } from './render'

const results = (exercise: object, counts = {}) => render(ExerciseResults, { exercise, counts })

describe('a room that has not voted yet', () => {
  const room = (counts = {}) => render(ExerciseResults, { exercise: selfCheck, counts }, {}, context, false)

  it('is asked, and sees neither empty bars nor controls but the one that opens them', async () => {
    const html = await room()
    expect(html).toContain('data-state="asked"')
    expect(html).not.toMatch(/tally-bar|tally-step|<input/)
    expect([...html.matchAll(/<button[^>]*>/g)].map(([button]) => button)).toEqual([
      expect.stringContaining('aria-expanded="false"'),
    ])
    expect(words(html)).toContain('A waste of time Closest ties Count')
  })

  it('sees bars and numbers once it has, and still no controls', async () => {
    const html = await room({ waste: 3 })
    expect(html).toContain('data-state="counted"')
    expect([...html.matchAll(/class="tally-count">(\d+)</g)].map(([, n]) => n)).toEqual(['3', '0'])
    expect(html).not.toContain('<input')
  })
})

describe('what the room sees', () => {
  it.each([
    ['a self-check', selfCheck, ['A waste of time', 'Closest ties']],
    ['a reframe', reframe, ['rose', 'stayed the same', 'fell']],
    ['a recall', recall, ['1', '2']],
    ['a plan', plan, ['within two days', 'within a week', 'later', 'no day yet']],
    ['an activity with a vote', activity, ['The first', 'The second']],
  ])('of %s is a bar and a number for each group', async (_, exercise, names) => {
    const html = await results(exercise)
    expect([...html.matchAll(/class="tally-label">([^<]+)</g)].map(([, name]) => name)).toEqual(names)
    for (const name of names) expect(html).toContain(`aria-label="Count: ${name}"`)
  })

  it('of a recall lists each answer under its number, an option by its own words', async () => {
    const html = await results(recall, { free: 3, choice: 1 })
    expect(html).toMatch(/<ol class="recall-answers">.*secret pair.*The other/s)
    expect(html).toContain('value="3"')
  })

  it('of an activity without a vote is its point alone', async () => {
    const html = await results({ ...activity, vote: undefined })
    expect(count(html, /tally/g)).toBe(0)
    expect(words(html)).toBe('secret point')
  })

  it.each(examples)(
    'of the kind $name has a count for each of its categories, and no style in place',
    async example => {
      const { kind, learner } = example
      const all = kind.categories(learner)
      const html = await results(learner, Object.fromEntries(all.map((key, at) => [key, at + 3])))
      // Where a room votes in several steps, as in "step/answer", it sees those of the first step.
      const seen = all.filter(key => key.split('/')[0] === all[0]!.split('/')[0] || !key.includes('/'))
      const counts = [...html.matchAll(/<input type="number"[^>]*value="(\d+)"/g)].map(([, value]) => Number(value))
      expect(counts).toEqual(seen.map(key => all.indexOf(key) + 3))
      expect(html).not.toContain('style=')
    },
  )

  it('of maps says why there are no bars as long as there are none, and no longer', async () => {
    const { learner } = examples.find(({ name }) => name === 'network-map')!
    const { fromFive } = context.labels['network-map']
    const room = async (counts: object) => words(await render(ExerciseResults, { exercise: learner, counts }))
    for (const few of [{}, { knownFew: 4, outer2: 5 }]) expect(await room(few)).toContain(fromFive)
    expect(await room({ knownFew: 5, outer2: 3, outer5: 2 })).not.toContain(fromFive)
  })

  it('of cases is the case that the room has come to, with what was shown of those before', async () => {
    const { learner, kind } = examples.find(({ name }) => name === 'cases')!
    const [first] = kind.categories(learner)
    const at = (answer: object) =>
      render(ExerciseResults, { exercise: learner, counts: {} }, { [`${learner.id}/step`]: { version: 1, answer } })
    const sections = (html: string) =>
      [...html.matchAll(/<section([^>]*)>(.*?)<\/section>/gs)].map(([, attributes, inside]) => ({
        hidden: attributes!.includes('hidden'),
        shown: !inside!.includes('<button type="button" class="button">'),
      }))
    const before = sections(await at({ step: 0, way: [] }))
    expect(before.map(({ hidden }) => hidden)).toEqual(before.map((_, index) => index !== 0))
    expect(before.some(({ shown }) => shown)).toBe(false)
    const last = before.length - 1
    const after = sections(await at({ step: last, way: [first] }))
    expect(after.map(({ hidden }) => hidden)).toEqual(before.map((_, index) => index !== last))
    expect(after.map(({ shown }) => shown)).toEqual(before.map((_, index) => index === 0))
  })
})
