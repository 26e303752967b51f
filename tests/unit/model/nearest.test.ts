import { describe, expect, it } from 'vitest'

import { didYouMean, isLikelyTypoOf, nearest } from '../../../model/nearest'

const KNOWN = ['skill-ladder', 'self-check', 'one-plan', 'ask', 'a1', 'a2']

describe('a misspelt name', () => {
  it.each([
    ['skill-lader', 'skill-ladder'],
    ['skillladder', 'skill-ladder'],
    ['slef-check', 'self-check'],
    ['one-paln', 'one-plan'],
    ['aks', 'ask'],
  ])('"%s" is taken for "%s"', (name, meant) => {
    expect(nearest(name, KNOWN)).toBe(meant)
  })

  it.each(['network-map', 'a3', 'b', '', 'askk'.repeat(200)])(
    '"%.20s" is near to nothing, so nothing is guessed',
    name => {
      expect(nearest(name, KNOWN)).toBeUndefined()
    },
  )

  it('is the nearest of several that are near', () => {
    expect(nearest('skill-b', ['skill-ab', 'skill-bc', 'skills-bcd'])).toBe('skill-ab')
  })
})

describe('the hint for an unknown name', () => {
  it('asks whether the nearest name was meant', () => {
    expect(didYouMean('slef-check', KNOWN)).toBe('did you mean `self-check`?')
  })

  it('lists the names there are when none is near', () => {
    expect(didYouMean('network-map', ['ask', 'ask', 'plan'])).toBe('known: `ask`, `plan`.')
  })

  it('lists only the first of very many names', () => {
    const hint = didYouMean(
      'nobody',
      Array.from({ length: 90 }, (_, index) => `source${index}`),
    )
    expect(hint).toMatch(/`source23` …\.$/)
  })

  it('says so when there is no name at all', () => {
    expect(didYouMean('plan', [])).toBe('there are none yet.')
  })
})

describe('a slip that is told elsewhere', () => {
  it('is an unknown name that is near to the one that is missing', () => {
    expect(isLikelyTypoOf('one-paln', 'one-plan', KNOWN)).toBe(true)
    expect(isLikelyTypoOf('one-paln', 'self-check', KNOWN)).toBe(false)
    expect(isLikelyTypoOf('one-plan', 'one-plan', KNOWN)).toBe(false)
  })
})
