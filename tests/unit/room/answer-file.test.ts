import { expect, it } from 'vitest'

import { answerFile } from '../../../components/composables/answer-file'
import { readAnswers } from '../../../site/take-home/data-file'
import { examples } from '../../fixtures/examples'

it('what a phone saves at the end of a room is a file that the take-home page loads', () => {
  const { learner, stored, kind } = examples.find(({ name }) => name === 'forecast')!
  const exercise = { ...learner, id: 'guess', kind: 'forecast' }
  const page = { id: 'a-workshop', exercises: { guess: exercise } } as unknown as Parameters<typeof readAnswers>[0]
  const file = answerFile('a-workshop', { guess: stored }, '2031-04-09')
  expect(readAnswers(page, file)).toEqual({
    answers: { guess: { version: kind.version, answer: kind.read(stored.answer, stored.version, learner) } },
    leftOut: [],
  })
  expect(readAnswers(page, answerFile('another', { guess: stored }, '2031-04-09'))).toEqual({
    fault: 'loadOtherWorkshop',
  })
})
