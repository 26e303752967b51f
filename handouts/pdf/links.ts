import type { PDFDocument, PDFObject, PDFPage } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib'

import { arrayAt, dictAt, key, nameAt, textOf } from './objects'
import { outlineItems } from './outline'
import type { Target } from './targets'
import { namedTargets, targetOf } from './targets'

/**
 * Says in each link annotation where it leads (ISO 14289-1, 7.18.5): the address, or for a link within
 * the document the heading that it jumps to, or else the page.
 */
export function describeLinks(doc: PDFDocument): void {
  const pages = doc.getPages()
  const named = namedTargets(doc)
  const headings = [...outlineItems(dictAt(doc.catalog, 'Outlines'))].flatMap(item => {
    const target = targetOf(item.lookup(key('Dest')), pages)
    return target ? [{ ...target, title: textOf(item.lookup(key('Title'))) ?? '' }] : []
  })
  for (const page of pages) {
    for (const link of linksOn(page)) {
      if (link.has(key('Contents'))) continue
      const action = dictAt(link, 'A')
      const destination = link.lookup(key('Dest')) ?? action?.lookup(key('D'))
      const target =
        destination instanceof PDFArray ? targetOf(destination, pages) : named.get(nameOf(destination) ?? '')
      const words =
        textOf(action?.lookup(key('URI'))) ??
        (target && (headingAt(target, headings) ?? `Page ${target.page + 1}`)) ??
        nameOf(destination) ??
        'Link'
      link.set(key('Contents'), PDFHexString.fromText(words))
    }
  }
}

export function linksOn(page: PDFPage): PDFDict[] {
  const annotations = arrayAt(page.node, 'Annots')
  return Array.from({ length: annotations?.size() ?? 0 }, (_, at) => annotations!.lookup(at)).filter(
    (each): each is PDFDict => each instanceof PDFDict && nameAt(each, 'Subtype') === 'Link',
  )
}

function nameOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFName ? value.decodeText() : textOf(value)
}

/**
 * The heading at the target or just below it. Chromium leaves the page margin out of a named destination,
 * so that it lies that much above what it names (about 57 points at 20 mm); the section's own padding comes on top.
 */
function headingAt(target: Target, headings: (Target & { title: string })[]): string | undefined {
  const reach = 100
  return headings
    .filter(({ page, top }) => page === target.page && top <= target.top + 2 && top >= target.top - reach)
    .toSorted((a, b) => b.top - a.top)[0]?.title
}
