import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { plainText } from '../../../components/text/rich-text'
import type { Workshop } from '../../../model/workshop'
import type { Sample } from '../../fixtures/sample'
import { sampleWorkshop } from '../../fixtures/sample'

const EARLY = 'content/modules/20-ask-early'

let sample: Sample
beforeEach(() => {
  sample = sampleWorkshop()
})
afterEach(() => sample.dispose())

async function load(): Promise<Workshop> {
  const { workshop, problems } = await sample.check()
  expect(problems).toEqual([])
  return workshop!
}
const notesOn = (workshop: Workshop, layout: string, exercise?: string, role?: string) =>
  workshop.slides
    .find(slide => slide.layout === layout && slide.exercise === exercise && (!role || slide.role === role))!
    .notes.map(({ kind, text, wait, file, line }) => [kind, plainText(text), wait, `${file}:${line}`])

describe('the notes of a slide', () => {
  it('that shows an exercise are the lines of its role in the script, each with its place', async () => {
    const workshop = await load()
    const file = 'content/modules/10-start/exercises/neighbours.yaml'
    expect(notesOn(workshop, 'exercise', 'neighbours', 'ask')).toEqual([
      ['say', 'I go first. I wait for days. Now tell one neighbour, if you like.', undefined, `${file}:31`],
      ['do', 'Say “change over” half-way.', 60, `${file}:32`],
    ])
    expect(notesOn(workshop, 'debrief', 'neighbours')).toEqual([
      ['ask', 'Who would like to say what kind of thing it was?', undefined, `${file}:35`],
    ])
  })

  it('without an exercise are the comment that ends it, with the wait that ends a paragraph', async () => {
    expect(notesOn(await load(), 'claim')).toEqual([
      ['say', 'This is the sentence. Who knows it?', undefined, `${EARLY}/slides.md:19`],
      ['do', 'Click once, and let them read.', 5, `${EARLY}/slides.md:21`],
    ])
  })

  it('end, on the last slide of a part, with the words that lead to the next one', async () => {
    const workshop = await load()
    expect(notesOn(workshop, 'break')).toEqual([
      ['say', 'Five minutes.', undefined, 'content/modules/10-start/slides.md:49'],
      ['say', 'Now to the reason why we wait.', undefined, 'content/modules/10-start/module.yaml:28'],
    ])
    expect(notesOn(workshop, 'exercise', 'plan').at(-1)![1]).toBe('That is all. Go and ask.')
    const said = workshop.slides.flatMap(({ notes }) => notes.map(({ text }) => plainText(text)))
    expect(said.filter(text => text === 'Now to the reason why we wait.').length).toBe(1)
  })

  it('begin with the labels that interface.yaml has, in any language', async () => {
    sample.change('content/interface.yaml', '  say: SAY', '  say: SAGEN')
    sample.change('content/interface.yaml', '  ask: ASK', '  ask: BITTE FRAGEN')
    for (const file of ['slides.md', 'content/modules/10-start/slides.md', `${EARLY}/slides.md`])
      sample.write(file, sample.read(file).replaceAll('**SAY**', '**SAGEN**').replaceAll('**ASK**', '**BITTE FRAGEN**'))
    const [said, asked] = notesOn(await load(), 'prose')
    expect(said!.slice(0, 2)).toEqual(['say', 'Think of one question that you have not asked yet.'])
    expect(asked!.slice(0, 2)).toEqual(['ask', 'Who has one?'])
  })

  it('are not judged while interface.yaml, which has their labels, cannot be read', async () => {
    sample.remove('content/interface.yaml')
    const { problems } = await sample.check()
    expect(problems.map(({ rule }) => rule)).toEqual(['content/file'])
  })

  it('of an exercise that repeats another one are those of the first, where it writes none itself', async () => {
    sample.write(`${EARLY}/exercises/plan-again.yaml`, 'kind: plan\nrepeats: plan\ntitle: Once more\n')
    sample.change('content/workshop.yaml', 'length: 35', 'length: 38')
    sample.change(`${EARLY}/module.yaml`, '\nevidence:', '  - exercise: plan-again\n    minutes: 3\n\nevidence:')
    sample.change(`${EARLY}/lesson.md`, '::exercise{#plan}', '::exercise{#plan}\n\n::exercise{#plan-again}')
    sample.write(
      `${EARLY}/slides.md`,
      `${sample.read(`${EARLY}/slides.md`)}\n---\nlayout: exercise\nexercise: plan-again\nrole: ask\n---\n`,
    )
    const workshop = await load()
    expect(notesOn(workshop, 'exercise', 'plan-again').slice(0, -1)).toEqual(notesOn(workshop, 'exercise', 'plan'))
    expect(notesOn(workshop, 'exercise', 'plan')[0]![3]).toBe(`${EARLY}/exercises/plan.yaml:31`)
  })
})
