import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, expect, it } from 'vitest'

import { citesIn, plainText } from '../../components/text/rich-text'
import { loadOrThrow } from '../../model/load'
import { totalMinutes } from '../../model/schedule'
import type { Workshop } from '../../model/workshop'
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

describeOwn('the size of the workshop', () => {
  it('fills ninety minutes with at least 36 slides', () => {
    expect(totalMinutes(workshop.modules)).toBe(90)
    expect(workshop.slides.length).toBeGreaterThanOrEqual(36)
  })

  it('never talks for longer than five minutes at a stretch without something to do', () => {
    for (const { activities } of workshop.modules) {
      let talking = 0
      for (const activity of activities) {
        talking = 'talk' in activity ? talking + activity.minutes : 0
        expect(talking, JSON.stringify(activity)).toBeLessThanOrEqual(5)
      }
    }
  })

  it.each(['waste-of-time', 'fixed-skill', 'organic-growth', 'closest-ties'])(
    'the lesson on %s is read in a few minutes: 400 to 700 words',
    id => {
      const { lesson } = workshop.modules.find(module => module.id === id)!
      const text = lesson
        .flatMap(block =>
          block.type === 'exercise'
            ? []
            : block.type === 'list'
              ? block.items
              : block.type === 'quote'
                ? block.text
                : [block.text],
        )
        .map(plainText)
        .join('\n')
      expect(wordsOf(text).length).toBeGreaterThanOrEqual(400)
      expect(wordsOf(text).length).toBeLessThanOrEqual(700)
    },
  )
})

describeOwn('the evidence', () => {
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

describeOwn("the facilitator's words", () => {
  const opening = (text: string) => wordsOf(text).slice(0, 6).join(' ')

  it('lead from each part to the next in the notes as they do in the guide', () => {
    for (const module of workshop.modules) {
      const notes = workshop.slides.filter(slide => slide.module === module.id).flatMap(slide => slide.notes)
      const transition = opening(plainText(module.facilitator.transition))
      expect(
        notes.filter(({ text }) => opening(plainText(text)) === transition),
        module.id,
      ).not.toEqual([])
    }
  })
})
