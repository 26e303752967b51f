import { PDFArray, PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib'

import { key, nameAt, numberAt } from '../../handouts/pdf/objects'
import { kidsOf, Structure } from '../../handouts/pdf/structure'
import { withReader } from './read-pages'

/** Every table of a PDF: how many columns each of its rows spans, as its tags say it. */
export async function tablesIn(bytes: Uint8Array): Promise<number[][]> {
  const structure = new Structure(await PDFDocument.load(bytes, { updateMetadata: false }))
  const within = (element: PDFDict, type: string): PDFDict[] =>
    kidsOf(element).flatMap(kid => {
      const child = kid instanceof PDFRef ? structure.elements.get(kid) : undefined
      if (!child) return []
      return nameAt(child, 'S') === type ? [child] : within(child, type)
    })
  const cells = (row: PDFDict) => [...within(row, 'TH'), ...within(row, 'TD')]
  return [...structure.elements.values()]
    .filter(element => nameAt(element, 'S') === 'Table')
    .map(table => within(table, 'TR').map(row => cells(row).reduce((sum, cell) => sum + columnsOf(cell), 0)))
}

/** How many columns a cell spans; its attributes are a dictionary or a list of them. */
function columnsOf(cell: PDFDict): number {
  const attributes = cell.lookup(key('A'))
  const all = attributes instanceof PDFArray ? attributes.asArray().map((_, at) => attributes.lookup(at)) : [attributes]
  const spans = all.flatMap(each => (each instanceof PDFDict ? [numberAt(each, 'ColSpan')] : []))
  return spans.find(span => span !== undefined) ?? 1
}

/** Top and bottom margin of a page on US Letter, in points; the running foot stands below. */
const MARGIN = { top: 34, bottom: 42.5 }

/** How far down each page of a PDF on US Letter is written, from 0 to 1. */
export function filledIn(bytes: Uint8Array): Promise<number[]> {
  return withReader(bytes, reader =>
    Promise.all(
      Array.from({ length: reader.numPages }, async (_, index) => {
        const page = await reader.getPage(index + 1)
        const { height } = page.getViewport({ scale: 1 })
        const { items } = await page.getTextContent()
        const lines = items.flatMap(item => ('str' in item && item.str.trim() ? [item.transform[5] as number] : []))
        const lowest = Math.min(height, ...lines.filter(y => y > MARGIN.bottom))
        return (height - MARGIN.top - lowest) / (height - MARGIN.top - MARGIN.bottom)
      }),
    ),
  )
}
