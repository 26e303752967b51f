import { describe, expect, it } from 'vitest'

import ExercisePaper from '../../components/exercises/ExercisePaper.vue'
import SentenceStarters from '../../components/exercises/SentenceStarters.vue'
import { allow } from '../../model/allow'
import { kinds } from '../../model/kinds'
import { examples, sentencesIn, textsIn } from '../fixtures/examples'
import { activity, forecast, plan, recall, reframe, selfCheck } from './exercise-records'
import { count, render, words } from './render'

const map = examples.find(({ name }) => name === 'network-map')!.learner

/** Paper gets an exercise without its reveal, but for what its kind names for paper. */
function paper({ reveal, ...open }: { kind: string; reveal: unknown }) {
  const { paper: shown } = kinds[open.kind]!.schema.allowed
  return render(ExercisePaper, { exercise: { ...open, ...(shown && { reveal: allow(reveal, shown) }) } })
}

describe('on paper', () => {
  it.each(examples)(
    'the kind $name has nothing to press, nothing styled in place and nothing that is revealed later',
    async ({ learner }) => {
      const html = await paper(learner)
      expect(html).not.toMatch(/<(?:input|button|textarea|select)\b/)
      expect(html).not.toContain('style=')
      expect(sentencesIn(learner.reveal).filter(text => words(html).includes(text))).toEqual([])
    },
  )

  it.each(examples)(
    'the kind $name prints every text of its open fields, but for those that are for screens alone',
    async ({ learner, schema }) => {
      const text = words(await paper(learner))
      const printed = Object.keys(schema.open).filter(field => !schema.screenOnly?.includes(field))
      const own = printed.map(field => (learner as unknown as Record<string, unknown>)[field])
      expect(textsIn(own).length).toBeGreaterThan(0)
      expect(textsIn(own).filter(each => !text.includes(each))).toEqual([])
    },
  )

  it('beginnings of sentences are one paragraph, which nobody sees where a record has none', async () => {
    const starters = (...texts: string[]) => render(SentenceStarters, { starters: texts.map(text => [text]) })
    expect(words(await starters('I found …', 'You once …'))).toMatch(/: I found … · You once …$/)
    expect(words(await starters())).toBe('')
  })

  it('a self-check is a table: a row for each statement, a number to ring for each place, and the scale in words', async () => {
    const html = await paper(selfCheck)
    expect(count(html, /<th scope="row">/g)).toBe(4)
    expect(count(html, /class="paper-circle"/g)).toBe(20)
    expect(words(html)).toContain('1 never 2 seldom 3 sometimes 4 often 5 always')
  })

  it('a self-check can be counted with a pen: its statements have numbers, and each sum has its key and a box', async () => {
    const html = await paper(selfCheck)
    expect([...html.matchAll(/class="paper-number">(\d+)</g)].map(([, number]) => number)).toEqual(['1', '2', '3', '4'])
    expect(count(html, /class="paper-box"/g)).toBe(2)
    expect(words(html)).toMatch(/My numbers .*Mistake 1 1 \+ 2\* = Mistake 2 3 \+ 4\* =$/)
  })

  it('a forecast is a ruler from one end of its scale to the other', async () => {
    const html = await paper(forecast)
    expect(words(html)).toContain('How many of 100? 0 10 20 30 40 50 60 70 80 90 100')
    expect(words(html)).toContain('of 100 people')
  })

  it('a reframe asks for the rating twice and gives each prompt its lines', async () => {
    const html = await paper(reframe)
    expect(count(html, /class="ruler"/g)).toBe(2)
    expect(count(html, /class="paper-line"/g)).toBe(5)
    expect(words(html)).toContain('0: not at all')
    expect(words(html)).toContain('10: very much')
    expect(words(html)).toContain('For example: The choir dinner.')
  })

  it('a recall is a numbered list with lines or boxes to tick', async () => {
    const html = await paper(recall)
    expect(html).toMatch(/<ol class="paper-recall/)
    expect(count(html, /class="paper-line"/g)).toBe(4)
    expect(count(html, /class="paper-tick"/g)).toBe(2)
  })

  it('a plan is a sentence with room to write, a day, a partner and a box to tick', async () => {
    const html = await paper(plan)
    expect(count(html, /class="paper-line"/g)).toBe(4)
    expect(count(html, /class="paper-box"/g)).toBe(2)
    expect(count(html, /class="paper-tick"/g)).toBe(1)
    expect(words(html)).toContain('If it is Monday, then I ask one question.')
  })

  it('an activity has its script, its vote and its lines', async () => {
    const html = await paper(activity)
    expect(count(html, /<dl class="paper-script"/g)).toBe(2)
    expect(count(html, /class="paper-tick"/g)).toBe(2)
    expect(count(html, /class="paper-line"/g)).toBe(3)
    expect(words(html)).toContain('This is for you alone.')
  })

  it('a map has two questions with boxes for names, its rings in words, who knows whom, and how to read it', async () => {
    const html = await paper(map)
    expect(html).toMatch(/<svg class="network-map" role="img" aria-label="[^"]*Close to me, Further away/)
    expect(count(html, /<circle/g)).toBe(3)
    expect(count(html, /class="paper-box"/g)).toBe(6)
    // Of four people there are six pairs.
    expect(count(html, /class="paper-tick"/g)).toBe(6)
    expect(words(html)).toContain('Whom did you ask for advice this month?')
    expect(words(html)).not.toContain('Whom have you not spoken to')
    expect(words(html)).toContain('Among four people there are six pairs.')
  })
})
