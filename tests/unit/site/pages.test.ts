import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { citedKeys } from '../../../components/text/cited'
import { exercisesOf } from '../../../model/schedule'
import type { LearnerExercise, LearnerWorkshop } from '../../../model/views'
import { documentOf } from '../../../site/document'
import { recordFile, recordOf } from '../../../site/exercise-record'
import { manifest, sitemap } from '../../../site/files'
import { sectionsOf } from '../../../site/headings'
import { pageData } from '../../../site/page-data'
import type { ExerciseRecord } from '../../../site/page-exercise'
import { fileOf, sitePages } from '../../../site/pages'
import { firstOf, learnerWorkshop, pageOf } from '../../fixtures/learner'

const workshop = await learnerWorkshop()
const { modules } = workshop
/** The first part about a mistake; it comes second, and has an exercise, a heading and findings. */
const part = modules[1]!
const PART = fileOf(part)
const [activity, plan, ladder, lab] = (['activity', 'plan', 'skill-ladder', 'conversation-lab'] as const).map(kind =>
  firstOf(workshop, kind),
) as [LearnerExercise, LearnerExercise, LearnerExercise, LearnerExercise]
const planned = modules.find(module => exercisesOf(module).includes(plan.id))!

describe('the pages of the site', () => {
  it('are a welcome, one for each part in order and four more, each with its file, title and description', () => {
    const pages = sitePages(workshop)
    expect(pages.map(({ file }) => file)).toEqual([
      'index.html',
      ...modules.map(({ id }) => `${id}.html`),
      'take-home.html',
      'recall.html',
      'about.html',
      'accessibility.html',
    ])
    for (const key of ['file', 'title', 'description'] as const)
      expect(new Set(pages.map(page => page[key])).size, key).toBe(pages.length)
  })

  it('bring along what they show, and no more', () => {
    const asked = (file: string) => Object.keys(pageOf(workshop, file).asked)
    const brought = (file: string) => Object.keys(pageOf(workshop, file).exercises)
    const alone = modules[3]!
    expect(asked(fileOf(alone))).toEqual(exercisesOf(alone))
    expect(pageOf(workshop, PART).labels).not.toHaveProperty('takeHome')
    for (const id of exercisesOf(part))
      expect(pageOf(workshop, PART).labels).not.toHaveProperty(workshop.exercises[id]!.kind)
    expect(brought('recall.html')).toEqual(
      Object.values(workshop.exercises).flatMap(({ id, kind }) => (['recall', 'cases'].includes(kind) ? [id] : [])),
    )
    // The plan is asked with the exercise whose answer offers it an idea.
    expect(exercisesOf(planned)).not.toContain(ladder.id)
    expect(asked(fileOf(planned))).toEqual(expect.arrayContaining([plan.id, ladder.id]))
    expect(pageOf(workshop, fileOf(planned)).asked[plan.id]!.needs).toContain(ladder.id)
    expect(asked(fileOf(planned))).not.toContain(lab.id)
    expect(asked('index.html')).toEqual(Object.keys(workshop.exercises))
    for (const file of [PART, fileOf(planned), 'index.html', 'about.html']) expect(brought(file)).toEqual([])
    expect(brought('take-home.html')).toEqual(Object.keys(workshop.exercises))
    expect(pageOf(workshop, 'take-home.html').labels.takeHome!.print).toBe(workshop.labels.takeHome.print)
    expect(pageOf(workshop, 'take-home.html').followUp.map(({ days }) => days)).toEqual([3, 21])
  })

  it('leave an exercise to a file of its own, with the words of its kind, its sources and what to compare with', () => {
    const { id } = firstOf(workshop, 'forecast')
    const { file, json } = recordFile(workshop, id)
    const home = modules.find(module => exercisesOf(module).includes(id))!
    expect(pageOf(workshop, fileOf(home)).asked[id]!.record).toBe(file)
    const { exercise, labels, references } = JSON.parse(json) as ExerciseRecord
    expect(exercise).toEqual(recordOf(workshop, id).exercise)
    expect(exercise.reveal.debrief).toHaveLength(exercise.debrief.length)
    expect(Object.keys(labels)).toEqual(['forecast'])
    expect(Object.keys(references).toSorted()).toEqual(citedKeys(exercise, workshop.references).toSorted())
  })

  it('say how long a part takes: its words at a careful pace, and its exercises', () => {
    for (const part of pageOf(workshop, 'index.html').parts) {
      const doing = part.exercises.reduce((sum, id) => sum + workshop.exercises[id]!.minutes, 0)
      expect(part.minutes, part.id).toBeGreaterThan(doing)
      expect(part.minutes, part.id).toBeLessThan(doing + 8)
    }
  })

  it('know every place that can be resumed', () => {
    const { sections } = pageData(workshop, sitePages(workshop)[0]!, 0)
    expect(Object.keys(sections!)).toEqual(workshop.modules.map(({ id }) => `${id}.html`))
    expect(sections![PART]).toContainEqual({ id: 'familiar-is-not-known', title: 'Familiar is not known' })
    expect(sections![PART]).toContainEqual({ id: activity.id, title: activity.title, exercise: true })
  })
})

describe('the addresses on a page', () => {
  it('are never the same, even when a heading has the name of another or of an exercise', () => {
    const heading = (text: string) => ({ type: 'heading' as const, depth: 2, text: [text] })
    const ids = sectionsOf(
      [
        heading('A Plan'),
        { type: 'exercise', id: 'a-plan' },
        heading('A plan!'),
        { type: 'paragraph', text: ['…'] },
        heading('Größe & Maß'),
      ],
      () => 'Title',
    ).map(section => section?.id)
    expect(ids).toEqual(['a-plan-1', 'a-plan', 'a-plan-2', undefined, 'größe--maß'])
  })
})

describe('the document around a page', () => {
  const assets = { early: 'early()', first: 'body{margin:0}', main: 'assets/b.js', style: 'assets/c.css' }
  const made = (changes: Partial<LearnerWorkshop> = {}) => {
    const changed = { ...workshop, ...changes }
    return documentOf({
      workshop: changed,
      page: sitePages(changed)[2]!,
      assets,
      body: '<main></main>',
      data: { text: '</script><script>alert(1)</script>' },
    })
  }

  it.each([
    ['pt-BR', 'ltr'],
    ['ar', 'rtl'],
  ])('says that its language is %s and is written %s', (language, direction) => {
    expect(made({ language })).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}" dir="${direction}" `))
    expect(JSON.parse(manifest({ ...workshop, language }))).toMatchObject({ lang: language, dir: direction })
  })

  it('runs nothing inline but what its policy names, and nothing that is written in its data', () => {
    const html = made()
    expect(html.match(/<script[^>]*>/g)).toEqual([
      '<script>',
      '<script type="module" src="assets/b.js">',
      '<script type="application/json" id="page">',
    ])
    for (const [, inline] of [...html.matchAll(/<(?:script|style)>(.*?)<\/(?:script|style)>/gs)])
      expect(html).toContain(`'sha256-${createHash('sha256').update(inline!).digest('base64')}'`)
    expect(html).not.toMatch(/\son\w+=|style=/)
    expect(html).toContain('\\u003c/script>')
    expect(JSON.parse(html.match(/id="page">(.*?)<\/script>/s)![1]!)).toEqual({
      text: '</script><script>alert(1)</script>',
    })
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'self';(?!.*unsafe)/)
  })

  it('names its own address only where the site has one', () => {
    expect(made()).not.toMatch(/canonical|og:url|og:image/)
    const html = made({ address: 'https://example.org/networking/' })
    expect(html).toContain(`<link rel="canonical" href="https://example.org/networking/${PART}">`)
    expect(html).toContain('<meta property="og:image" content="https://example.org/networking/social.png">')
  })

  it('takes a title with quotation marks and angle brackets as words', () => {
    expect(made({ title: '"<b>" & more' })).toContain(`<title>${part.title} · &#34;&#60;b&#62;&#34; &#38; more</title>`)
  })

  it('names every asset by a relative address, so that it works under any other', () => {
    expect(
      made()
        .match(/(?:href|src)="([^"]*)"/g)!
        .filter(link => /="(?:\/|https?:)/.test(link)),
    ).toEqual([])
  })
})

describe('the files beside the pages', () => {
  it('let a phone put them on its home screen', () => {
    const app = JSON.parse(manifest(workshop)) as Record<string, unknown>
    expect(app).toMatchObject({
      name: workshop.title,
      start_url: './index.html',
      scope: './',
      display: 'standalone',
      lang: workshop.language,
    })
    expect((app.icons as { sizes: string }[]).map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512'])
  })

  it('list every page for search engines, by its whole address', () => {
    expect(sitemap('https://example.org/a&b/', ['index.html', 'closing.html']).match(/<loc>.*?<\/loc>/g)).toEqual([
      '<loc>https://example.org/a&#38;b/</loc>',
      '<loc>https://example.org/a&#38;b/closing.html</loc>',
    ])
  })
})
