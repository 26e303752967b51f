import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll, describe, expect, it } from 'vitest'

import { readCounts, tally } from '../../../components/exercises/kind'
import { kindOf, kinds } from '../../../components/exercises/registry'
import { findKinds, kinds as kindsForNode, missingFiles } from '../../../model/kinds'
import { interfaceSchema } from '../../../model/schemas/interface'
import { examples } from '../../fixtures/examples'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const FOLDER = join(import.meta.dirname, '../../../components/exercises')
const folders = readdirSync(FOLDER, { withFileTypes: true }).filter(entry => entry.isDirectory())

describe('the registries of kinds', () => {
  it('find every folder, but for the template, in bundles and in Node alike', () => {
    const names = folders.map(({ name }) => name).filter(name => !name.startsWith('_'))
    expect(names.length).toBeLessThan(folders.length)
    expect(Object.keys(kinds).toSorted()).toEqual(names.toSorted())
    expect(Object.keys(kindsForNode)).toEqual(names.toSorted())
  })

  it('find nothing that a surface needs and a kind lacks', () => {
    expect(Object.values(missingFiles).flat()).toEqual([])
  })

  it('give a kind by its name, and name those there are when there is none', () => {
    expect(kindOf('plan')).toBe(kinds.plan)
    expect(() => kindOf('constructor')).toThrow('Expected a kind of exercise (activity,')
    expect(() => kindOf('_template')).toThrow('Expected a kind of exercise')
  })
})

describe('findKinds', () => {
  const home = mkdtempSync(join(tmpdir(), 'kinds-'))
  afterAll(() => rmSync(home, { recursive: true }))
  const write = (kind: string, ...files: string[]) => {
    mkdirSync(join(home, kind))
    for (const file of files) writeFileSync(join(home, kind, file), 'export const labels = {}, kind = {}\n')
  }

  it('names what each folder lacks, and loads those alone that can be read', async () => {
    const modules = ['schema.ts', 'labels.ts', 'answer.ts']
    write('two-words', ...modules, 'TwoWordsScreen.vue', 'TwoWordsPaper.vue')
    write('unread', 'labels.ts', 'UnreadScreen.vue', 'UnreadPaper.vue', 'UnreadResults.vue')
    write('_draft', 'answer.ts')
    writeFileSync(join(home, 'file.ts'), '')
    const found = await findKinds(pathToFileURL(`${home}/`))
    expect(found.missing).toEqual({ 'two-words': ['TwoWordsResults.vue'], 'unread': ['schema.ts', 'answer.ts'] })
    expect(Object.keys(found.kinds)).toEqual(['two-words'])
  })
})

describe.each(examples)('the kind $name', ({ name, kind, schema, labels, record, exercise, learner, stored }) => {
  const complaints: string[] = []
  const modules = [...JSON.stringify(record).matchAll(/"module":"([^"]+)"/g)].map(([, id]) => id!)
  schema.check?.(learner, { modules, complain: (_, message) => complaints.push(message), didYouMean: String })

  it('has an example that its own check finds sound', () => {
    expect(complaints).toEqual([])
    expect(exercise.kind).toBe(name)
  })

  it('lets out its open fields and its reveal by name, all of them', () => {
    expect(Object.keys(schema.allowed.open).toSorted()).toEqual(Object.keys(schema.open).toSorted())
    expect(Object.keys(schema.allowed.reveal).toSorted()).toEqual(Object.keys(schema.reveal).toSorted())
  })

  it('has labels under a name that no other words have', () => {
    expect(Object.keys(context.labels)).toContain(name)
    expect(interfaceSchema.safeParse({ ...context.labels, [name]: {} }).success).toBe(true)
  })

  it('uses every label that it brings along', () => {
    const source = readdirSync(join(FOLDER, name))
      .filter(file => /\.(?:vue|ts)$/.test(file) && file !== 'labels.ts')
      .map(file => readFileSync(join(FOLDER, name, file), 'utf8'))
      .join('\n')
    // Named where it is shown, or picked by a name from a list.
    const unused = Object.keys(labels).filter(
      label => !new RegExp(`labels(?:\\.value)?\\.${label}\\b|'${label}'|\\b${label}\\b[^}]*\\} = labels`).test(source),
    )
    expect(unused).toEqual([])
  })

  it('reads its example answer as a whole one, keeps it through JSON, and puts it into words and categories', () => {
    const answer = kind.read(stored.answer, stored.version, learner)
    expect(kind.progress(answer, learner)).toBe('done')
    expect(kind.read(JSON.parse(JSON.stringify(answer)), kind.version, learner)).toEqual(answer)
    const texts = kind.toText(answer, learner, context)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.every(({ text }) => text.trim())).toBe(true)
    const categories = kind.categories(learner)
    expect(new Set(categories).size).toBe(categories.length)
    expect(categories).toEqual(expect.arrayContaining(kind.categoriesOf(answer, learner)))
    expect(Object.keys(tally(kind, learner, [answer]))).toEqual(categories)
  })

  it('reads an answer and measures its progress without the reveal and what all exercises share', () => {
    const own = Object.fromEntries(
      ['id', 'kind', ...Object.keys(schema.open)].map(field => [field, learner[field as never]]),
    )
    const answer = kind.read(stored.answer, stored.version, own as unknown as typeof learner)
    expect(answer).toEqual(kind.read(stored.answer, stored.version, learner))
    expect(kind.progress(answer, own as unknown as typeof learner)).toBe('done')
    expect(kind.progress(kind.empty(own as unknown as typeof learner), own as unknown as typeof learner)).toBe('none')
  })

  it('has nothing to say of an answer that is empty', () => {
    const empty = kind.empty(learner)
    expect(kind.progress(empty, learner)).toBe('none')
    expect(kind.toText(empty, learner, context)).toEqual([])
    expect(kind.categoriesOf(empty, learner)).toEqual([])
    expect(kind.read(JSON.parse(JSON.stringify(empty)), kind.version, learner)).toEqual(empty)
  })

  it.each(hostile)('survives what nobody stored: %s', (_, json) => {
    for (const version of [0, kind.version, 99]) {
      const answer = kind.read(json, version, learner)
      if (answer === undefined) continue
      expect(['none', 'some', 'done']).toContain(kind.progress(answer, learner))
      expect(kind.categories(learner)).toEqual(expect.arrayContaining(kind.categoriesOf(answer, learner)))
      expect(kind.toText(answer, learner, context).every(({ text }) => text.length > 0)).toBe(true)
    }
  })

  it('reveals texts of its reveal, and takes a time that can be counted', () => {
    for (const text of kind.revealed(learner.reveal))
      expect(JSON.stringify(learner.reveal)).toContain(JSON.stringify(text))
    const seconds = kind.workingSeconds(exercise, texts => texts.length)
    expect(seconds).toBeGreaterThan(0)
    expect(Number.isInteger(seconds)).toBe(true)
  })
})

describe('tally', () => {
  const kind = { categories: () => ['a', 'b'], categoriesOf: (answer: string) => [...answer] }

  it('counts every category, also those that nobody chose', () => {
    expect(tally(kind, {}, [])).toEqual({ a: 0, b: 0 })
    expect(tally(kind, {}, ['a', 'ab', ''])).toEqual({ a: 2, b: 1 })
  })
})

describe('readCounts', () => {
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
