import { resolve } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { minutesTable } from '../../../commands/minutes-table'
import { checkCountedMinutes } from '../../../model/checks/counted-minutes'
import type { CountedActivity } from '../../../model/minutes/count'
import { countActivities, isOver } from '../../../model/minutes/count'
import { spokenWords } from '../../../model/minutes/spoken'
import { workingSeconds } from '../../../model/minutes/working'
import type { Problem } from '../../../model/problem'
import { minutesAndSeconds } from '../../../model/schedule'
import { YamlFile } from '../../../model/source-file'
import type { Workshop } from '../../../model/workshop'
import { sampleWorkshop } from '../../fixtures/sample'

const sample = sampleWorkshop()
let workshop: Workshop
beforeAll(async () => {
  workshop = (await sample.check()).workshop!
})
afterAll(() => sample.dispose())

describe('the words that are spoken', () => {
  it.each([
    ['plain words', ['Wait, and count to ten.'], 5],
    ['emphasis, without its marks', ['Go ', { em: ['out'] }, ' ', { strong: ['now'] }, '.'], 3],
    ['a link, without its address', ['Read ', { link: 'https://example.org/a/b', text: ['this page'] }], 3],
    ['no names of sources', ['It is so ', { cite: ['flynn2008', 'olden1999'] }, '.'], 3],
    ['an apostrophe and a number as one word each', ['Don’t take 1,177 of them.'], 5],
    ['dashes and an ellipsis as none', ['Well … – yes.'], 2],
    ['a blank by the words it asks for', ['Mine is [yours: the day].'], 5],
    ['nothing', [], 0],
  ])('count %s', (_, text, words) => {
    expect(spokenWords(text, 'en')).toBe(words)
  })

  it('are counted in languages that write no spaces', () => {
    expect(spokenWords(['今日は寒いです'], 'ja')).toBeGreaterThan(2)
  })
})

describe('the working time of an exercise', () => {
  it('is that of its kind, and half a minute to form groups', () => {
    const { habits, neighbours } = workshop.exercises
    expect(workingSeconds(habits!, workshop, () => 40)).toBe(40)
    expect(workingSeconds(neighbours!, workshop, () => 40)).toBe(70)
  })

  it('counts what is read aloud meanwhile as all that is spoken: at the pace and in the language', () => {
    const { habits } = workshop.exercises
    const reading = (text: string, language: string) =>
      workingSeconds(habits!, { language, pace: 60 }, (_, aloud) => aloud([[text], [text]]))
    expect(reading('Wait, and count to ten.', 'en')).toBe(10)
    expect(reading('今日は寒いです', 'ja')).toBeGreaterThan(4)
  })

  it('is planned for every kind', () => {
    for (const exercise of Object.values(workshop.exercises))
      expect(workingSeconds(exercise, workshop), exercise.id).toBeGreaterThan(0)
  })
})

describe('the minutes of an activity', () => {
  const of = (counted: CountedActivity[], name: string) =>
    counted.find(({ activity }) => Object.values(activity).includes(name))!

  it('are what is said and asked at the workshop’s pace, what is waited for, and the work of its exercise', () => {
    const counted = countActivities({ ...workshop, pace: 60 }, () => 100)
    expect(of(counted, 'neighbours')).toMatchObject({
      module: 'start',
      index: 2,
      planned: 240,
      spoken: 14,
      waited: 60,
      working: 130,
      counted: 204,
    })
    expect(of(counted, 'waiting')).toMatchObject({ spoken: 22, waited: 5, working: 0, counted: 27 })
    expect(of(countActivities({ ...workshop, pace: 120 }), 'waiting').spoken).toBe(11)
  })

  it('name the slides of the activity and its longest lines, waits among them', () => {
    const { slides, lines } = of(countActivities(workshop), 'waiting')
    expect(slides.map(no => workshop.slides[no - 1]!.layout)).toEqual(['claim', 'points', 'evidence'])
    const file = 'content/modules/20-ask-early/slides.md'
    expect(lines.map(({ file, line, words, wait }) => [`${file}:${line}`, words, wait])).toEqual([
      [`${file}:21`, 0, 5],
      [`${file}:46`, 8, undefined],
      [`${file}:19`, 7, undefined],
      [`${file}:35`, 7, undefined],
    ])
  })

  it('count nothing for a buffer, and no activity is left out', () => {
    const buffer = { buffer: 'Air', minutes: 2 }
    const [first, ...rest] = workshop.modules
    const modules = [{ ...first!, activities: [...first!.activities, buffer] }, ...rest]
    const counted = countActivities({ ...workshop, modules })
    expect(of(counted, 'Air')).toMatchObject({ planned: 120, counted: 0, slides: [], lines: [] })
    expect(counted.length).toBe(modules.flatMap(({ activities }) => activities).length)
    expect(counted.flatMap(({ slides }) => slides)).toEqual(workshop.slides.map(({ no }) => no))
  })

  it('are over when more is counted than is planned', () => {
    const [one] = countActivities(workshop)
    expect(isOver({ ...one!, planned: 60, counted: 60 })).toBe(false)
    expect(isOver({ ...one!, planned: 60, counted: 61 })).toBe(true)
  })

  it.each([
    [0, '0:00'],
    [9, '0:09'],
    [60, '1:00'],
    [725, '12:05'],
  ])('%i seconds are written %s', (seconds, text) => {
    expect(minutesAndSeconds(seconds)).toBe(text)
  })
})

describe('the table of minutes', () => {
  it('has every activity with planned and counted time, and under one that is over its three longest lines', () => {
    const table = minutesTable(workshop).split('\n')
    expect(table[0]).toMatch(/^ {2}Minutes at 130 spoken words a minute +planned +counted +spoken +waits +work$/)
    expect(table.find(line => line.includes('Coffee'))).toMatch(/^ {4}Coffee +5:00 +0:04 +0:04 +0:00 +0:00$/)
    expect(table.at(-1)).toBe('  Every activity holds.')

    const slow = minutesTable({ ...workshop, pace: 10 }).split('\n')
    const at = slow.findIndex(line => line.startsWith('!   Why we wait '))
    expect(slow[at]).toMatch(/2:00 +2:17 +2:12 +0:05 +0:00$/)
    expect(slow.slice(at + 1, at + 5)).toEqual([
      '        content/modules/20-ask-early/slides.md:46  8 words',
      '        content/modules/20-ask-early/slides.md:19  7 words',
      '        content/modules/20-ask-early/slides.md:35  7 words',
      expect.stringMatching(/^.   One question that you put off/),
    ])
    expect(slow.at(-1)).toMatch(/^ {2}\d of 10 activities are over \(!\), \d+:\d\d in all\.$/)
  })
})

describe('the check of the counted minutes', () => {
  const problemsAt = (pace: number): Problem[] => {
    const problems: Problem[] = []
    const { modules, exercises, slides } = workshop
    const files = new Map(
      modules.map(({ folder }) => {
        const file = `${folder}/module.yaml`
        return [file, new YamlFile(file, sample.read(file))] as const
      }),
    )
    const report = (problem: Problem) => void problems.push(problem)
    const records = {
      root: resolve(sample.root),
      workshop: { ...workshop, pace },
      modules,
      exercises,
      slides,
      words: [],
      files,
    }
    checkCountedMinutes({ ...records, report }, slides)
    return problems
  }

  it('finds nothing in a workshop that holds', () => {
    expect(problemsAt(130)).toEqual([])
  })

  it('points at the minutes of an activity that is over, and names its longest lines', () => {
    expect(problemsAt(10).find(({ message }) => message.includes('Why we wait'))).toMatchObject({
      file: 'content/modules/20-ask-early/module.yaml',
      line: 20,
      rule: 'module/minutes',
      message: 'Expected “Why we wait” to take 2:00, found 2:17: 2:12 spoken, 0:05 waited.',
      hint: expect.stringContaining('content/modules/20-ask-early/slides.md:46 (8 words)') as string,
    })
  })
})
