import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { PDFHexString } from '@cantoo/pdf-lib'
import { dictAt, key, textOf } from './objects'

/**
 * Gives bookmarks their spaces back. Chromium joins the lines of a heading that wraps without one
 * (“Leavingit to grow”); the words as they are in the page tell where they were.
 */
export function repairOutline(doc: PDFDocument, headings: readonly string[]): void {
  const spaced = new Map(headings.map(heading => [squeezed(heading), heading.replace(/\s+/g, ' ').trim()]))
  for (const item of outlineItems(dictAt(doc.catalog, 'Outlines'))) {
    const title = spaced.get(squeezed(textOf(item.lookup(key('Title'))) ?? ''))
    if (title !== undefined)
      item.set(key('Title'), PDFHexString.fromText(title))
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
