import type { PDFDocument, PDFObject, PDFPage } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFNumber } from '@cantoo/pdf-lib'

import { dictAt, key, textOf, treeEntries } from './objects'

/** A place in a document: a page from 0, and how far up on it, in points. */
export interface Target {
  page: number
  top: number
}

/** The document's named destinations (ISO 32000-1, 12.3.2.3). */
export function namedTargets(doc: PDFDocument): Map<string, Target> {
  const pages = doc.getPages()
  const direct = dictAt(doc.catalog, 'Dests')
  const named: [string, PDFObject | undefined][] = [
    ...(direct?.keys() ?? []).map((name): [string, PDFObject | undefined] => [name.decodeText(), direct!.lookup(name)]),
    ...treeEntries(dictAt(dictAt(doc.catalog, 'Names'), 'Dests'), 'Names').map(
      ([name, value]): [string, PDFObject | undefined] => [textOf(name) ?? '', doc.context.lookup(value)],
    ),
  ]
  return new Map(
    named.flatMap(([name, value]) => {
      const target = targetOf(value, pages)
      return target ? [[name, target] as const] : []
    }),
  )
}

export function targetOf(value: PDFObject | undefined, pages: PDFPage[]): Target | undefined {
  const place = value instanceof PDFDict ? value.lookup(key('D')) : value
  if (!(place instanceof PDFArray)) return undefined
  const page = pages.findIndex(each => each.ref === place.get(0))
  const top = place.size() > 3 ? place.lookup(3) : undefined
  return page < 0 ? undefined : { page, top: top instanceof PDFNumber ? top.asNumber() : pages[page]!.getHeight() }
}
