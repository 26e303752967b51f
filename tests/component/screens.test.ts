import { describe, expect, it } from 'vitest'

import type { StoredAnswer } from '../../components/composables/answer-store'
import ExerciseScreen from '../../components/exercises/ExerciseScreen.vue'
import RecallItem from '../../components/exercises/recall/RecallItem.vue'
import RatingField from '../../components/exercises/reframe/RatingField.vue'
import ReframeSummary from '../../components/exercises/reframe/ReframeSummary.vue'
import SelfCheckProfile from '../../components/exercises/self-check/SelfCheckProfile.vue'
import { examples, sentencesIn } from '../fixtures/examples'
import { activity, plan, recall, reframe, selfCheck } from './exercise-records'
import { count, render, words } from './render'

const screen = (exercise: object, reveals = true) => render(ExerciseScreen, { exercise, reveals })

describe('on a screen, before anything is answered', () => {
  const asked = examples.map(({ name, learner }) => [name, learner] as const)

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

  it.each(asked)('%s is the same on a phone that has been sent nothing of what is revealed', async (_, exercise) => {
    expect(await screen({ ...exercise, reveal: {} }, false)).toBe(await screen(exercise, false))
  })

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
})

describe('on a screen, after answering', () => {
  const answer = (a: number, b: number, c: number, d: number) => ({ chosen: { a, b, c, d } })

  it('a profile names the highest number in words and where to start', async () => {
    const html = await render(SelfCheckProfile, { exercise: selfCheck, answer: answer(5, 1, 2, 4) })
    expect(html).toMatch(/<li data-accent="plum">/)
    expect(words(html)).toContain('A waste of time 10 from 2 to 10')
    expect(words(html)).toContain('Your highest number: A waste of time. secret first move')
    expect(words(html)).not.toContain('secret second move')
    expect(html).toMatch(/<details[^>]*>.*secret counting/s)
  })

  it('a profile of equal numbers picks none of them', async () => {
    const text = words(await render(SelfCheckProfile, { exercise: selfCheck, answer: answer(3, 3, 3, 3) }))
    expect(text).toContain('All your numbers are equal.')
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
