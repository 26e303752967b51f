import type { PDFDocument as LibDocument } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import type { PDFDocumentProxy } from 'pdfjs-dist'

import { dictAt, key, nameAt } from '../../handouts/pdf/objects'
import type { ReadPage } from './read-pages'
import { readPages, withReader } from './read-pages'

export interface Inspection {
  title: string
  language: string
  /** Says that it is tagged, and has a structure tree on every page. */
  isTagged: boolean
  outline: OutlineEntry[]
  pages: ReadPage[]
  fonts: { name: string; embedded: boolean }[]
  fontsEmbedded: boolean
  /** Link annotations; one link that wraps counts once for each line. */
  links: number
  /** Names of the form fields. */
  fields: string[]
}

export interface OutlineEntry {
  title: string
  entries: OutlineEntry[]
}

/** Everything that can be known of a PDF from reading it back. */
export function inspect(bytes: Uint8Array): Promise<Inspection> {
  return withReader(bytes, async reader => {
    let links = 0
    let treed = true
    for (let number = 1; number <= reader.numPages; number++) {
      const page = await reader.getPage(number)
      links += (await page.getAnnotations()).filter(each => each.subtype === 'Link').length
      treed &&= (await page.getStructTree()) !== null
      page.cleanup()
    }
    const info = (await reader.getMetadata()).info as { Title?: string; Language?: string }
    const marks = (await reader.getMarkInfo()) as { Marked?: boolean } | null
    const fonts = fontsIn(await PDFDocument.load(bytes, { updateMetadata: false }))
    return {
      title: info.Title ?? '',
      language: info.Language ?? '',
      isTagged: treed && marks?.Marked === true,
      outline: readOutline(await reader.getOutline()),
      pages: await readPages(reader),
      fonts,
      fontsEmbedded: fonts.every(font => font.embedded),
      links,
      fields: Object.keys((await reader.getFieldObjects()) ?? {}),
    }
  })
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

const readOutline = (items: Outline | null): OutlineEntry[] =>
  (items ?? []).map(({ title, items }) => ({ title, entries: readOutline(items) }))

function fontsIn(doc: LibDocument): Inspection['fonts'] {
  return doc.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (
      !(object instanceof PDFDict) ||
      nameAt(object, 'Type') !== 'Font' ||
      nameAt(object, 'Subtype')?.startsWith('CIDFont')
    )
      return []
    const descendants = object.lookup(key('DescendantFonts'))
    const described = descendants instanceof PDFArray ? descendants.lookup(0, PDFDict) : object
    const descriptor = dictAt(described, 'FontDescriptor')
    // A Type 3 font is made of content streams in the file itself.
    const embedded =
      nameAt(object, 'Subtype') === 'Type3' ||
      ['FontFile', 'FontFile2', 'FontFile3'].some(file => descriptor?.has(key(file)))
    return [{ name: nameAt(object, 'BaseFont') ?? nameAt(descriptor, 'FontName') ?? 'Type 3', embedded }]
  })
}
