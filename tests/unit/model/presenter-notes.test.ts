import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { presenterNotes } from '../../../model/presenter-notes'
import type { Workshop } from '../../../model/workshop'
import { sampleWorkshop } from '../../fixtures/sample'

const sample = sampleWorkshop()
let workshop: Workshop
beforeAll(async () => {
  sample.change('content/interface.yaml', 'wait: guide.wait', 'wait: "({n} s)"')
  sample.change(
    'content/interface.yaml',
    'activityTime: guide.activityTime',
    'activityTime: "{title}: {planned}, {counted} = {spoken} + {waited} + {working}"',
  )
  const loaded = await sample.check()
  expect(loaded.problems).toEqual([])
  workshop = loaded.workshop!
})
afterAll(() => sample.dispose())

const htmlOf = (layout: string, exercise?: string) => {
  const { no } = workshop.slides.find(slide => slide.layout === layout && slide.exercise === exercise)!
  return presenterNotes(workshop).find(each => each.no === no)!.html
}

describe("the presenter's notes", () => {
  it('are there for every slide, in order', () => {
    const notes = presenterNotes(workshop)
    expect(notes.map(({ no }) => no)).toEqual(workshop.slides.map(({ no }) => no))
    expect(notes.filter(({ html }) => html === '')).toEqual([])
  })

  it('have a paragraph for each line, with its label and its wait', () => {
    expect(htmlOf('claim').split('\n').slice(1)).toEqual([
      '<p data-note="say"><strong class="note-label">SAY</strong> This is the sentence. Who knows it?</p>',
      '<p data-note="do"><strong class="note-label">DO</strong> Click once, and let them read. ' +
        '<span class="note-wait">(5 s)</span></p>',
    ])
  })

  it('come from the script where the slide shows an exercise, with emphasis and sources by name', () => {
    const results = presenterNotes(workshop)[workshop.slides.findIndex(({ role }) => role === 'results')]!.html
    expect(results).toBe(
      '<p data-note="say"><strong class="note-label">SAY</strong> It was more than most people guess. ' +
        'They were small favours in <em>one</em> city. <cite>(Flynn common.and Lake, 2008)</cite></p>',
    )
  })

  it('begin an activity with its planned and its counted time', () => {
    expect(htmlOf('claim')).toMatch(/^<p class="note-time">Why we wait: 2:00, 0:15 = 0:10 \+ 0:05 \+ 0:00<\/p>\n/)
    expect(htmlOf('points')).toMatch(/^<p data-note=/)
  })

  it('hold nothing that an author wrote as HTML', () => {
    const attack = '<img src=x onerror="alert(1)">'
    const hostile: Workshop = {
      ...workshop,
      labels: { ...workshop.labels, guide: { ...workshop.labels.guide, say: attack, wait: attack } },
      references: { evil: { ...workshop.references.flynn2008!, authors: [`${attack}, A.`] } },
      modules: workshop.modules.map(module => ({
        ...module,
        activities: module.activities.map(each => ('talk' in each ? { ...each, talk: attack } : each)),
      })),
      slides: workshop.slides.map(slide => ({
        ...slide,
        notes: [
          {
            kind: 'say',
            text: [
              attack,
              { em: [attack] },
              { strong: [attack] },
              { link: `https://example.org/"${attack}`, text: [attack] },
              { cite: ['evil', attack] },
            ],
            wait: 1,
            file: 'slides.md',
            line: 1,
          },
        ],
      })),
    }
    for (const { html } of presenterNotes(hostile)) {
      expect(html).not.toContain('<img')
      expect(html).not.toContain('"alert')
      expect(html.match(/<(?!\/?(?:p|strong|em|a|cite|span)\b)/g)).toBeNull()
      expect(html).toContain('&#60;img src=x onerror=&#34;alert(1)&#34;&#62;, 2008')
    }
  })
})
