import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

import type { PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isScalar, parseDocument, visit } from 'yaml'

import { filesOf } from '../../commands/deck-builds'
import { inputsHash } from '../../commands/inputs-hash'
import { HANDOUTS } from '../../commands/print-options'
import { decoded, textOf } from '../../handouts/pdf/objects'
import type { DocumentName } from '../../model/documents'
import { DOCUMENTS } from '../../model/documents'
import { kinds } from '../../model/kinds'
import { loadOrThrow } from '../../model/load'
import type { Workshop } from '../../model/workshop'
import { endAll, startCommand } from '../fixtures/command'
import { addEveryKind } from '../fixtures/every-kind'
import { sentencesIn } from '../fixtures/examples'
import type { KitCopy } from '../fixtures/kit'
import { copyOfKit } from '../fixtures/kit'
import { addNewKind, NEW_KIND } from '../fixtures/new-kind'
import { bare, secondWorkshop } from '../fixtures/second-workshop'
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
  /** The file, and the fields that lead to the text. */
  where: string
}

/** What a browser is given, and what a reader finds in each PDF. */
type Output = 'notes' | 'deck' | 'site' | 'pages' | 'data' | DocumentName
interface Built {
  text: Record<Output, string>
  /** The headings of the site's pages, letters and digits alone. */
  headings: string[]
}

/** What stands in a page for its scripts, and is not shown; what they fetch lies beside it. */
const DATA = /<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/g
const HEADING = /<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>/g

/** Builds everything that a workshop is made into, by the commands that everybody builds it with. */
async function build(kit: KitCopy): Promise<Built> {
  const commands = [
    startCommand(kit.root, 'build'),
    startCommand(kit.root, 'handouts', '--paper', 'a4', '--people', '24', '--start', '09:30'),
  ]
  for (const { ended } of commands) expect(await ended).toMatchObject({ code: 0 })
  const { folder, notes } = filesOf(kit.root, inputsHash(kit.root))
  const site = join(kit.root, 'dist/site')
  const whole = await Promise.all(
    filesIn(site).map(path => (path.endsWith('.pdf') ? textIn(readFileSync(path)) : readFileSync(path, 'latin1'))),
  )
  const pages = readdirSync(site)
    .filter(file => file.endsWith('.html'))
    .map(file => readFileSync(join(site, file), 'utf8').toLowerCase())
  const shown = pages.map(html => html.replace(DATA, '')).join('\n')
  const papers = await Promise.all(
    DOCUMENTS.map(async name => {
      const bytes = readFileSync(join(kit.root, HANDOUTS, `${name}-a4.pdf`))
      return [name, (await textIn(bytes)).toLowerCase()] as const
    }),
  )
  return {
    text: {
      notes: readFileSync(notes, 'latin1').toLowerCase(),
      deck: filesIn(folder)
        .map(path => readFileSync(path, 'latin1'))
        .join('\n')
        .toLowerCase(),
      site: whole.join('\n').toLowerCase(),
      pages: shown,
      data: [
        ...pages.flatMap(html => [...html.matchAll(DATA)].map(([, json]) => json)),
        ...filesIn(join(site, 'assets'))
          .filter(file => file.endsWith('.json'))
          .map(file => readFileSync(file, 'utf8').toLowerCase()),
      ].join('\n'),
      ...(Object.fromEntries(papers) as Record<DocumentName, string>),
    },
    headings: [...shown.matchAll(HEADING)].map(([, words]) => bare(words!.replace(/<[^>]*>|&#?\w+;/g, ''))),
  }
}

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

/** In letters alone, each begun and ended alike, so that none is a part of another. */
function wordFor(group: Group, number: number): string {
  const letters = [...String(number + 1000)].map(digit => 'abcdefghij'[Number(digit)]).join('')
  return `canary${group.slice(0, 1)}${letters}z`
}

/** All that `wordFor` gives; none begins within another. */
const WORDS = /canary[a-z]{5}z/g

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
  return keys[0] === 'reveal' || (file.includes('/exercises/') && keys[0] === 'debrief' && keys.at(-1) === 'compare')
    ? 'reveal'
    : undefined
}

/** Plants a canary in every field of every file of a kit's content. */
function plantAll(kit: KitCopy): Canary[] {
  const canaries: Canary[] = []
  const files = filesIn(join(kit.root, 'content')).map(path => relative(kit.root, path).split(sep).join('/'))
  for (const file of ['slides.md', ...files])
    plant(kit, file, (group, where) => {
      const word = wordFor(group, canaries.length)
      canaries.push({ word, group, where })
      return word
    })
  return canaries
}

function plant(kit: KitCopy, file: string, canary: (group: Group, where: string) => string) {
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
      // What is cited and counted stays: the checks look for sources, and for the numbers of a picture.
      const cited = scalar.value.match(/\[@[^\]]+\]/g) ?? []
      const counted = scalar.value.replace(/\[@[^\]]+\]/g, '').match(/\S*\d\S*/g) ?? []
      scalar.value = [canary(group, `${file} ${keys.join('.')}`), ...counted, ...cited].join(' ')
    },
  })
  kit.write(file, document.toString())
}

/** The last of each is done to the kit once everything is planted. */
const WORKSHOPS: [name: string, make: () => Promise<KitCopy>, afterwards?: (kit: KitCopy) => void][] = [
  ['the workshop of the kit', () => Promise.resolve(copyOfKit())],
  [
    'another workshop, with every kind of exercise',
    async () => {
      const kit = secondWorkshop()
      await addEveryKind(kit)
      return kit
    },
    // Here and without canaries of its own, because that spares tests/unit/new-kind.test.ts a build.
    addNewKind,
  ],
]

describe.each(WORKSHOPS)('%s', (_, make, afterwards) => {
  let kit: KitCopy
  /** As it was before anything was planted. */
  let workshop: Workshop
  let canaries: Canary[]
  let built: Built
  beforeAll(async () => {
    kit = await make()
    workshop = await loadOrThrow(kit.root)
    canaries = plantAll(kit)
    afterwards?.(kit)
    built = await build(kit)
  }, 240_000)
  afterAll(async () => {
    await endAll()
    kit?.dispose()
  })

  const of = (group: Group) => canaries.filter(each => each.group === group)
  const wordsIn = (output: Output) => new Set(built.text[output].match(WORDS))
  const found = (output: Output, group: Group) => {
    const words = wordsIn(output)
    return of(group)
      .filter(({ word }) => words.has(word))
      .map(({ where }) => where)
  }
  const missing = (output: Output, group: Group) => {
    const words = wordsIn(output)
    return of(group)
      .filter(({ word }) => !words.has(word))
      .map(({ where }) => where)
  }
  /** Those that say themselves what they ask; a repeat takes over what another says. */
  const exercises = () => Object.values(workshop.exercises).filter(({ repeats }) => !repeats)
  const plantedIn = (id: string, group: Group) =>
    of(group).filter(({ where }) => where.includes(`/exercises/${id}.yaml `))

  describe('a canary is planted', () => {
    it.each(['open', 'facilitator'] as const)('in the %s fields of every exercise', group => {
      expect(exercises().length).toBeGreaterThan(5)
      expect(exercises().filter(({ id }) => plantedIn(id, group).length === 0)).toEqual([])
    })

    it('in the reveal of every exercise that has one in words', () => {
      const revealing = exercises().filter(({ reveal }) => sentencesIn(reveal).length > 0)
      expect(revealing.length).toBeGreaterThan(3)
      expect(revealing.filter(({ id }) => plantedIn(id, 'reveal').length === 0)).toEqual([])
    })

    it('in the guide, in every part and in the notes', () => {
      const files = of('facilitator').map(({ where }) => where.split(' ')[0]!)
      expect(files).toContain('content/guide.yaml')
      expect(new Set(files.filter(file => file.endsWith('/module.yaml'))).size).toBe(workshop.modules.length)
      expect(new Set(of('note').map(({ where }) => where)).size).toBe(workshop.modules.length + 1)
    })
  })

  describe('what anyone may see', () => {
    it.each(['deck', 'site', 'workbook', 'guide'] as const)('is found in the %s', output => {
      expect(missing(output, 'open')).toEqual([])
    })

    it.each(['workbook', 'guide'] as const)('is found inside the %s too, where no page shows it', output => {
      expect(built.text[output]).toContain('xpacket')
      for (const { title } of exercises()) expect(built.text[output]).toContain(`${title.toLowerCase()}\n`)
    })
  })

  it('every exercise is found in the pages themselves, by its title', () => {
    expect(exercises().filter(({ title }) => !built.headings.includes(bare(title)))).toEqual([])
  })

  describe('what is the facilitator’s', () => {
    it('is found in the guide, field by field', () => {
      expect(missing('guide', 'facilitator')).toEqual([])
    })

    it('is found on the cue card in part: the search would see it elsewhere', () => {
      expect(found('cue-card', 'facilitator').length).toBeGreaterThan(workshop.modules.length)
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
    it('is on the answer sheet whole where answers are looked up in the room, and nowhere else', () => {
      const atHome = workshop.modules.flatMap(({ forHome }) => forHome)
      const lookedUp = exercises().filter(
        ({ id, kind }) => !atHome.includes(id) && ['key', 'both'].includes(kinds[kind]!.kind.besideScript ?? ''),
      )
      const expected = lookedUp
        .flatMap(({ id }) => plantedIn(id, 'reveal').map(({ where }) => where))
        .filter(where => !where.includes('.yaml debrief.'))
      expect(expected.length).toBeGreaterThan(3)
      expect(found('answer-sheet', 'reveal').toSorted()).toEqual(expected.toSorted())
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

  if (afterwards)
    describe('a copy of the template, under another name', () => {
      const { question, option, comment, label, name, prefix } = NEW_KIND
      const files = () => {
        const { folder } = filesOf(kit.root, inputsHash(kit.root))
        return Object.fromEntries(filesIn(folder).map(path => [relative(folder, path), readFileSync(path, 'utf8')]))
      }

      it('reaches the deck: question, reveal and labels', () => {
        const scripts = Object.entries(files()).flatMap(([name, text]) => (/\.(?:html|js|css)$/.test(name) ? text : []))
        // As a list, because a deck's scripts would fill the report of a failure.
        expect([question, option, comment, label].filter(text => !scripts.some(each => each.includes(text)))).toEqual(
          [],
        )
      })

      it('reaches deck and stage with its screen and its style, and without the template', () => {
        const deck = files()
        expect(deck).toHaveProperty(['exercises.html'])
        const own = Object.keys(deck).filter(file => file.includes(`${prefix}Screen`))
        expect(own.map(file => file.replace(/^.*\./, '')).toSorted()).toEqual(['css', 'js'])
        expect(own.filter(file => !deck[file]!.includes(`${name}-comment`))).toEqual([])
        expect(Object.keys(deck).filter(file => file.includes('Opinion'))).toEqual([])
      })
    })
})
