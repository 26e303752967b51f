import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'

import { afterAll, afterEach, describe, expect, it } from 'vitest'

import { kinds } from '../../../model/kinds'
import { countActivities } from '../../../model/minutes/count'
import { exercisesOf } from '../../../model/schedule'
import { forLearner, forPaper } from '../../../model/views'
import { printed, sampleWorkshop } from '../../fixtures/sample'
import { addRepeat, brokenCases, sendHome, withoutSlides } from './broken-cases'

// One copy for all: a test begins with what the one before it has left mended.
const sample = sampleWorkshop()
afterEach(() => sample.mend())
afterAll(() => sample.dispose())

const KIND = `["\`](?:${Object.keys(kinds).join('|')})["\`]`
const EVERY_KIND = new RegExp(`${KIND}(?:(?:, | or )${KIND}){3,}`, 'g')
/** Messages that list every kind there is: a new one changes nothing that is kept. */
const withoutKinds = (text: string) => text.replace(EVERY_KIND, '(every kind)')

describe('broken content', () => {
  it.each(Object.entries(brokenCases))('%s is told with its place and a remedy', async (name, breakIt) => {
    breakIt(sample)
    const { workshop, problems } = await sample.check()
    expect(workshop).toBeUndefined()
    expect(problems.length).toBeGreaterThan(0)
    for (const { message, hint } of problems) {
      expect(message, 'expected and found').toMatch(/^Expected .+, found .+[.:?”"]$/s)
      expect(hint, 'a remedy').toBeTruthy()
      expect(`${message} ${hint}`).not.toMatch(/\binvalid\b|\boops\b|\bplease\b/i)
    }
    await expect(withoutKinds(printed(problems))).toMatchFileSnapshot(`../../fixtures/broken/${name}.txt`)
  })
})

describe('the list of what may be broken', () => {
  it('has a case for every message that is kept, and a message for every case', () => {
    const kept = readdirSync(resolve(import.meta.dirname, '../../fixtures/broken')).map(name =>
      name.replace(/\.txt$/, ''),
    )
    expect(kept.toSorted()).toEqual(Object.keys(brokenCases).toSorted())
  })
})

describe('sound content', () => {
  it('gives the sample workshop without a problem', async () => {
    const { workshop, problems } = await sample.check()
    expect(problems).toEqual([])
    expect(Object.keys(workshop!.exercises)).toEqual(['habits', 'neighbours', 'guess', 'dread', 'memory', 'plan'])
    expect(workshop!.exercises.plan!.minutes).toBe(5)
  })

  it('stays sound when an editor on Windows saves every file with its own line ends', async () => {
    for (const file of [
      'slides.md',
      'content/workshop.yaml',
      'content/modules/20-ask-early/slides.md',
      'content/modules/20-ask-early/lesson.md',
      'content/modules/20-ask-early/exercises/plan.yaml',
    ])
      sample.write(file, sample.read(file).replaceAll('\n', '\r\n'))
    expect(await sample.printed()).toBe('')
  })

  it.each(['de', 'en-GB', 'pt-BR', 'zh-Hans', 'sr-Latn-RS', 'ar', 'he'])(
    'may be written in %s, as soon as slides.md says so too',
    async language => {
      const direction = ['ar', 'he'].includes(language) ? '\n  dir: rtl' : ''
      sample.change('content/workshop.yaml', 'language: en', `language: ${language}`)
      sample.change('slides.md', 'layout: cover', `layout: cover\nhtmlAttrs:\n  lang: ${language}${direction}`)
      expect(await sample.printed()).toBe('')
    },
  )

  it('reads the drawing of a mistake beside its words, and no drawing for another part', async () => {
    const [start, early] = (await sample.check()).workshop!.modules
    expect(start!.drawing).toBeUndefined()
    expect(early!.drawing).toMatchObject({
      mistake: 'One person sits alone, away from three others who are joined to each other.',
      nodes: [{ id: 'me', x: 60, y: 220, me: true }, { id: 'near' }, { id: 'high', shape: 'square' }, { id: 'far' }],
    })
    expect([start!.accent, early!.accent]).toEqual(['gold', 'teal'])
  })

  it('lets an exercise that repeats another one take over what it leaves out', async () => {
    addRepeat(sample)
    expect(await sample.printed()).toBe('')
    const { workshop } = await sample.check()
    const { habits, 'once-more': again } = workshop!.exercises
    expect(again).toMatchObject({
      title: 'Once more',
      repeats: 'habits',
      minutes: 2,
      reveal: (habits as { reveal: unknown }).reveal,
    })
  })

  it('has an exercise for home in its lesson alone, behind the others of its part and outside the plan', async () => {
    sendHome(sample)
    withoutSlides(sample, 'dread')
    expect(await sample.printed()).toBe('')
    const workshop = (await sample.check()).workshop!
    expect(workshop.modules.map(({ forHome }) => forHome)).toEqual([[], ['dread']])
    expect(exercisesOf(workshop.modules[1]!)).toEqual(['guess', 'memory', 'plan', 'dread'])
    expect(Object.keys(workshop.exercises)).toEqual(['habits', 'neighbours', 'guess', 'memory', 'plan', 'dread'])
    expect(workshop.exercises.dread).toMatchObject({ minutes: 7, minutesAtHome: 7 })
    expect(
      countActivities(workshop).some(({ activity }) => 'exercise' in activity && activity.exercise === 'dread'),
    ).toBe(false)
    expect(forLearner(workshop).modules[1]!.forHome).toEqual(['dread'])
    expect(forPaper(workshop).exercises.dread!.minutesAtHome).toBe(7)
  })

  it('lets a repeat of an exercise for home have a place of its own', async () => {
    sendHome(sample)
    withoutSlides(sample, 'dread')
    sample.write(
      'content/modules/20-ask-early/exercises/dread-again.yaml',
      'kind: reframe\nrepeats: dread\ntitle: Once more\nminutesAtHome: 3\n',
    )
    sample.change(
      'content/modules/20-ask-early/lesson.md',
      '::exercise{#dread}',
      '::exercise{#dread}\n\n::exercise{#dread-again}',
    )
    expect(await sample.printed()).toBe('')
    expect((await sample.check()).workshop!.exercises['dread-again']!.minutes).toBe(3)
  })
})
