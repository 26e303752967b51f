import { readFileSync } from 'node:fs'

import { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser } from '../../handouts/browser'
import { finish } from '../../handouts/pdf/finish'
import { linksOn } from '../../handouts/pdf/links'
import { decoded, dictAt, key, nameAt, textOf } from '../../handouts/pdf/objects'
import { kidsOf, Structure } from '../../handouts/pdf/structure'
import type { PaperSize } from '../../model/paper-size'
import { inspect } from './inspect'

const about = {
  title: 'Workbook <1> & 2',
  author: 'A. Facilitator',
  subject: 'Networking',
  language: 'en-GB',
  headings: ['Wrapped \n heading'],
}
let printed: Uint8Array
let printedAgain: Uint8Array
let finished: Uint8Array
let doc: PDFDocument

beforeAll(async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const print = async (html: string) => {
      await page.setContent(html)
      return new Uint8Array(
        await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true }),
      )
    }
    const sample = readFileSync(new URL('sample.html', import.meta.url), 'utf8')
    printed = await print(sample)
    await print("<table><tr><th>Another document moves the browser's counters<td>1</table>")
    printedAgain = await print(sample)
  } finally {
    await browser.close()
  }
  finished = await finishedOn('a4', printed)
  doc = await PDFDocument.load(finished, { updateMetadata: false })
}, 60_000)

async function finishedOn(paper: PaperSize, bytes: Uint8Array, told = about): Promise<Uint8Array> {
  return (await finish(bytes, told, [paper])).files[0]!
}

describe('a printed document, once finished', () => {
  it('names its typefaces, also where a font has no name itself, as those of emoji and of many signs', async () => {
    const { typefaces } = await finish(printed, about, ['a4'])
    expect(typefaces).not.toEqual([])
    const nameless = await PDFDocument.load(printed, { updateMetadata: false })
    for (const [, object] of nameless.context.enumerateIndirectObjects())
      if (object instanceof PDFDict) object.delete(key('BaseFont'))
    expect((await finish(await nameless.save(), about, ['a4'])).typefaces).toEqual(typefaces)
  })

  it('reads the same, page by page', async () => {
    const [before, after] = [await inspect(printed), await inspect(finished)]
    expect(after.pages.map(page => page.text)).toEqual(before.pages.map(page => page.text))
    expect(after.pages).toHaveLength(3)
    expect(after.pages[0]!.width).toBeCloseTo(595, 0)
    expect(after.pages[0]!.text).toContain('1 / 3')
    expect(JSON.stringify(after.outline)).toBe(
      JSON.stringify(before.outline).replace('Wrappedheading', 'Wrapped heading'),
    )
    expect(after.outline).toEqual([
      {
        title: 'Office networks',
        entries: [
          { title: 'Switches', entries: [] },
          { title: 'Wrapped heading', entries: [] },
          { title: 'Routers', entries: [{ title: 'Addresses', entries: [] }] },
        ],
      },
    ])
    expect(after).toMatchObject({
      title: about.title,
      language: 'en-GB',
      isTagged: true,
      fontsEmbedded: true,
      links: 4,
      fields: [],
    })
    expect(after.fonts.length).toBeGreaterThan(0)
  })

  it('tells what pdf.js, which had no part in it, finds tagged on each page', async () => {
    const { pages } = await finish(printed, about, ['a4'])
    expect(pages.map(bare)).toEqual((await inspect(finished)).pages.map(page => bare(page.tagged)))
    expect(bare(pages[0]!)).toContain('Officenetworks')
    expect(pages.join('')).not.toContain('Running head')
  })

  it('is put in the middle of each paper, with all that is printed and linked where it was', async () => {
    const {
      files: [a4, letter],
    } = await finish(printed, about, ['a4', 'letter'])
    const [onA4, onLetter] = [await inspect(a4!), await inspect(letter!)]
    expect(onLetter.pages.map(page => [page.width, page.height])).toEqual(onA4.pages.map(() => [612, 792]))
    expect({ ...onLetter, pages: onLetter.pages.map(page => page.tagged) }).toEqual({
      ...onA4,
      pages: onA4.pages.map(page => page.tagged),
    })
    const [before, after] = [await firstWord(printed), await firstWord(letter!)]
    // As far from the left edge as before, but for half of what the sheet is wider; as far from the top, likewise.
    expect(after.left - before.left).toBeCloseTo((612 - before.width) / 2, 0)
    expect(after.fromTop - before.fromTop).toBeCloseTo((792 - before.height) / 2, 0)
  })

  it('draws nothing that is neither tagged nor an artifact', async () => {
    expect(await unmarked(printed)).not.toEqual([])
    expect(await unmarked(finished)).toEqual([])
  })

  it('keeps running heads and ornaments from being read out, and everything else in the tree', async () => {
    const read = await taggedText(finished)
    for (const words of [
      'Office networks',
      'Managed, see ',
      'Still first',
      'A card',
      'HTTP',
      'cable',
      'Rack and cables',
      'Bonjour',
    ])
      expect(read).toContain(words)
    for (const words of ['Running head', '1 / 3', 'ornament', 'Hidden affix']) expect(read).not.toContain(words)
  })

  it('says in every link where it leads', () => {
    const contents = doc
      .getPages()
      .flatMap(linksOn)
      .map(link => textOf(link.lookup(key('Contents'))))
    expect(contents).toEqual(['Switches', 'Page 2', 'https://example.org/a?b=1', 'Routers'])
  })

  it('declares itself PDF/UA-1, with title, language and author', () => {
    const xmp = Buffer.from(decoded(doc.catalog.lookup(key('Metadata')))).toString('utf8')
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Workbook &lt;1&gt; &amp; 2</rdf:li>')
    expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>')
    expect(xmp).toContain('<rdf:li>A. Facilitator</rdf:li>')
    expect(Buffer.from(finished.subarray(0, 8)).toString()).toBe('%PDF-1.7')
    expect(doc.getAuthor()).toBe('A. Facilitator')
    expect(doc.getProducer()).toBe('Workshop kit')
    expect(dictAt(doc.catalog, 'ViewerPreferences')!.get(key('DisplayDocTitle'))!.toString()).toBe('true')
    expect(doc.getPages().map(page => nameAt(page.node, 'Tabs'))).toEqual(['S', 'S', 'S'])
  })

  it('has a structure tree that PDF 1.7 knows', () => {
    const { root, elements } = new Structure(doc)
    const typesIn = (element: PDFDict) =>
      kidsOf(element).map(kid => nameAt([...elements].find(([ref]) => ref === kid)?.[1], 'S') ?? 'content')
    const ofType = (type: string) => [...elements.values()].filter(each => nameAt(each, 'S') === type)
    expect(nameAt(dictAt(root, 'RoleMap'), 'Em')).toBe('Span')
    expect(nameAt(dictAt(root, 'RoleMap'), 'Strong')).toBe('Span')
    expect(ofType('LI').map(typesIn)).toEqual(Array.from({ length: 5 }, () => ['Lbl', 'LBody']))
    expect(ofType('Table').map(typesIn)).toEqual([['Caption', 'TR', 'TR']])
    expect(ofType('Figure').map(figure => textOf(figure.lookup(key('Alt'))))).toEqual([
      'A red square',
      'A cable',
      'A rack',
    ])
  })

  it('is the same bytes from a second run and from a second print', async () => {
    expect(Buffer.compare(await finishedOn('a4', printed), finished)).toBe(0)
    expect(Buffer.compare(await finishedOn('a4', printedAgain), finished)).toBe(0)
    expect(Buffer.compare(await finishedOn('a4', printed, { ...about, title: 'Another' }), finished)).not.toBe(0)
  })

  it('can be finished again without being marked twice', async () => {
    const again = await finishedOn('a4', finished)
    expect(await inspect(again)).toEqual(await inspect(finished))
    expect(await taggedText(again)).toBe(await taggedText(finished))
    expect(await unmarked(again)).toEqual([])
  })

  it('is refused when it was printed without tags', async () => {
    const untagged = await PDFDocument.create()
    untagged.addPage()
    await expect(finish(await untagged.save(), about, ['a4'])).rejects.toThrow('no structure tree')
  })
})

/** Letters and digits alone: spaces between words are the reader's guess. */
const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

async function firstWord(bytes: Uint8Array) {
  let found: { left: number; fromTop: number; width: number; height: number } | undefined
  await eachPage(bytes, async page => {
    const [left, bottom, right, top] = page.view as [number, number, number, number]
    const { items } = await page.getTextContent()
    const item = items.find(each => 'str' in each && each.str.trim() !== '') as { transform: number[] }
    found ??= {
      left: item.transform[4]! - left,
      fromTop: top - item.transform[5]!,
      width: right - left,
      height: top - bottom,
    }
  })
  return found!
}

const NAMES = Object.fromEntries(Object.entries(OPS).map(([name, number]) => [number, name]))

/** What pdf.js, which had no part in marking, draws outside marked content; forms are drawn within their caller's. */
async function unmarked(bytes: Uint8Array): Promise<string[]> {
  const found: string[] = []
  await eachPage(bytes, async page => {
    const { fnArray, argsArray } = await page.getOperatorList()
    const open: boolean[] = []
    fnArray.forEach((fn, at) => {
      const [first, second] = (argsArray[at] ?? []) as unknown[]
      if (fn === OPS.beginMarkedContent || fn === OPS.beginMarkedContentProps)
        open.push(
          typeof second === 'number' || (first as { name?: string })?.name === 'Artifact' || first === 'Artifact',
        )
      else if (fn === OPS.endMarkedContent) open.pop()
      else if (draws(fn, first) && !open.includes(true)) found.push(`page ${page.pageNumber}: ${NAMES[fn]}`)
    })
    if (open.length > 0) found.push(`page ${page.pageNumber}: marked content left open`)
  })
  return found
}

function draws(fn: number, first: unknown): boolean {
  return fn === OPS.constructPath ? first !== OPS.endPath : /^(?:show|paint(?!Form)|shadingFill)/.test(NAMES[fn]!)
}

/** The words that belong to the structure tree, in the order of the page. */
async function taggedText(bytes: Uint8Array): Promise<string> {
  let text = ''
  await eachPage(bytes, async page => {
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const open: boolean[] = []
    for (const item of items) {
      if ('str' in item) text += open.includes(true) ? item.str : ''
      else if (item.type === 'endMarkedContent') open.pop()
      else open.push(Boolean(item.id))
    }
  })
  return text
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function eachPage(bytes: Uint8Array, visit: (page: Page) => Promise<void>): Promise<void> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const reader = await task.promise
  for (let number = 1; number <= reader.numPages; number++) await visit(await reader.getPage(number))
  await task.destroy()
}
