import { describe, expect, it } from 'vitest'

import { kinds } from '../../components/exercises/registry'
import { slides } from '../../components/exercises/slides'
import { examples } from '../fixtures/examples'
import { count, render, words } from './render'

describe('what a room is asked', () => {
  const asked = examples.filter(({ name }) => slides.has(name))

  it('is shown by kinds whose screens are for one person; others show their screen', () => {
    expect(new Set(Object.keys(kinds).map(slides.has))).toEqual(new Set([true, false]))
    expect(slides.has('_template')).toBe(false)
  })

  it.each(asked.map(({ name }) => name))('of %s has nothing to press or to write in', async name => {
    const { learner: exercise } = asked.find(each => each.name === name)!
    const html = await render(slides.componentOf(name), { exercise })
    expect(count(html, /<(?:button|input|textarea|select)/g)).toBe(0)
    expect(words(html).length + count(html, /role="img" aria-label="[^"]{20,}"/g)).toBeGreaterThan(0)
    expect(html).not.toMatch(/ style=|undefined|\{\w+\}/)
  })
})
