import type { PDFDocument as LibDocument } from '@cantoo/pdf-lib'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { PDFArray, PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { dictAt, key, nameAt } from './objects'

export interface Inspection {
  title: string
  language: string
  /** Says that it is tagged, and has a structure tree on every page. */
  isTagged: boolean
  outline: OutlineEntry[]
  pages: InspectedPage[]
  fonts: { name: string, embedded: boolean }[]
  fontsEmbedded: boolean
  /** Link annotations; one link that wraps counts once for each line. */
  links: number
  /** Names of the form fields. */
  fields: string[]
}

export interface OutlineEntry { title: string, entries: OutlineEntry[] }

export interface InspectedPage {
  /** In points. */
  width: number
  height: number
  text: string
  /** How many words are the document's own: the running foot, which is on every page, is none of them. */
  words: number
}

/** Reads a PDF back, with a reader that had no part in writing it. */
export async function inspect(bytes: Uint8Array): Promise<Inspection> {
  // pdf.js takes the buffer over, and refuses a Node Buffer: give it a plain copy.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, disableFontFace: true, useSystemFonts: false })
  try {
    const reader = await task.promise
    const pages: InspectedPage[] = []
    let links = 0
    let treed = true
    for (let number = 1; number <= reader.numPages; number++) {
      const page = await reader.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const text = textOf(items).trim()
      links += (await page.getAnnotations()).filter(each => each.subtype === 'Link').length
      treed &&= await page.getStructTree() !== null
      pages.push({ width, height, text, words: textOf(taggedIn(items)).split(/\s+/).filter(Boolean).length })
      page.cleanup()
    }
    const info = (await reader.getMetadata()).info as { Title?: string, Language?: string }
    const marks = await reader.getMarkInfo() as { Marked?: boolean } | null
    const fonts = fontsIn(await PDFDocument.load(bytes, { updateMetadata: false }))
    return {
      title: info.Title ?? '',
      language: info.Language ?? '',
      isTagged: treed && marks?.Marked === true,
      outline: readOutline(await reader.getOutline()),
      pages,
      fonts,
      fontsEmbedded: fonts.every(font => font.embedded),
      links,
      fields: Object.keys(await reader.getFieldObjects() ?? {}),
    }
  }
  finally {
    await task.destroy()
  }
}

type Item = Awaited<ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getTextContent']>>['items'][number]

const textOf = (items: Item[]) => items.map(item => 'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '').join('')

/** What belongs to the structure tree; the rest of a page is drawn and never read out. */
function taggedIn(items: Item[]): Item[] {
  const open: boolean[] = []
  return items.filter((item) => {
    if ('str' in item)
      return open.includes(true)
    if (item.type === 'endMarkedContent')
      open.pop()
    else
      open.push(Boolean(item.id))
    return false
  })
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

const readOutline = (items: Outline | null): OutlineEntry[] =>
  (items ?? []).map(({ title, items }) => ({ title, entries: readOutline(items) }))

function fontsIn(doc: LibDocument): Inspection['fonts'] {
  return doc.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || nameAt(object, 'Type') !== 'Font' || nameAt(object, 'Subtype')?.startsWith('CIDFont'))
      return []
    const descendants = object.lookup(key('DescendantFonts'))
    const described = descendants instanceof PDFArray ? descendants.lookup(0, PDFDict) : object
    const descriptor = dictAt(described, 'FontDescriptor')
    // A Type 3 font is made of content streams in the file itself.
    const embedded = nameAt(object, 'Subtype') === 'Type3' || ['FontFile', 'FontFile2', 'FontFile3'].some(file => descriptor?.has(key(file)))
    return [{ name: nameAt(object, 'BaseFont') ?? nameAt(descriptor, 'FontName') ?? 'Type 3', embedded }]
  })
}
