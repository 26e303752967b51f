import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, expect, it } from 'vitest'

import { textsOf } from '../../components/text/blocks'
import { citesIn, plainText } from '../../components/text/rich-text'
import { loadOrThrow } from '../../model/load'
import { countActivities, isOver } from '../../model/minutes/count'
import { spokenWords } from '../../model/minutes/spoken'
import type { Note } from '../../model/notes'
import type { Activity } from '../../model/schedule'
import { exercisesOf, isArrival, totalMinutes } from '../../model/schedule'
import type { Exercise } from '../../model/schemas/exercise'
import type { Module, Workshop } from '../../model/workshop'
import { picturesOf } from '../fixtures/pictures'
import { describeOwn, ROOT } from './own'
import { runsOf, wordsOf } from './word-runs'

const files = readdirSync(join(ROOT, 'content'), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(?:yaml|md)$/.test(name))
  .map(name => `content/${name.replaceAll('\\', '/')}`)
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8')

let workshop: Workshop
beforeAll(async () => {
  workshop = await loadOrThrow(ROOT)
})

describeOwn('the wording of the workshop', () => {
  /** The article that the workshop follows, as fingerprints: enough to find its words, not to read them. */
  const source = new Set(textOf('tests/content/source-runs.txt').trim().split('\n'))
  const borrowed = (text: string, from: Set<string>) =>
    runsOf(text)
      .filter(({ hash }) => from.has(hash))
      .map(({ words }) => words)

  it('would be caught if it borrowed eight words in a row, whatever their marks and capitals', () => {
    const sentence = 'Seven herons stood in the shallow water, and none of them spoke.'
    const planted = new Set([...source, ...runsOf(sentence).map(({ hash }) => hash)])
    const page = 'This morning – it was cold – seven HERONS stood in\n  the “shallow” water and all of them spoke.'
    expect(borrowed(page, planted)).toEqual(['seven herons stood in the shallow water and'])
    expect(borrowed(page, source)).toEqual([])
  })

  it('knows the whole article', () => {
    expect(source.size).toBeGreaterThan(400)
  })

  it.each([...files, 'slides.md'])('%s says everything in words of its own', file => {
    expect(borrowed(textOf(file), source)).toEqual([])
  })
})

describeOwn('the points of the workshop', () => {
  const homes = {
    'opening': ['i1', 'i2', 'i3'],
    'waste-of-time': ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'],
    'fixed-skill': ['b1', 'b2', 'b3', 'b4', 'b5', 'b6'],
    'organic-growth': ['c1', 'c2', 'c3', 'c4'],
    'closest-ties': ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'],
    'closing': ['e1', 'e2', 'e3'],
  }

  it.each(Object.entries(homes))('%s makes each of its points, and on a slide', (id, keys) => {
    const module = workshop.modules.find(each => each.id === id)!
    expect(module.keyPoints.map(({ key }) => key).toSorted()).toEqual(keys)
    const shown = workshop.slides.filter(slide => slide.module === id).flatMap(slide => slide.points)
    expect(keys.filter(key => !shown.includes(key))).toEqual([])
  })

  it('come in the order of the article, and there are no others', () => {
    expect(workshop.modules.map(({ id }) => id)).toEqual(Object.keys(homes))
  })
})

describeOwn('the objectives of the workshop', () => {
  it('are each practised in one part, recalled at the close or said there, and asked again after 2, 7 and 30 days', () => {
    const exercisesIn = (module: Module) => exercisesOf(module).map(id => workshop.exercises[id]!)
    const close = workshop.modules.at(-1)!
    const before = workshop.modules.slice(0, -1).flatMap(exercisesIn)
    for (const { id } of workshop.objectives) {
      const isPractised = (exercises: readonly Exercise[]) => exercises.some(({ practises }) => practises.includes(id))
      expect(isPractised(before) || id === 'one-plan', id).toBe(true)
      expect(isPractised(exercisesIn(close).filter(({ minutesAtHome }) => !minutesAtHome)), id).toBe(true)
    }
    expect(workshop.followUp.map(({ days }) => days)).toEqual([2, 7, 30])
  })
})

describeOwn('the size of the workshop', () => {
  it('asks again after two, seven and thirty days, and answers six hard questions in short', () => {
    expect(workshop.followUp.map(({ days }) => days)).toEqual([2, 7, 30])
    expect(workshop.guide.hardQuestions.filter(({ inShort }) => inShort)).toHaveLength(6)
  })

  it('fills ninety minutes with at least 36 slides', () => {
    expect(totalMinutes(workshop.modules)).toBe(90)
    expect(workshop.slides.length).toBeGreaterThanOrEqual(36)
  })

  it('gives each part its minutes, with buffers, a break of seven, and the self-check on arrival', () => {
    const minutesOf = (activities: readonly Activity[]) => activities.reduce((sum, { minutes }) => sum + minutes, 0)
    const all = workshop.modules.flatMap(({ activities }) => activities)
    const isPause = (activity: Activity) => 'buffer' in activity || 'break' in activity
    expect(
      workshop.modules.map(({ id, activities }) => [
        id,
        minutesOf(activities.filter(activity => !isPause(activity) && !isArrival(activity))),
      ]),
    ).toEqual([
      ['opening', 9],
      ['waste-of-time', 14],
      ['fixed-skill', 16],
      ['organic-growth', 17],
      ['closest-ties', 12],
      ['closing', 10],
    ])
    expect(minutesOf(all.filter(activity => 'buffer' in activity))).toBeGreaterThanOrEqual(5)
    expect(minutesOf(all.filter(activity => 'break' in activity))).toBe(7)
    expect(all.filter(isArrival)).toEqual([{ exercise: 'self-check', minutes: 10, arrival: true }])
    expect(workshop.exercises['self-check']!.minutes).toBe(2)
  })

  it('holds for somebody who speaks slowly, at 110 words a minute', () => {
    const over = countActivities({ ...workshop, pace: 110 }).filter(isOver)
    expect(over.map(({ activity, planned, counted }) => [activity, planned, counted])).toEqual([])
  })

  it('never talks for longer than three minutes at a stretch without something to do, not even slowly', () => {
    const words = ({ text }: Note) => spokenWords(text, workshop.language)
    let longest = 0
    let talking = 0
    for (const { role, notes } of workshop.slides) {
      if (role === 'ask') talking = 0
      for (const note of notes) {
        if (note.kind === 'say') longest = Math.max(longest, (talking += words(note)))
        // A question to think about, to answer or to vote on, and a wait for it.
        if (note.kind === 'ask' || note.wait !== undefined) talking = 0
      }
      // After the last line that explains an exercise, people do it.
      if (role === 'ask') talking = 0
    }
    expect(longest / 110).toBeLessThanOrEqual(3)
    expect(longest).toBeGreaterThan(50)
  })

  it.each(['waste-of-time', 'fixed-skill', 'organic-growth', 'closest-ties'])(
    'the lesson on %s is read in a few minutes: 400 to 700 words',
    id => {
      const { lesson } = workshop.modules.find(module => module.id === id)!
      const text = lesson.flatMap(textsOf).map(plainText).join('\n')
      expect(wordsOf(text).length).toBeGreaterThanOrEqual(400)
      expect(wordsOf(text).length).toBeLessThanOrEqual(700)
    },
  )
})

describeOwn('the exercises', () => {
  const ofKind = <K extends Exercise['kind']>(kind: K) =>
    Object.values(workshop.exercises).find((each): each is Extract<Exercise, { kind: K }> => each.kind === kind)!

  it('have at least fourteen cases, new ones on each day, three for the room, and some that are no mistake or two', () => {
    const { cases, reveal } = ofKind('cases')
    expect(cases.length).toBeGreaterThanOrEqual(14)
    const rounds = [0, ...workshop.followUp].map((_, index) => cases.filter(({ round }) => round === index + 1).length)
    expect(Math.min(...rounds)).toBeGreaterThanOrEqual(3)
    expect(cases.filter(({ room }) => room)).toHaveLength(3)
    const fits = reveal.answers.map(({ fits: [first] }) => first)
    for (const [choice, least] of [
      ['two', 2],
      ['none', 2],
      ['too-much', 2],
      ['waste-of-time', 2],
      ['fixed-skill', 2],
      ['organic-growth', 2],
      ['closest-ties', 2],
    ] as const)
      expect(fits.filter(each => each === choice).length, choice).toBeGreaterThanOrEqual(least)
  })

  it('have three conversations, one of them in writing, and a ladder for each of six small skills', () => {
    expect(ofKind('conversation-lab').scenarios.map(({ id }) => id)).toEqual(['coffee', 'chat', 'table'])
    expect(ofKind('skill-ladder').skills).toHaveLength(6)
  })

  it('have a map of ten people and two questions in the room, and of forty at home', () => {
    const { prompts, room, atHome, example } = ofKind('network-map')
    expect([prompts.length, room.people, room.nearest, atHome.people]).toEqual([2, 10, 5, 40])
    const asked = [...prompts, ...atHome.prompts, ...atHome.bins].map(({ id }) => id)
    expect(Object.keys(example.answers).toSorted()).toEqual([...asked, 'closeness'].toSorted())
  })
})

describeOwn('the evidence', () => {
  it('has ten pictures or more, and every kind is among them', () => {
    const pictures = picturesOf(workshop)
    expect(pictures.length).toBeGreaterThanOrEqual(10)
    expect(new Set(pictures.map(({ kind }) => kind)).size).toBe(5)
  })

  it('has a standing and a way in which it was seen for every source', () => {
    for (const [key, reference] of Object.entries(workshop.references)) {
      expect(reference.standing, key).toMatch(/^(?:uncontested|contested|retracted)$/)
      expect(reference.seen, key).toMatch(/^(?:abstract|second-hand|memory)$/)
    }
  })

  it('gives a DOI only where somebody saw one, and each only once', () => {
    const dois = Object.entries(workshop.references).flatMap(([key, { doi, seen, unsure }]) =>
      doi ? [{ key, doi, seen, unsure }] : [],
    )
    expect(dois.length).toBeGreaterThan(20)
    expect(new Set(dois.map(({ doi }) => doi.toLowerCase())).size).toBe(dois.length)
    expect(dois.filter(({ seen, unsure }) => seen === 'memory' || unsure)).toEqual([])
  })

  it('shows the disputed work as disputed and the retracted paper as a warning', () => {
    const items = workshop.modules.flatMap(module => module.evidence)
    const standingOf = (key: string) =>
      items.filter(({ finding }) => citesIn(finding).includes(key)).map(({ standing }) => standing)
    expect(standingOf('casciaro2014')).toEqual(['contested'])
    expect(standingOf('gino2020')).toEqual(['warning'])
  })

  it('names its credit: the article and Ibarra, whose list it follows', () => {
    const credits = workshop.credits.map(plainText).join('\n')
    expect(credits).toContain('4 Networking Mistakes to Avoid')
    expect(credits).toContain('Ibarra')
    expect(workshop.credits.flatMap(citesIn)).toContain('ibarra2016')
  })
})
