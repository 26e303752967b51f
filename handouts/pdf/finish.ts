import { ParseSpeeds, PDFDict, PDFDocument, PDFHeader } from '@cantoo/pdf-lib'

import type { PaperSize } from '../../model/paper-size'
import { markPages } from './artifacts'
import { describeLinks } from './links'
import type { About } from './metadata'
import { writeMetadata } from './metadata'
import { dropUnused, nameAt } from './objects'
import { repairOutline } from './outline'
import { putOnPaper } from './put-on-paper'
import { repairStructure } from './repairs'
import { Structure } from './structure'
import { writeDocument } from './write'

export type { About } from './metadata'

export interface Finished {
  /** The file for each paper that was asked for, in that order. */
  files: Uint8Array[]
  /** What each page says to a reader: its text without the running foot and other decoration. */
  pages: string[]
  /** The names of its typefaces, as the files of these give them. */
  typefaces: string[]
}

/**
 * Mends a PDF that Chromium printed (tagged, with outline) towards PDF/UA-1, and makes its bytes depend
 * on its content alone. Both papers share what was printed. It loads and saves one file: `copyPages` would lose tags,
 * outline and language.
 */
export async function finish(bytes: Uint8Array, about: About, papers: readonly PaperSize[]): Promise<Finished> {
  // Otherwise pdf-lib writes its name and the time into the information dictionary.
  const doc = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const structure = new Structure(doc)
  const pages = await markPages(doc, structure)
  repairStructure(structure)
  structure.writeParents()
  repairOutline(doc, about.headings ?? [])
  describeLinks(doc)
  writeMetadata(doc, about)
  // Chromium says 1.4, which has none of /Tabs, Scope or object streams.
  doc.context.header = PDFHeader.forVersion(1, 7)
  dropUnused(doc.context)
  const typefaces = typefacesOf(doc)

  const files = writeDocument(
    doc,
    papers.map(paper => () => putOnPaper(doc, paper)),
  )
  return { files, pages, typefaces }
}

/**
 * As their descriptors name them, because a font that is drawn sign by sign, such as one of emoji, has no name itself
 * (ISO 32000-1, 9.6.5); without the six letters that mark a part of a typeface (9.6.4).
 */
function typefacesOf({ context }: PDFDocument): string[] {
  const names = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [nameAt(object, 'FontName')] : []))
  return [...new Set(names.flatMap(name => name?.replace(/^[A-Z]{6}\+/, '') ?? []))].toSorted()
}
