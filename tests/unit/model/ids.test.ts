import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, expect, it } from 'vitest'

import { sampleWorkshop } from '../../fixtures/sample'

const KINDS = resolve(import.meta.dirname, '../../../components/exercises')

describe('an id that is there twice', () => {
  it.each([
    ['skill-ladder', 'id: thanks', 'id: names'],
    ['conversation-lab', 'id: nod', 'id: agree'],
    ['cases', 'id: near', 'id: late'],
  ])('is one problem in %s', async (kind, from, to) => {
    const sample = sampleWorkshop()
    const example = readFileSync(`${KINDS}/${kind}/example.yaml`, 'utf8')
    sample.write('content/modules/10-start/exercises/neighbours.yaml', example.replace(from, to))
    const { problems } = await sample.check()
    const found = problems.filter(({ message }) => /second time|again/.test(message)).map(({ rule }) => rule)
    expect(found).toEqual(['content/id'])
    sample.dispose()
  })
})
