import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { PDFHexString } from '@cantoo/pdf-lib'

import { dictAt, key, textOf } from './objects'

/**
 * Gives bookmarks the words of their headings. Chromium joins the lines of a heading that wraps without a space
 * (“Leavingit to grow”), and names one that begins a page twice, because it reaches into the page before by a hair.
 */
export function repairOutline(doc: PDFDocument, headings: readonly string[]): void {
  const spaced = new Map(headings.map(heading => [squeezed(heading), heading.replace(/\s+/g, ' ').trim()]))
  for (const item of outlineItems(dictAt(doc.catalog, 'Outlines'))) {
    const name = squeezed(textOf(item.lookup(key('Title'))) ?? '')
    const half = name.slice(0, name.length / 2)
    const title = spaced.get(name) ?? (name === half + half ? spaced.get(half) : undefined)
    if (title !== undefined) item.set(key('Title'), PDFHexString.fromText(title))
  }
}

/** The entries in order, nested ones after the one that holds them. */
export function* outlineItems(parent: PDFDict | undefined): Generator<PDFDict> {
  for (let item = dictAt(parent, 'First'); item; item = dictAt(item, 'Next')) {
    yield item
    yield* outlineItems(item)
  }
}

const squeezed = (text: string) => text.replace(/\s+/g, '')
