import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'

import type { KindAllowList } from '../../../components/exercises/allow-list'
import { allow } from '../../../model/allow'
import { schemasAt } from '../../../model/expectation'
import { kinds } from '../../../model/kinds'
import { exerciseSchemas } from '../../../model/schemas/exercise'
import { moduleSchema } from '../../../model/schemas/module'
import { workshopSchema } from '../../../model/schemas/workshop'
import type { LearnerWorkshop, PaperWorkshop } from '../../../model/views'
import { forLearner, forPaper } from '../../../model/views'
import type { Module, Workshop } from '../../../model/workshop'
import { examples } from '../../fixtures/examples'
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

/** Writes the name of its group before each text of `reveal` and `facilitator`, and before the debrief's answers. */
function plant(file: string) {
  let group = ''
  const planted = sample
    .read(file)
    .split('\n')
    .map(line => {
      const top = line.match(/^(\w+):/)?.[1]
      group = top === 'reveal' ? 'REVEAL' : top === 'facilitator' ? 'FACILITATOR' : top ? '' : group
      const word = /^\s+expect: /.test(line) ? 'FACILITATOR' : /^\s+compare: /.test(line) ? 'REVEAL' : group
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
    expect(count(workshop, 'FACILITATOR')).toBeGreaterThan(60)
    expect(count(workshop, 'REVEAL')).toBeGreaterThan(9)
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
        debrief: [{ id: 'high', ask: ['What made your number low or high?'] }],
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

/** Adds a field to every group that a record's schema knows, as a later field of the facilitator's would be added. */
function withFieldsPlanted(schema: z.ZodType, value: unknown, path: (string | number)[] = []): unknown {
  if (Array.isArray(value)) {
    const groups = value.every(entry => entry && typeof entry === 'object' && !Array.isArray(entry))
    return groups ? value.map((entry, index) => withFieldsPlanted(schema, entry, [...path, index])) : value
  }
  if (!value || typeof value !== 'object') return value
  const isGroup = schemasAt(schema, path).some(each => each._zod.def.type === 'object')
  if (!isGroup) return value
  const fields = Object.entries(value).map(([name, inner]) => [name, withFieldsPlanted(schema, inner, [...path, name])])
  return { ...Object.fromEntries(fields), later: 'FACILITATOR' }
}

describe('a field that no allow-list names', () => {
  const planted = () => ({
    ...workshop,
    ...(withFieldsPlanted(workshopSchema, workshop) as Workshop),
    modules: workshop.modules.map(module => ({
      ...module,
      ...(withFieldsPlanted(moduleSchema, module) as Module),
    })),
    exercises: Object.fromEntries(
      examples.map(({ name, exercise }) => [name, withFieldsPlanted(exerciseSchemas[name]!, exercise)]),
    ) as Workshop['exercises'],
  })

  it('stays in the facilitator’s view, in the workshop and in its modules, down to the last group', () => {
    const { exercises: _, ...rest } = planted()
    const whole = { ...rest, exercises: {} }
    expect(count(whole, '"later":"FACILITATOR"')).toBeGreaterThan(30)
    expect(count(forLearner(whole), 'FACILITATOR')).toBe(0)
    expect(count(forPaper(whole), 'FACILITATOR')).toBe(0)
  })

  it.each(examples)('stays in the facilitator’s view, in an exercise of the kind $name', ({ name }) => {
    const { [name]: exercise } = planted().exercises
    const whole = { ...workshop, modules: [], exercises: { [name]: exercise! } }
    expect(count(exercise, '"later":"FACILITATOR"')).toBeGreaterThan(5)
    expect(count(forLearner(whole), 'FACILITATOR')).toBe(0)
    expect(count(forPaper(whole), 'FACILITATOR')).toBe(0)
    expect(forLearner(whole).exercises[name]).toHaveProperty('reveal.debrief')
    const { paper } = kinds[name]!.schema.allowed
    expect(forPaper(whole).exercises[name]).toEqual(
      expect.objectContaining(paper ? { reveal: allow(exercise!.reveal, paper) } : {}),
    )
    if (!paper) expect(forPaper(whole).exercises[name]).not.toHaveProperty('reveal')
  })

  it.each(examples)('is none of those that the kind $name has: its learners get all of them', ({ name, learner }) => {
    const { exercises } = planted()
    expect(forLearner({ ...workshop, exercises }).exercises[name]).toEqual(learner)
    const { reveal, ...open } = learner
    const { paper } = kinds[name]!.schema.allowed
    expect(forPaper({ ...workshop, exercises }).exercises[name]).toEqual({
      ...open,
      ...(paper && { reveal: allow(reveal, paper) }),
    })
  })

  it('is a type error in the kind that has it', () => {
    const _open = { question: z.string(), options: z.array(z.strictObject({ id: z.string(), hint: z.string() })) }
    type Nothing = Record<never, z.ZodType>
    const whole: KindAllowList<typeof _open, Nothing> = {
      open: { question: true, options: { id: true, hint: true } },
      reveal: {},
    }
    // @ts-expect-error no `question`
    const short: KindAllowList<typeof _open, Nothing>['open'] = { options: { id: true, hint: true } }
    // @ts-expect-error no `hint` in the options
    const shallow: KindAllowList<typeof _open, Nothing>['open'] = { question: true, options: { id: true } }
    const record = { question: 'Which?', options: [{ id: 'one', hint: 'secret' }] }
    expect(allow(record, whole.open)).toEqual(record)
    expect(allow(record, short)).toEqual({ options: record.options })
    expect(allow(record, shallow)).toEqual({ question: 'Which?', options: [{ id: 'one' }] })
  })
})
