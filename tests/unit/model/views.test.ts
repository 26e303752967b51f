import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'

import type { LearnerWorkshop, PaperWorkshop } from '../../../model/views'
import { forFacilitator, forLearner, forPaper } from '../../../model/views'
import type { Workshop } from '../../../model/workshop'
import { sampleWorkshop } from '../../fixtures/sample'

/** A word of its own in every facilitator field, every reveal field and every note of the sample. */
const sample = sampleWorkshop()
let workshop: Workshop

beforeAll(async () => {
  for (const file of [
    '10-start/exercises/habits',
    '10-start/exercises/neighbours',
    '20-ask-early/exercises/guess',
    '20-ask-early/exercises/dread',
    '20-ask-early/exercises/memory',
    '20-ask-early/exercises/plan',
    '10-start/module',
    '20-ask-early/module',
  ])
    plant(`content/modules/${file}.yaml`)
  sample.change('content/guide.yaml', 'Anyone who works', 'FACILITATOR Anyone who works')
  sample.change('content/modules/20-ask-early/slides.md', '**SAY** Small and', '**SAY** FACILITATOR Small and')
  const loaded = await sample.check()
  expect(loaded.problems).toEqual([])
  workshop = loaded.workshop!
})
afterAll(() => sample.dispose())

/** Writes the name of its group before each text of `reveal` and `facilitator`, and before every expected answer. */
function plant(file: string) {
  let group = ''
  const planted = sample
    .read(file)
    .split('\n')
    .map(line => {
      const top = line.match(/^(\w+):/)?.[1]
      group = top === 'reveal' ? 'REVEAL' : top === 'facilitator' ? 'FACILITATOR' : top ? '' : group
      const word = /^\s+expect: /.test(line) ? 'FACILITATOR' : group
      return word
        ? line.replace(
            /^(\s+(?:- )?(?:(?!item|right|module|statements|reversed|from|to)[\w-]+: )?)(?=[A-Z])/,
            `$1${word} `,
          )
        : line
    })
  sample.write(file, planted.join('\n'))
}

const count = (value: unknown, word: string) => JSON.stringify(value).split(word).length - 1

describe('the wall between facilitator, learner and paper', () => {
  it("finds every planted word in the facilitator's view, so that the search can fail", () => {
    expect(count(forFacilitator(workshop), 'FACILITATOR')).toBeGreaterThan(60)
    expect(count(forFacilitator(workshop), 'REVEAL')).toBeGreaterThan(9)
  })

  it("lets nothing of the facilitator's reach a learner", () => {
    expect(count(forLearner(workshop), 'FACILITATOR')).toBe(0)
    expect(count(forLearner(workshop), 'REVEAL')).toBe(count(workshop, 'REVEAL'))
  })

  it("lets neither answers nor anything of the facilitator's reach paper", () => {
    expect(count(forPaper(workshop), 'FACILITATOR')).toBe(0)
    expect(count(forPaper(workshop), 'REVEAL')).toBe(0)
  })

  it('keeps questions, points and labels for everyone', () => {
    for (const view of [forLearner(workshop), forPaper(workshop)]) {
      expect(Object.keys(view.exercises)).toEqual(Object.keys(workshop.exercises))
      expect(view.exercises.guess).toMatchObject({
        id: 'guess',
        minutes: 3,
        debrief: [['What made your number low or high?']],
      })
      expect(view.modules.map(module => module.keyPoints.length)).toEqual([2, 2])
      expect(view.labels).not.toHaveProperty('guide')
      expect(Object.keys(view)).not.toContain('slides')
      expect(Object.keys(view)).not.toContain('materials')
    }
  })

  it('is a wall for the compiler too', () => {
    type Learner = LearnerWorkshop['exercises'][string]
    type Paper = PaperWorkshop['exercises'][string]
    expectTypeOf<Learner>().toHaveProperty('reveal')
    expectTypeOf<Learner>().not.toHaveProperty('facilitator')
    expectTypeOf<Paper>().not.toHaveProperty('reveal')
    expectTypeOf<Paper>().not.toHaveProperty('facilitator')
    expectTypeOf<LearnerWorkshop['modules'][number]>().not.toHaveProperty('facilitator')
    expectTypeOf<PaperWorkshop['modules'][number]>().not.toHaveProperty('evidence')
    expectTypeOf<LearnerWorkshop>().not.toHaveProperty('guide')
    expectTypeOf<LearnerWorkshop>().not.toHaveProperty('slides')
    // @ts-expect-error a paper has no answers on it
    const { reveal } = forPaper(workshop).exercises.guess!
    expect(reveal).toBeUndefined()
  })
})
