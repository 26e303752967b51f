import type { About } from './metadata'
import { createHash } from 'node:crypto'
import { PDFDocument, PDFHeader, PDFHexString } from '@cantoo/pdf-lib'
import { markPages } from './artifacts'
import { describeLinks } from './links'
import { writeMetadata } from './metadata'
import { dropUnused } from './objects'
import { repairOutline } from './outline'
import { repairStructure } from './repairs'
import { Structure } from './structure'

export type { About } from './metadata'

/**
 * Mends a PDF that Chromium printed (tagged, with outline) towards PDF/UA-1, and makes its bytes depend
 * on its content alone. It loads and saves one file: `copyPages` would lose tags, outline and language.
 */
export async function finish(bytes: Uint8Array, about: About): Promise<Uint8Array> {
  // Otherwise pdf-lib writes its name and the time into the information dictionary.
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  const structure = new Structure(doc)
  markPages(doc, structure)
  repairStructure(structure)
  structure.writeParents()
  repairOutline(doc, about.headings ?? [])
  describeLinks(doc)
  writeMetadata(doc, about)
  // Chromium says 1.4, which has none of /Tabs, Scope or object streams.
  doc.context.header = PDFHeader.forVersion(1, 7)
  dropUnused(doc.context)

  // The file's id is drawn from the rest of the file, where a word of its length holds its place.
  doc.context.trailerInfo.ID = doc.context.obj([PDFHexString.of(PLACE), PDFHexString.of(PLACE)])
  const saved = Buffer.from(await doc.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }))
  const id = createHash('sha256').update(saved).digest('hex').slice(0, PLACE.length)
  for (let at = saved.indexOf(PLACE); at >= 0; at = saved.indexOf(PLACE, at))
    saved.write(id, at, 'latin1')
  return new Uint8Array(saved)
}

const PLACE = '5eed'.repeat(8)
