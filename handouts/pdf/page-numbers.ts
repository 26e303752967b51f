import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'

import { namedTargets } from './targets'

export interface PageNumbers {
  /** How many pages the document has. */
  pages: number
  /** The page, from 1, that each anchor fell on; Chromium names a destination for every link. */
  pageOf: Record<string, number>
}

/** Where things fell in a document as Chromium printed it. */
export async function pageNumbers(bytes: Uint8Array): Promise<PageNumbers> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const found = [...namedTargets(doc)].map(([anchor, { page }]) => [decodeURIComponent(anchor), page + 1] as const)
  return { pages: doc.getPageCount(), pageOf: Object.fromEntries(found) }
}
