import { describe, expect, it } from 'vitest'

import { answerKeys } from '../../components/exercises/answer-keys'
import { examples, sentencesIn } from '../fixtures/examples'
import { forecast, recall, selfCheck } from './exercise-records'
import { count, render, words } from './render'

const key = (kind: string, ...exercises: object[]) => render(answerKeys.componentOf(kind), { exercises })

describe('the answer key', () => {
  it.each(examples.filter(({ name }) => answerKeys.has(name)))(
    'of the kind $name says all that its reveal says, for every exercise that it gets',
    async ({ name, learner }) => {
      const text = words(await key(name, learner, { ...learner, id: 'second' }))
      // What the debrief is compared with stands beside its questions in the guide.
      const [sentence, ...others] = sentencesIn({ ...(learner.reveal as object), debrief: [] })
      for (const each of [sentence!, ...others]) expect(text.split(each).length - 1, each).toBe(2)
    },
  )

  it('of a recall has the right option in bold and what to say to each', async () => {
    const html = await key('recall', recall)
    expect(html).toContain('<strong>“The other”</strong>')
    expect(words(html)).toContain('“The first”: secret hint “The other”: secret praise')
  })

  it('of a self-check adds up statements by number, says which are turned, and leaves repeats out', async () => {
    const html = await key('self-check', selfCheck, { ...selfCheck, id: 'again', repeats: 'check' })
    expect(words(html)).toContain('A waste of time 1 + 2* secret first move')
    expect(count(html, /<table/g)).toBe(1)
  })

  it('of forecasts is one table with what was found', async () => {
    const html = await key('forecast', forecast, { ...forecast, id: 'more' })
    expect(count(html, /<table/g)).toBe(1)
    expect(words(html)).toContain('How many of 100? 80–90 secret finding secret caveat')
  })

  it('of a forecast that was found to be under a limit says so, and not that it was 0', async () => {
    const html = await key('forecast', { ...forecast, reveal: { ...forecast.reveal, found: { from: 0, to: 33 } } })
    expect(words(html)).toContain('How many of 100? at most 33 secret finding')
  })
})
