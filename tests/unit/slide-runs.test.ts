import { describe, expect, it } from 'vitest'

import { slideRuns } from '../../handouts/guide/slide-runs'
import type { Slide } from '../../model/slides'

const slide = (no: number, exercise?: string, role?: string) => ({ no, exercise, role }) as Slide

describe('the slides of a part in the guide', () => {
  it('stand within their exercise as long as they follow each other, and alone otherwise', () => {
    const slides = [
      slide(1),
      slide(2, 'guess', 'ask'),
      slide(3, 'guess', 'results'),
      slide(4),
      slide(5, 'plan', 'ask'),
      slide(6, 'guess', 'debrief'),
      slide(7, 'plan', 'debrief'),
    ]
    expect(slideRuns(slides).map(({ exercise, slides }) => [exercise, slides.map(({ no }) => no)])).toEqual([
      [undefined, [1]],
      ['guess', [2, 3]],
      [undefined, [4]],
      ['plan', [5]],
      [undefined, [6]],
      [undefined, [7]],
    ])
  })
})
