import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { countActivities } from '../../../model/minutes/count'
import { presenterNotes } from '../../../model/presenter-notes'
import { roomContent } from '../../../model/room-content'
import type { Sample } from '../../fixtures/sample'
import { sampleWorkshop } from '../../fixtures/sample'
import { sendHome, withoutSlides } from './broken-cases'

let sample: Sample
beforeEach(() => {
  sample = sampleWorkshop()
  sendHome(sample)
  withoutSlides(sample, 'dread')
  sample.change('content/interface.yaml', 'spareNotes: guide.spareNotes', 'spareNotes: "Only if ahead: {title}"')
})
afterEach(() => sample.dispose())

const ASKS = '\n---\nlayout: exercise\nexercise: dread\nrole: ask\n---\n'
async function whole() {
  const { workshop, problems } = await sample.check()
  expect(problems).toEqual([])
  return workshop!
}

describe('slides to spare, after those of the plan', () => {
  it('show an exercise for home in the colours of its part, and are none of the minutes', async () => {
    const before = await whole()
    sample.write('slides.md', sample.read('slides.md') + ASKS)
    const workshop = await whole()
    const [last] = workshop.slides.slice(-1)
    expect(last).toMatchObject({ exercise: 'dread', role: 'ask', part: 'ask-early' })
    expect(last!.activity).toBeUndefined()
    expect(countActivities(workshop)).toEqual(countActivities(before))
  })

  it('leave the last words of a part on the last slide of its plan', async () => {
    sample.write('slides.md', sample.read('slides.md') + ASKS)
    const { slides, modules } = await whole()
    const { transition } = modules.at(-1)!.facilitator
    expect(slides.filter(({ notes }) => notes.some(({ text }) => text === transition)).map(({ no }) => no)).toEqual([
      slides.length - 1,
    ])
  })

  it('have the script of their exercise as notes, and before it that there has to be time', async () => {
    sample.write('slides.md', sample.read('slides.md') + ASKS)
    const workshop = await whole()
    const { html } = presenterNotes(workshop).at(-1)!
    expect(html).toMatch(/^<p class="note-time">Only if ahead: .+<\/p>\n<p data-note=/)
    expect(html).toContain(workshop.exercises.dread!.title)
  })

  it('are opened on phones as any other exercise is, and are known by their numbers', async () => {
    sample.write('slides.md', sample.read('slides.md') + ASKS)
    const workshop = await whole()
    const { spare, exercises, slides, activities } = roomContent(workshop)
    expect(spare).toEqual([{ exercise: 'dread', slides: [workshop.slides.length] }])
    expect(Object.keys(exercises)).toContain('dread')
    expect(slides.at(-1)).toEqual({ exercise: 'dread', role: 'ask' })
    expect(activities.flatMap(each => each.slides)).not.toContain(workshop.slides.length)
  })
})
