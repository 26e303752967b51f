import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readCounts, summarise } from '../../../components/exercises/kind'
import { kindOf, kinds } from '../../../components/exercises/registry'
import { kindSchemas } from '../../../components/exercises/kinds.schema'

const folder = join(import.meta.dirname, '../../../components/exercises')

describe('the kinds of exercises', () => {
  it('are the same for those who read YAML and for those who read answers', () => {
    expect(Object.keys(kinds)).toEqual(Object.keys(kindSchemas))
  })

  it('are found by name, and an unknown one is named together with those there are', () => {
    expect(kindOf('plan')).toBe(kinds.plan)
    expect(() => kindOf('constructor')).toThrow('Expected a kind of exercise (self-check, forecast')
  })

  it.each(Object.keys(kinds))('%s brings a face for screen, results and paper', kind => {
    const faces = readdirSync(join(folder, kind)).filter(name => /(?:Screen|Results|Paper)\.vue$/.test(name))
    expect(faces).toHaveLength(3)
  })

  it.each(Object.entries(kindSchemas))('%s uses every label that its authors have to write', (kind, { labels }) => {
    const source = readdirSync(join(folder, kind))
      .filter(name => name !== 'schema.ts')
      .map(name => readFileSync(join(folder, kind, name), 'utf8'))
      .join('\n')
    // A pager takes three labels from the group; the others are named where they are shown, or picked by a name from a list.
    const pager = source.includes('<StepPager') ? ['of', 'back', 'next'] : []
    const unused = Object.keys(labels).filter(
      name =>
        !pager.includes(name) &&
        !new RegExp(`labels(?:\\.value)?\\.${name}\\b|'${name}'|\\b${name}\\b[^}]*\\} = labels`).test(source),
    )
    expect(unused).toEqual([])
  })
})

describe('what a room sees', () => {
  const kind = {
    version: 1,
    empty: () => '',
    read: String,
    progress: () => 'done' as const,
    bins: () => ['a', 'b'],
    binsOf: (answer: string) => [...answer],
    inWords: () => [],
  }

  it('is a count for every bin, also for those that nobody chose', () => {
    expect(summarise(kind, {}, [])).toEqual({ a: 0, b: 0 })
    expect(summarise(kind, {}, ['a', 'ab', ''])).toEqual({ a: 2, b: 1 })
  })

  it.each([
    [
      { a: 3, b: '4' },
      { a: 3, b: 4 },
    ],
    [
      { a: -1, b: 1000 },
      { a: 0, b: 0 },
    ],
    [
      { a: 1.5, c: 3 },
      { a: 0, b: 0 },
    ],
    [null, { a: 0, b: 0 }],
  ])('takes typed counts %j as %j', (json, expected) => {
    expect(readCounts(json, ['a', 'b'])).toEqual(expected)
  })
})
