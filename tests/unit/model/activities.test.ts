import { describe, expect, it } from 'vitest'

import { withActivities } from '../../../model/activities'
import type { MarkdownSlide } from '../../../model/slides'

const modules = [
  {
    id: 'first',
    activities: [
      { talk: 'Hello', id: 'hello', minutes: 1 },
      { exercise: 'guess', minutes: 2 },
      { buffer: 'Air', minutes: 1 },
      { break: 'Coffee', minutes: 5 },
      { talk: 'On', id: 'on', minutes: 1 },
      { break: 'Lunch', minutes: 30 },
    ],
    forHome: ['game'],
  },
  {
    id: 'second',
    activities: [
      { exercise: 'map', minutes: 2 },
      { exercise: 'plan', minutes: 2 },
      { debrief: 'map', minutes: 2 },
    ],
    forHome: [],
  },
]

/** The activities of slides that have these fields, as "module index". */
function placed(...slides: Partial<MarkdownSlide>[]): string[] {
  const whole = slides.map((slide, index) => ({ no: index + 1, layout: 'prose', ...slide }) as MarkdownSlide)
  return withActivities(whole, modules).map(({ part, activity }) => `${part} ${activity}`)
}

describe('the activity of a slide', () => {
  it('is none for a slide of an exercise for home, which changes nothing for those after it', () => {
    expect(
      placed(
        { module: 'second', exercise: 'plan', role: 'ask' },
        { exercise: 'game', role: 'ask' },
        { module: 'second' },
      ),
    ).toEqual(['second 1', 'first undefined', 'second 1'])
  })

  it('is the one that it names, and of slides that name none the one that began last', () => {
    expect(
      placed(
        { module: 'first', talk: 'hello' },
        { module: 'first' },
        { module: 'first', exercise: 'guess', role: 'ask' },
        { module: 'first' },
        { module: 'first', talk: 'on' },
      ),
    ).toEqual(['first 0', 'first 0', 'first 1', 'first 1', 'first 4'])
  })

  it('is the first of the part for the cover and for all slides before the first that names one', () => {
    expect(placed({ layout: 'cover' }, { module: 'first' }, { module: 'second' })).toEqual([
      'first 0',
      'first 0',
      'second 0',
    ])
  })

  it('is the next break for each slide of a break', () => {
    expect(placed({ module: 'first', layout: 'break' }, { module: 'first', layout: 'break' })).toEqual([
      'first 3',
      'first 5',
    ])
  })

  it('is the debrief for the slide of a debrief with minutes of its own, and otherwise its exercise', () => {
    expect(
      placed(
        { module: 'second', exercise: 'plan', role: 'ask' },
        { module: 'second', exercise: 'plan', role: 'debrief' },
        { module: 'second', exercise: 'map', role: 'debrief' },
      ),
    ).toEqual(['second 1', 'second 1', 'second 2'])
  })

  it('is the talk for results that are shown in one', () => {
    expect(
      placed(
        { module: 'second', exercise: 'map', role: 'ask' },
        { module: 'first', exercise: 'guess', role: 'ask' },
        { module: 'first', exercise: 'guess', role: 'results', talk: 'on' },
      ),
    ).toEqual(['second 0', 'first 1', 'first 4'])
  })

  it('of a slide in slides.md itself is that of the part before it', () => {
    expect(placed({ module: 'first', talk: 'on' }, {}, { module: 'second' }, {})).toEqual([
      'first 4',
      'first 4',
      'second 0',
      'second 0',
    ])
  })
})
