import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { DOCUMENTS } from '../../model/documents'
import { loadOrThrow } from '../../model/load'
import type { Workshop } from '../../model/workshop'
import type { Running } from '../fixtures/command'
import { endAll, startCommand } from '../fixtures/command'
import type { KitCopy } from '../fixtures/kit'
import { bare, searchForOwnContent, secondWorkshop } from '../fixtures/second-workshop'
import { readPages, withReader } from './read-pages'

interface Paper {
  /** What is written on its pages, and what its metadata and its drawings say. */
  text: string
  /** What its drawings show, in words. */
  alternatives: string[]
}

let kit: KitCopy
let workshop: Workshop
let printed: Awaited<Running['ended']>
let search: (text: string) => string[]
let workbook: Paper
let guide: Paper
beforeAll(async () => {
  kit = secondWorkshop()
  workshop = await loadOrThrow(kit.root)
  search = searchForOwnContent(await loadOrThrow(resolve(import.meta.dirname, '../..')))
  // What an American prints; that both papers have the same pages is tested elsewhere.
  printed = await startCommand(kit.root, 'handouts', '--paper', 'letter').ended
  expect(printed.code, printed.err).toBe(0)
  workbook = await read('workbook-letter.pdf')
  guide = await read('guide-letter.pdf')
})
afterAll(async () => {
  await endAll()
  kit?.dispose()
})

const folder = () => join(kit.root, 'dist/handouts')

function read(name: string): Promise<Paper> {
  return withReader(readFileSync(join(folder(), name)), async reader => {
    const alternatives: string[] = []
    for (let number = 1; number <= reader.numPages; number++)
      alternatives.push(...alternativesIn(await (await reader.getPage(number)).getStructTree()))
    const { info } = await reader.getMetadata()
    const pages = (await readPages(reader)).map(page => page.text)
    return { text: [...pages, ...alternatives, JSON.stringify(info)].join('\n'), alternatives }
  })
}

function alternativesIn(node: unknown): string[] {
  if (!node || typeof node !== 'object') return []
  const { alt, children } = node as { alt?: string; children?: unknown[] }
  return [...(alt ? [alt] : []), ...(children ?? []).flatMap(alternativesIn)]
}

describe('npm run handouts', () => {
  it('prints on one paper when asked, names what it wrote, and tells its progress elsewhere', () => {
    expect(printed.out).toBe(DOCUMENTS.map(name => `dist/handouts/${name}-letter.pdf\n`).join(''))
    expect(printed.err).toMatch(/workbook-letter\.pdf +\d+ pages, +\d+ kB +[\d.]+ s/)
    const made = readdirSync(folder()).sort()
    expect(made).toEqual(DOCUMENTS.map(name => `${name}-letter.pdf`).toSorted())
    for (const name of made) expect(readFileSync(join(folder(), name), 'latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/)
  })
})

const mistakes = () => workshop.modules.filter(({ mistake }) => mistake !== undefined)

describe('the workbook of the second workshop', () => {
  it('holds nothing of the kit’s own content', () => {
    expect(workbook.text.length).toBeGreaterThan(5000)
    expect(search(workbook.text)).toEqual([])
  })

  it('draws each of the five mistakes', () => {
    const drawn = mistakes().map(module => module.drawing!.mistake)
    expect(drawn).toHaveLength(5)
    expect(workbook.alternatives).toEqual(expect.arrayContaining(drawn))
  })
})

describe('the guide of the second workshop', () => {
  it('holds nothing of the kit’s own content', () => {
    expect(guide.text.length).toBeGreaterThan(20_000)
    expect(search(guide.text)).toEqual([])
  })

  it('says which of five mistakes a slide opens', () => {
    // The words are the label's; every number in it is five.
    const said = workshop.labels.deck.mistakeOf.replace(/\{\w+\}/g, '5')
    expect(said).toMatch(/5\D+5/)
    expect(bare(guide.text)).toContain(bare(said))
  })

  it('draws each of the five repairs', () => {
    const drawn = mistakes().map(module => module.drawing!.repair)
    expect(guide.alternatives).toEqual(expect.arrayContaining(drawn))
  })
})
