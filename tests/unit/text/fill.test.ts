import { expect, it } from 'vitest'

import { fill } from '../../../components/fill'

it('a label keeps the names that it is not given, whatever they are', () => {
  expect(fill('{n} of {all}', { n: 1, all: 12 })).toBe('1 of 12')
  expect(fill('{n} {constructor} {other}', { n: 1 })).toBe('1 {constructor} {other}')
})
