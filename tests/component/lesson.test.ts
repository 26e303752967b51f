import { resolve } from 'node:path'

import { describe, expect, it } from 'vitest'

import { askAlone } from '../../components/exercises/debrief'
import { fill } from '../../components/fill'
import { minutesInWords } from '../../components/plural'
import { textsOf } from '../../components/text/blocks'
import type { RichText } from '../../components/text/rich-text'
import { plainText } from '../../components/text/rich-text'
import { loadOrThrow } from '../../model/load'
import { exercisesOf } from '../../model/schedule'
import { forLearner } from '../../model/views'
import type { Module } from '../../model/workshop'
import LessonPage from '../../site/pages/LessonPage.vue'
import { count, render, words } from './render'

/** The workshop in content/, whichever it is: what is asked here holds of any that `npm run check` finds sound. */
const workshop = await loadOrThrow(resolve(import.meta.dirname, '../..'))
const learner = forLearner(workshop)
const pages: Record<string, string> = {}
for (const module of learner.modules)
  pages[module.id] = await render(LessonPage, { workshop: learner, module }, {}, learner)
const MODULES = workshop.modules.map(({ id }) => id)
const { common, deck, lesson } = workshop.labels

const moduleOf = (id: string): Module => workshop.modules.find(module => module.id === id)!

/** Letters and digits alone: quotation marks are written differently in a page. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
/** A text between two of its citations, which a page shows as names. */
const partsOf = (text: RichText): string[] =>
  text
    .flatMap(part => (typeof part === 'string' ? [part] : 'cite' in part ? [] : [plainText([part])]))
    .map(bare)
    .filter(Boolean)
const missing = (page: string, texts: RichText[]) =>
  texts.flatMap(partsOf).filter(part => !bare(words(page)).includes(part))

describe('the lesson', () => {
  it.each(MODULES)('%s makes every point of its part', id => {
    const { keyPoints } = moduleOf(id)
    expect(keyPoints.length).toBeGreaterThan(0)
    expect(
      missing(
        pages[id]!,
        keyPoints.map(({ point }) => point),
      ),
    ).toEqual([])
  })

  it.each(MODULES)('%s says everything that its lesson.md says, in that order', id => {
    const said = moduleOf(id).lesson.flatMap(textsOf).flatMap(partsOf)
    const page = bare(words(pages[id]!))
    let from = 0
    const lost = said.filter(part => {
      const at = page.indexOf(part, from)
      from = at === -1 ? from : at + part.length
      return at === -1
    })
    expect(said.length).toBeGreaterThan(0)
    expect(lost).toEqual([])
  })

  it.each(MODULES)('%s begins with its title, its claim and what to say instead', id => {
    const { title, claim, reframe, summary, mistake } = moduleOf(id)
    const head = pages[id]!.match(/<header.*?<\/header>/s)![0]
    expect(words(head.match(/<h1>.*<\/h1>/)![0])).toBe(title)
    expect(missing(head, claim ? [claim, reframe!] : [summary])).toEqual([])
    if (mistake !== undefined) expect(words(head).startsWith(fill(common.mistake, { n: mistake }))).toBe(true)
  })

  it.each(MODULES)(
    '%s has its exercises in place, each with its goal, what to do alone, and a paper form beside the screen',
    id => {
      const asked = exercisesOf(moduleOf(id))
      const sections = [...pages[id]!.matchAll(/<section id="([\w-]+)" class="exercise".*?<\/section>/gs)]
      expect(sections.map(([, exercise]) => exercise).toSorted()).toEqual(asked.toSorted())
      for (const [section, exercise] of sections) {
        const { title, goal, solo, accessible, accessibleAlone, debrief, minutes } = workshop.exercises[exercise!]!
        expect(words(section.match(/<h[23].*?<\/h[23]>/)![0])).toBe(title)
        const said = [goal, solo, accessibleAlone ?? accessible, ...debrief.map(askAlone)]
        expect(missing(section, said), exercise).toEqual([])
        expect(words(section).startsWith(`${lesson.exercise} · ${minutesInWords(minutes, workshop)} `)).toBe(true)
        expect(section).toContain(`data-island="exercise" data-id="${exercise}" inert`)
        expect(section).toMatch(/<div class="on-paper">(?:<!--.*?-->)*<\w+ class="paper-/)
      }
    },
  )

  it.each(MODULES)('%s tells no finding without its limit, and says what is disputed', id => {
    const { evidence } = moduleOf(id)
    expect(count(pages[id]!, /<section id="evidence"[^>]*>.*?<details>/gs)).toBe(evidence.length ? 1 : 0)
    const items = [...pages[id]!.matchAll(/<li data-standing="(\w+)">(.*?)(?=<li data-standing|$)/gs)]
    expect(items.map(([, standing]) => standing)).toEqual(evidence.map(({ standing }) => standing))
    for (const [index, { finding, caveat, standing }] of evidence.entries()) {
      const [item] = items[index]!
      expect(missing(item, [finding, caveat])).toEqual([])
      expect(words(item)).toContain(` ${deck.caveat} `)
      const said = (['contested', 'warning'] as const).filter(each => words(item).startsWith(`${deck[each]} `))
      expect(said).toEqual(standing === 'support' ? [] : [standing])
    }
  })

  it.each(MODULES)('%s cites its sources by name', id => {
    expect(count(pages[id]!, /<cite/g)).toBeGreaterThanOrEqual(moduleOf(id).evidence.length)
    for (const key of Object.keys(workshop.references)) expect(words(pages[id]!)).not.toContain(`@${key}`)
  })

  it.each(MODULES)('%s has one heading above all others and leaves out no depth', id => {
    const depths = [...pages[id]!.matchAll(/<h([1-6])/g)].map(([, depth]) => Number(depth))
    expect(depths.filter(depth => depth === 1)).toHaveLength(1)
    expect(depths[0]).toBe(1)
    depths.slice(1).forEach((depth, index) => expect(depth - depths[index]!).toBeLessThanOrEqual(1))
  })

  it.each(MODULES)('%s keeps to itself what the facilitator knows', id => {
    const { facilitator } = moduleOf(id)
    const exercises = exercisesOf(moduleOf(id)).map(each => workshop.exercises[each]!)
    const secrets = [
      facilitator.purpose,
      ...facilitator.watchFor,
      ...exercises.flatMap(each => [
        ...each.facilitator.watchFor,
        each.facilitator.ifQuiet,
        ...each.debrief.flatMap(({ compare, expect = [] }) => [compare, expect]),
      ]),
    ]
    expect(secrets.length).toBeGreaterThan(3)
    expect(secrets.map(plainText).filter(secret => secret && words(pages[id]!).includes(secret))).toEqual([])
  })
})
