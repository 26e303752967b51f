import { describe, expect, it } from 'vitest'

import type { StoredAnswer } from '../../../components/composables/answer-store'
import { kindOf } from '../../../components/exercises/registry'
import { LARGEST, readAnswers, writeAnswers } from '../../../site/take-home/data-file'
import { firstOf, learnerWorkshop, pageOf } from '../../fixtures/learner'

const workshop = await learnerWorkshop()
const page = pageOf(workshop, 'take-home.html')
const [forecast, recall, reframe, plan, map] = (['forecast', 'recall', 'reframe', 'plan', 'network-map'] as const).map(
  kind => firstOf(workshop, kind).id,
) as [string, string, string, string, string]

const GUESS: StoredAnswer = { version: 1, answer: { guess: 40, shown: true } }
const REPLIES: StoredAnswer = {
  version: 1,
  answer: { items: { [firstOf(workshop, 'recall').items[0]!.id]: { given: 'one', checked: true, mark: 'partly' } } },
}
const [asked] = firstOf(workshop, 'reframe').debrief
const AFTER: StoredAnswer = {
  version: 1,
  answer: {
    words: Object.fromEntries(firstOf(workshop, 'reframe').debrief.map(({ id }, at) => [id, at ? '' : 'One train'])),
    compared: [asked!.id],
  },
}
const [later] = page.followUp
const LATER: StoredAnswer = {
  version: 1,
  answer: { words: Object.fromEntries(later!.ask.map(({ id }) => [id, 'Two trains'])), compared: [later!.ask[0]!.id] },
}
const kept: Record<string, StoredAnswer> = {
  [`later/${later!.days}/debrief`]: LATER,
  [forecast]: GUESS,
  [`${reframe}/debrief`]: AFTER,
  [recall]: REPLIES,
  [`${recall}/round-1`]: REPLIES,
  'recall/dates': { version: 1, answer: { from: '2031-04-01', set: true } },
}
const file = (change: Record<string, unknown>) =>
  JSON.stringify({
    format: 'workshop-answers',
    version: 1,
    workshop: page.id,
    saved: '2031-04-09',
    answers: kept,
    ...change,
  })
const read = (change: Record<string, unknown>) => readAnswers(page, file(change))

describe('a file of answers', () => {
  it('carries every answer and every round to another device as it was', () => {
    const written = writeAnswers(page, id => kept[id], '2031-04-09')
    const found = readAnswers(page, written)
    expect(found).toMatchObject({ leftOut: [] })
    expect(Object.keys('answers' in found ? found.answers : {}).toSorted()).toEqual(Object.keys(kept).toSorted())
    expect(found).toMatchObject({ answers: { [forecast]: GUESS, [`${reframe}/debrief`]: AFTER } })
    // Written again it is the same file: nothing is lost and nothing is added on the way.
    expect(writeAnswers(page, id => ('answers' in found ? found.answers[id] : undefined), '2031-04-09')).toBe(
      writeAnswers(page, id => readAnswersOf(written)[id], '2031-04-09'),
    )
  })

  function readAnswersOf(text: string): Record<string, StoredAnswer> {
    const found = readAnswers(page, text)
    return 'answers' in found ? found.answers : {}
  }

  it.each([
    ['no JSON', '{"format": ', 'loadNotJson'],
    ['nothing', '', 'loadNotJson'],
    ['a list', '[]', 'loadOther'],
    ['a number', '7', 'loadOther'],
    ['null', 'null', 'loadOther'],
    ['another file of ours', '{"format":"something-else","version":1,"answers":{}}', 'loadOther'],
  ] as const)('is refused when it is %s', (_, text, fault) => {
    expect(readAnswers(page, text)).toEqual({ fault })
  })

  it('is refused when it belongs to another workshop, was saved by a newer version, is too large or empty', () => {
    expect(read({ workshop: 'another-workshop' })).toEqual({ fault: 'loadOtherWorkshop' })
    expect(read({ version: 2 })).toEqual({ fault: 'loadNewer' })
    expect(read({ answers: { [forecast]: { version: 99, answer: {} } } })).toEqual({ fault: 'loadNewer' })
    expect(read({ answers: {} })).toEqual({ fault: 'loadEmpty' })
    expect(readAnswers(page, ' '.repeat(LARGEST + 1))).toEqual({ fault: 'loadTooLarge' })
  })

  it('gives what can be understood and names what cannot', () => {
    const found = read({
      answers: {
        ...kept,
        [reframe]: { version: 1, answer: 'a sentence' },
        'no-such-exercise': GUESS,
        [plan]: 7,
        [`${forecast}/round-1`]: GUESS,
        [`${recall}/round-1/debrief`]: AFTER,
        'no-such-exercise/debrief': AFTER,
        [`${recall}/round-0`]: REPLIES,
        [`${recall}/round-1000`]: REPLIES,
      },
    })
    expect(found).toMatchObject({
      leftOut: [
        workshop.exercises[reframe]!.title,
        'no-such-exercise',
        workshop.exercises[plan]!.title,
        `${forecast}/round-1`,
        `${recall}/round-1/debrief`,
        'no-such-exercise/debrief',
        `${recall}/round-0`,
        `${recall}/round-1000`,
      ],
    })
    expect(Object.keys('answers' in found ? found.answers : {})).toEqual(Object.keys(kept))
  })

  it('lets nothing through that its kind does not know', () => {
    const found = readAnswers(
      page,
      file({
        answers: {
          [forecast]: {
            version: 1,
            answer: { guess: 40, shown: true, extra: '<img src=x onerror=alert(1)>' },
            more: 1,
          },
        },
      }),
    )
    expect(found).toEqual({ answers: { [forecast]: GUESS }, leftOut: [] })
    const polluted = readAnswers(
      page,
      file({}).replace(
        `"${forecast}":`,
        `"__proto__":{"version":1,"answer":{"polluted":true}},"constructor":{"version":1,"answer":{}},"${forecast}":`,
      ),
    )
    expect(polluted).toMatchObject({ leftOut: ['__proto__', 'constructor'] })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('brings an answer in an earlier shape into today’s', () => {
    const found = read({ answers: { [map]: { version: 1, answer: { vote: '', note: '', done: true } } } })
    expect(found).toMatchObject({
      answers: {
        [map]: {
          version: kindOf('network-map').version,
          answer: { done: true, network: { people: [], ties: [] } },
        },
      },
    })
  })
})
