import { describe, expect, it } from 'vitest'

import type { Block } from '../../handouts/paginate'
import { paginate } from '../../handouts/paginate'

const block = (height: number, spread?: string): Block => ({ height, ...(spread && { spread }) })
const part = (height: number): Block => ({ height, startsPart: true })

describe('pages of a hundred', () => {
  it('are filled as long as the next block fits', () => {
    expect(paginate([part(40), block(40), block(40), block(40)], 100, 2)).toEqual([0, 2])
  })

  it('begin with each part', () => {
    expect(paginate([part(40), part(40), block(70)], 100, 2)).toEqual([0, 1, 2])
  })

  it('do not split an exercise that fits one of them', () => {
    expect(paginate([part(50), block(40, 'a'), block(40, 'a'), block(20)], 100, 2)).toEqual([0, 1])
  })

  it('have a longer exercise on a left one and the right one that faces it', () => {
    // The talk is spread over two pages, so that the exercise begins on the left.
    const blocks = [part(45), block(45), block(90, 'a'), block(90, 'a')]
    expect(paginate(blocks, 100, 2)).toEqual([0, 1, 2, 3])
    expect(paginate(blocks, 100, 3)).toEqual([0, 2, 3])
  })

  it('split what would fit sooner than they leave one almost empty', () => {
    const blocks = [part(90), block(10, 'a'), block(75, 'a'), block(80)]
    expect(paginate([part(20), block(45, 'a'), block(45, 'a')], 100, 2)).toEqual([0, 2])
    expect(paginate(blocks, 100, 2)).not.toContain(99)
  })

  it('give a block that is higher than one of them a page of its own: what prints then refuses it', () => {
    expect(paginate([part(10), block(140), block(10)], 100, 2)).toEqual([0, 1, 2])
  })
})
