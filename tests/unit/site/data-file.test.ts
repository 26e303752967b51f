import { beforeAll, describe, expect, it } from 'vitest'

import type { StoredAnswer } from '../../../components/composables/answer-store'
import { kindOf } from '../../../components/exercises/registry'
import type { LearnerWorkshop } from '../../../model/views'
import type { PageData } from '../../../site/page-data'
import { LARGEST, readAnswers, writeAnswers } from '../../../site/take-home/data-file'
import { learnerWorkshop, pageOf } from '../../fixtures/learner'

let workshop: LearnerWorkshop
let page: PageData
beforeAll(async () => {
  workshop = await learnerWorkshop()
  page = pageOf(workshop, 'take-home.html')
})

const GUESS: StoredAnswer = { version: 1, answer: { guess: 40, shown: true } }
const REPLIES: StoredAnswer = {
  version: 1,
  answer: { items: { 'the-four': { given: 'one', checked: true, mark: 'partly' } } },
}
const AFTER: StoredAnswer = { version: 1, answer: { words: { number: 'One train', silent: '' }, compared: ['number'] } }
const kept: Record<string, StoredAnswer> = {
  'strangers-who-talk': GUESS,
  'strangers-who-talk/debrief': AFTER,
  'four-from-memory': REPLIES,
  'four-from-memory/round-1': REPLIES,
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
    expect(Object.keys('answers' in found ? found.answers : {})).toEqual([
      'strangers-who-talk',
      'strangers-who-talk/debrief',
      'four-from-memory',
      'four-from-memory/round-1',
      'recall/dates',
    ])
    expect(found).toMatchObject({ answers: { 'strangers-who-talk': GUESS, 'strangers-who-talk/debrief': AFTER } })
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
    expect(read({ workshop: 'four-other-mistakes' })).toEqual({ fault: 'loadOtherWorkshop' })
    expect(read({ version: 2 })).toEqual({ fault: 'loadNewer' })
    expect(read({ answers: { 'strangers-who-talk': { version: 99, answer: {} } } })).toEqual({ fault: 'loadNewer' })
    expect(read({ answers: {} })).toEqual({ fault: 'loadEmpty' })
    expect(readAnswers(page, ' '.repeat(LARGEST + 1))).toEqual({ fault: 'loadTooLarge' })
  })

  it('gives what can be understood and names what cannot', () => {
    const found = read({
      answers: {
        ...kept,
        'dreaded-occasion': { version: 1, answer: 'a sentence' },
        'no-such-exercise': GUESS,
        'one-plan': 7,
        'strangers-who-talk/round-1': GUESS,
        'four-from-memory/round-1/debrief': AFTER,
        'no-such-exercise/debrief': AFTER,
        'four-from-memory/round-0': REPLIES,
        'four-from-memory/round-1000': REPLIES,
      },
    })
    expect(found).toMatchObject({
      leftOut: [
        workshop.exercises['dreaded-occasion']!.title,
        'no-such-exercise',
        workshop.exercises['one-plan']!.title,
        'strangers-who-talk/round-1',
        'four-from-memory/round-1/debrief',
        'no-such-exercise/debrief',
        'four-from-memory/round-0',
        'four-from-memory/round-1000',
      ],
    })
    expect(Object.keys('answers' in found ? found.answers : {})).toEqual(Object.keys(kept))
  })

  it('lets nothing through that its kind does not know', () => {
    const found = readAnswers(
      page,
      file({
        answers: {
          'strangers-who-talk': {
            version: 1,
            answer: { guess: 40, shown: true, extra: '<img src=x onerror=alert(1)>' },
            more: 1,
          },
        },
      }),
    )
    expect(found).toEqual({ answers: { 'strangers-who-talk': GUESS }, leftOut: [] })
    const polluted = readAnswers(
      page,
      file({}).replace(
        '"strangers-who-talk":',
        '"__proto__":{"version":1,"answer":{"polluted":true}},"constructor":{"version":1,"answer":{}},"strangers-who-talk":',
      ),
    )
    expect(polluted).toMatchObject({ leftOut: ['__proto__', 'constructor'] })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('brings an answer in an earlier shape into today’s', () => {
    const found = read({ answers: { 'network-map': { version: 1, answer: { vote: '', note: '', done: true } } } })
    expect(found).toMatchObject({
      answers: {
        'network-map': {
          version: kindOf('network-map').version,
          answer: { done: true, network: { people: [], ties: [] } },
        },
      },
    })
  })
})
