import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

import type { PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isScalar, parseDocument, visit } from 'yaml'

import { buildDeck } from '../../commands/build-deck'
import { filesOf } from '../../commands/deck-builds'
import { inputsHash } from '../../commands/inputs-hash'
import { buildWholeSite } from '../../commands/site'
import { makeHandouts } from '../../handouts/build'
import { decoded, textOf } from '../../handouts/pdf/objects'
import { withPress } from '../../handouts/press'
import { DOCUMENTS } from '../../model/documents'
import { loadOrThrow } from '../../model/load'
import type { KitCopy } from '../fixtures/kit'
import { copyOfKit } from '../fixtures/kit'
import { readPages, withReader } from './read-pages'

/**
 * The wall between the three groups of fields, proven on what is built. A copy of the kit has a canary of its own
 * in every facilitator field, in every reveal field and in every speaker note; whatever comes out is searched.
 * What anyone may see, the steps of the exercises, has one too: it shows that the search finds what is there.
 */
type Group = 'facilitator' | 'reveal' | 'note' | 'open'
interface Canary {
  word: string
  group: Group
  where: string
}

let kit: KitCopy
const canaries: Canary[] = []
const titles: string[] = []
/** All that a browser is given by each folder, and all that a reader finds in each PDF. */
const outputs = {
  'notes': '',
  'deck': '',
  'site': '',
  'pages': '',
  'data': '',
  'workbook': '',
  'answer-sheet': '',
  'guide': '',
  'cue-card': '',
}
/** What stands in a page for its scripts, and is not shown. */
const DATA = /<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/g

beforeAll(async () => {
  kit = copyOfKit()
  for (const file of [
    'slides.md',
    ...filesIn(join(kit.root, 'content')).map(path => relative(kit.root, path).split(sep).join('/')),
  ])
    plant(file)

  const workshop = await loadOrThrow(kit.root)
  titles.push(...Object.values(workshop.exercises).map(({ title }) => title))
  const hash = inputsHash(kit.root)
  await buildDeck(kit.root, hash, () => Promise.resolve(workshop))
  const { folder, notes } = filesOf(kit.root, hash)
  outputs.notes = readFileSync(notes, 'latin1').toLowerCase()
  outputs.deck = filesIn(folder)
    .map(path => readFileSync(path, 'latin1'))
    .join('\n')
    .toLowerCase()
  const site = join(kit.root, 'dist/site')
  const [handouts] = await Promise.all([
    withPress(kit.root, press =>
      makeHandouts(press, workshop, { papers: ['a4'], people: 24, start: '09:30' }, { done: () => {} }),
    ),
    buildWholeSite(kit.root, workshop, site, { deck: () => Promise.resolve(folder), done: () => {} }),
  ])
  const whole = await Promise.all(
    filesIn(site).map(path => (path.endsWith('.pdf') ? textIn(readFileSync(path)) : readFileSync(path, 'latin1'))),
  )
  outputs.site = whole.join('\n').toLowerCase()
  const pages = readdirSync(site)
    .filter(file => file.endsWith('.html'))
    .map(file => readFileSync(join(site, file), 'latin1').toLowerCase())
  outputs.pages = pages.map(html => html.replace(DATA, '')).join('\n')
  outputs.data = pages.flatMap(html => [...html.matchAll(DATA)].map(([, json]) => json)).join('\n')
  for (const output of DOCUMENTS) {
    const { bytes } = handouts.find(({ name }) => name.startsWith(output))!
    outputs[output] = (await textIn(bytes)).toLowerCase()
  }
}, 240_000)
afterAll(() => kit?.dispose())

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

/** All of a PDF: a word may be parted by the end of a line; what is no text of a page is searched as it is. */
async function textIn(bytes: Uint8Array): Promise<string> {
  const pages = await withReader(bytes, readPages)
  return [
    pages.map(page => page.text.replace(/[^\p{L}\p{N}]/gu, '')).join(''),
    Buffer.from(bytes).toString('latin1'),
    await insideOf(bytes),
  ].join('\n')
}

/** Every string of a PDF and every stream unpacked: bookmarks, metadata, alternative texts, links. */
async function insideOf(bytes: Uint8Array): Promise<string> {
  const found: string[] = []
  const collect = (object: PDFObject | undefined) => {
    const text = textOf(object)
    if (text !== undefined) found.push(text)
    else if (object instanceof PDFDict) object.values().forEach(collect)
    else if (object instanceof PDFArray) object.asArray().forEach(collect)
    else if (object instanceof PDFRawStream) found.push(Buffer.from(decoded(object)).toString('latin1'))
  }
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  context.enumerateIndirectObjects().forEach(([, object]) => collect(object))
  return found.join('\n')
}

function canary(group: Group, where: string): string {
  // In letters alone, each begun and ended alike, so that none is a part of another.
  const letters = [...String(canaries.length + 1000)].map(digit => 'abcdefghij'[Number(digit)]).join('')
  const word = `canary${group.slice(0, 1)}${letters}z`
  canaries.push({ word, group, where })
  return word
}

/** The name of a thing, such as the id of an exercise, and no prose. */
const isName = (text: string) => /^[a-z][a-z0-9-]*$/.test(text)

function groupOf(file: string, keys: readonly string[]): Group | undefined {
  if (
    file === 'content/guide.yaml' ||
    keys.includes('facilitator') ||
    (keys[0] === 'debrief' && keys.at(-1) === 'expect')
  )
    return 'facilitator'
  if (keys[0] === 'steps') return 'open'
  return keys[0] === 'reveal' ? 'reveal' : undefined
}

function plant(file: string) {
  if (file.endsWith('slides.md')) {
    kit.write(
      file,
      kit.read(file).replace(/\*\*(?:SAY|DO|ASK)\*\* /g, label => `${label}${canary('note', file)} `),
    )
    return
  }
  if (!file.endsWith('.yaml')) return
  const document = parseDocument(kit.read(file))
  visit(document, {
    Scalar(place, scalar, ancestors) {
      const keys = ancestors.flatMap(each => ('key' in each && isScalar(each.key) ? [String(each.key.value)] : []))
      if (place === 'key' || typeof scalar.value !== 'string' || isName(scalar.value)) return
      const group = groupOf(file, keys)
      if (!group) return
      // What is cited stays cited: the checks ask for it.
      const cited = String(scalar.value).match(/\[@[^\]]+\]/g) ?? []
      scalar.value = [canary(group, `${file} ${keys.join('.')}`), ...cited].join(' ')
    },
  })
  kit.write(file, document.toString())
}

const found = (output: keyof typeof outputs, group: Group) =>
  canaries.filter(each => each.group === group && outputs[output].includes(each.word)).map(({ where }) => where)
const missing = (output: keyof typeof outputs, group: Group) =>
  canaries.filter(each => each.group === group && !outputs[output].includes(each.word)).map(({ where }) => where)

describe('a canary is planted', () => {
  it.each([
    ['facilitator', 250],
    ['reveal', 40],
    ['note', 110],
    ['open', 40],
  ] as const)('in every %s field', (group, least) => {
    expect(canaries.filter(each => each.group === group).length).toBeGreaterThanOrEqual(least)
  })
})

describe('what anyone may see', () => {
  it.each(['deck', 'site', 'data', 'workbook', 'guide'] as const)('is found in the %s', output => {
    expect(missing(output, 'open')).toEqual([])
  })

  it.each(['workbook', 'guide'] as const)('is found inside the %s too, where no page shows it', output => {
    expect(outputs[output]).toContain('xpacket')
    expect(outputs[output]).toContain('a map of your people\n')
  })
})

it('every exercise is found in the pages themselves, by its title', () => {
  expect(titles.length).toBeGreaterThan(10)
  expect(titles.filter(title => !outputs.pages.includes(`>${title.toLowerCase()}</h`))).toEqual([])
})

describe('what is the facilitator’s', () => {
  it('is found in the guide, field by field', () => {
    expect(missing('guide', 'facilitator')).toEqual([])
  })

  it.each(['deck', 'site', 'workbook', 'answer-sheet'] as const)('is nowhere in the %s', output => {
    expect(found(output, 'facilitator')).toEqual([])
  })
})

describe('what is revealed after answering', () => {
  it.each(['deck', 'site', 'data', 'guide'] as const)('is found in the %s', output => {
    expect(missing(output, 'reveal')).toEqual([])
  })

  it.each(['workbook', 'pages', 'cue-card'] as const)('is nowhere in the %s', output => {
    expect(found(output, 'reveal')).toEqual([])
  })

  // It is given out afterwards: what is found there is revealed, and no more than that.
  it('is found on the answer sheet, where it answers a question', () => {
    const given = found('answer-sheet', 'reveal')
    expect(given.length).toBeGreaterThan(20)
    expect(missing('answer-sheet', 'reveal').length).toBeGreaterThan(0)
  })
})

describe('what is said in the notes', () => {
  it.each(['notes', 'guide'] as const)('is found in the %s', output => {
    expect(missing(output, 'note')).toEqual([])
  })

  it.each(['deck', 'site', 'workbook', 'answer-sheet'] as const)('is nowhere in the %s', output => {
    expect(found(output, 'note')).toEqual([])
  })
})
