import { describe, expect, it } from 'vitest'

import type { LaidOutBlock } from '../../handouts/paginate'
import { paginate, scaleFor } from '../../handouts/paginate'

const block = (height: number, spread?: string): LaidOutBlock => ({ height, ...(spread && { spread }) })
const part = (height: number): LaidOutBlock => ({ height, startsPart: true })

const starts = (blocks: LaidOutBlock[], firstPage = 2) => paginate(blocks, 100, firstPage).starts

describe('pages of a hundred', () => {
  it('are filled as long as the next block fits', () => {
    expect(starts([part(40), block(40), block(40), block(40)])).toEqual([0, 2])
  })

  it('begin with each part', () => {
    expect(starts([part(40), part(40), block(70)])).toEqual([0, 1, 2])
  })

  it('do not split an exercise that fits one of them, unless that saves a page', () => {
    expect(starts([part(10), block(40), block(40, 'a'), block(40, 'a'), block(20)], 3)).toEqual([0, 2])
    expect(starts([part(20), block(40), block(30, 'a'), block(40, 'a'), block(60)])).toEqual([0, 3])
  })

  it('have a longer exercise on a left one and the right one that faces it', () => {
    const blocks = [part(20), block(30), block(30), block(90, 'a'), block(90, 'a')]
    expect(starts(blocks, 3)).toEqual([0, 3, 4])
    // What comes before it is spread over two pages, so that the exercise begins on the left.
    expect(starts(blocks)).toEqual([0, 2, 3, 4])
  })

  it('begin with a part where they can, and let it begin in the middle sooner than they are left almost empty', () => {
    expect(starts([part(10), block(40), part(10), block(30)])).toEqual([0, 2])
    expect(starts([part(10), block(60), part(10), block(10), block(95)])).toEqual([0, 4])
  })

  it('give a block that is higher than one of them a page of its own: what prints then refuses it', () => {
    expect(starts([part(10), block(140), block(10)])).toEqual([0, 1, 2])
  })

  it('have smaller type where that saves pages, and no smaller than it saves', () => {
    const talk = [part(10), block(48), block(48), block(48), block(48)]
    expect(scaleFor(talk, 100, 2)).toBe(1)
    expect(scaleFor([part(10), block(46), block(46)], 100, 2)).toBe(0.98)
    expect(scaleFor([part(10), block(60), block(60)], 100, 2)).toBe(1)
  })
})
