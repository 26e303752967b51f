import { describe, expect, it } from 'vitest'

import type { StoredAnswer } from '../../components/composables/answer-store'
import MapPeople from '../../components/exercises/activity/MapPeople.vue'
import MapTies from '../../components/exercises/activity/MapTies.vue'
import ExerciseScreen from '../../components/exercises/ExerciseScreen.vue'
import RecallItem from '../../components/exercises/recall/RecallItem.vue'
import RatingField from '../../components/exercises/reframe/RatingField.vue'
import ReframeSummary from '../../components/exercises/reframe/ReframeSummary.vue'
import SelfCheckProfile from '../../components/exercises/self-check/SelfCheckProfile.vue'
import { examples, sentencesIn } from '../fixtures/examples'
import { activity, map, plan, recall, reframe, selfCheck } from './records'
import { count, render, words } from './render'

const screen = (exercise: object, reveals = true) => render(ExerciseScreen, { exercise, reveals })

describe('on a screen, before anything is answered', () => {
  const asked = [...examples.map(({ name, learner }) => [name, learner] as const), ['map', map] as const]

  it.each(asked)(
    '%s shows nothing that is revealed later, takes no focus and styles nothing in place',
    async (_, exercise) => {
      for (const reveals of [true, false]) {
        const html = await screen(exercise, reveals)
        expect(sentencesIn(exercise.reveal).filter(text => words(html).includes(text))).toEqual([])
        expect(html).not.toContain('autofocus')
        expect(html).not.toContain('style=')
      }
    },
  )

  it.each(asked)('%s ties every control to a name', async (_, exercise) => {
    const html = await screen(exercise)
    const named = [...html.matchAll(/<label[^>]*\bfor="([^"]+)"/g)].map(([, id]) => id)
    const inLabels = [...html.matchAll(/<label[^>]*>(?:(?!<\/label>).)*<\/label>/gs)].join('')
    for (const [control] of html.matchAll(/<(?:input|textarea)\b[^>]*>/g))
      expect(inLabels.includes(control) || named.includes(/\bid="([^"]+)"/.exec(control)?.[1])).toBe(true)
  })

  it('a self-check asks one statement, with five answers in a group', async () => {
    const html = await screen(selfCheck)
    expect(html).toMatch(/<fieldset[^>]*><legend[^>]*>.*I wait\./s)
    expect(count(html, /type="radio"/g)).toBe(5)
    expect(words(html)).toContain('1 of 4')
    expect(words(html)).not.toContain('I go.')
  })

  it('a reframe begins with a rating that claims no number', async () => {
    const html = await screen(reframe)
    expect(html).toMatch(/type="range"[^>]*min="0"[^>]*max="10"/)
    expect(words(html)).toContain('Before: How much do you look forward to it? –')
    expect(words(html)).toContain('1 of 4')
  })

  it('a recall offers to check only where it may reveal, and to skip', async () => {
    expect(words(await screen(recall))).toContain('Check')
    const kept = words(await screen(recall, false))
    expect(kept).not.toContain('Check')
    expect(kept).toContain('Skip')
  })

  it('a plan begins with its moment and lends ideas one by one', async () => {
    const text = words(await screen(plan))
    expect(text).toContain('If … Which moment will come?')
    expect(text).toContain('If it is Monday, then I ask one question.')
    expect(text).not.toContain('it rains')
  })

  it('an activity shows one take of its script at a time', async () => {
    const html = await screen(activity)
    expect(html).toContain('role="group" aria-label="To read aloud"')
    expect(count(html, /<dt>/g)).toBe(2)
    expect(words(html)).toContain('1 of 4')
  })

  it('a map begins empty and asks for a code and a ring; who know each other comes next', async () => {
    const html = await screen(map)
    expect(html).toContain('role="img" aria-label="An empty map')
    expect(count(html, /class="network-person"/g)).toBe(0)
    expect(words(html)).toContain('Initials or a code Ring Close Far Add')
    expect(words(html)).toContain('1 of 2')
  })
})

describe('on a screen, after answering', () => {
  const answer = (a: number, b: number, c: number, d: number) => ({ chosen: { a, b, c, d } })

  it('a profile names the longest bar, with its number in words and where to start', async () => {
    const html = await render(SelfCheckProfile, { exercise: selfCheck, answer: answer(5, 1, 2, 4) })
    expect(html).toMatch(/<li data-accent="plum">/)
    expect(words(html)).toContain('A waste of time 10 from 2 to 10')
    expect(words(html)).toContain('Your longest bar: A waste of time. secret first move')
    expect(words(html)).not.toContain('secret second move')
    expect(html).toMatch(/<details[^>]*>.*secret counting/s)
  })

  it('a profile of bars of one length picks none of them', async () => {
    const text = words(await render(SelfCheckProfile, { exercise: selfCheck, answer: answer(3, 3, 3, 3) }))
    expect(text).toContain('All your bars are equally long.')
    expect(text).not.toContain('secret first move')
  })

  it('a self-check asked again stands beside the first one, with the difference in words', async () => {
    const again = { ...selfCheck, id: 'again', repeats: 'check' }
    const stored = { check: { version: 1, answer: answer(3, 3, 2, 4) } }
    const text = words(await render(SelfCheckProfile, { exercise: again, answer: answer(5, 1, 2, 4) }, stored))
    expect(text).toContain('A waste of time first 6, now 10: 4 higher')
    expect(text).toContain('Closest ties first 4, now 4: unchanged')
  })

  it('a self-check asked again says so when the first one was never finished', async () => {
    const again = { ...selfCheck, id: 'again', repeats: 'check' }
    const firsts: Record<string, StoredAnswer>[] = [
      {},
      { check: { version: 1, answer: { chosen: { a: 3 } } } },
      { check: { version: 1, answer: 'rubbish' } },
    ]
    for (const stored of firsts)
      expect(words(await render(SelfCheckProfile, { exercise: again, answer: answer(5, 1, 2, 4) }, stored))).toContain(
        'nothing to compare with',
      )
  })

  it.each([
    [2, 6, 'From 2 to 6: your number rose by 4.'],
    [5, 5, '5 before and 5 after: your number stayed the same.'],
    [7, 6, 'From 7 to 6: your number fell by 1.'],
  ])('a reframe rated %d and then %d says: %s', async (before, after, expected) => {
    const props = { exercise: reframe, answer: { before, after, words: { what: 'The dinner', who: ' ' } } }
    const text = words(await render(ReframeSummary, { ...props, reveals: true }))
    expect(text).toContain(`Which evening is it? The dinner ${expected} secret reading`)
    expect(text).not.toContain('Who will be there?')
    const kept = words(await render(ReframeSummary, { ...props, reveals: false }))
    expect(kept).toContain('The dinner')
    expect(kept).not.toMatch(/secret|number/)
  })

  it('a rating is spoken together with what its ends mean', async () => {
    expect(await render(RatingField, { moment: 'Before:', rating: reframe.rating, value: 3 })).toContain(
      'aria-valuetext="3 (0 not at all, 10 very much)"',
    )
  })

  it.each([
    ['one', 'Not that one. secret hint Answer: secret reason'],
    ['two', 'That is right. secret praise Answer: secret reason'],
  ])('a recall tells about option %s: %s', async (given, expected) => {
    const html = await render(RecallItem, {
      item: recall.items[1],
      reply: { given, checked: true },
      answer: recall.reveal.answers[1],
    })
    expect(words(html)).toContain(expected)
    expect(count(html, /disabled/g)).toBe(2)
  })

  it('a map lists its people, each with their ring and a way off it', async () => {
    const people = [
      { id: 1, code: 'AB', ring: 1 },
      { id: 4, code: 'CD', ring: 0 },
    ]
    const html = await render(MapPeople, { record: map.map, map: { people, ties: [] }, scrolls: false })
    expect(words(html)).toContain('AB Close Far Remove CD Close Far Remove')
    expect(html).toContain('aria-label="Ring of AB"')
    expect(html).toContain('aria-label="Remove CD"')
    expect(html).not.toContain(' style=')
    const full = await render(MapPeople, {
      record: { ...map.map, people: 2 },
      map: { people, ties: [] },
      scrolls: false,
    })
    expect(count(full, /<form/g)).toBe(0)
    expect(words(full)).toContain('The map is full.')
  })

  it('a map asks of one person at a time whom of the nearest they know', async () => {
    const people = Array.from({ length: 7 }, (_, index) => ({
      id: index + 1,
      code: `P${index + 1}`,
      ring: index < 5 ? 0 : 1,
    }))
    const html = await render(MapTies, { record: map.map, map: { people, ties: [[1, 3]] }, scrolls: true })
    expect(words(html)).toMatch(/Person P1 P2 P3 P4 P5 P1 knows … P2 P3 P4 P5$/)
    expect(count(html, /type="checkbox"[^>]* checked/g)).toBe(1)
    expect(html).not.toContain(' style=')
    expect(
      words(await render(MapTies, { record: map.map, map: { people: people.slice(1, 2), ties: [] }, scrolls: true })),
    ).toContain('A line needs two people.')
  })

  it('a recall lets people judge their own words', async () => {
    const html = await render(RecallItem, {
      item: recall.items[0],
      reply: { given: 'these', checked: true },
      answer: recall.reveal.answers[0],
    })
    expect(words(html)).toContain('Answer: secret pair')
    expect(count(html, /type="radio"/g)).toBe(3)
    expect(html).toContain('readonly')
  })
})
