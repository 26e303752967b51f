import { inflateSync } from 'node:zlib'

import type { PDFContext, PDFObject } from '@cantoo/pdf-lib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

// Lookups that answer `undefined` where pdf-lib's throw: a file may leave out or mistype what is optional.

export const key = PDFName.of

export function dictAt(dict: PDFDict | undefined, name: string): PDFDict | undefined {
  const value = dict?.lookup(key(name))
  return value instanceof PDFDict ? value : undefined
}

export function arrayAt(dict: PDFDict | undefined, name: string): PDFArray | undefined {
  const value = dict?.lookup(key(name))
  return value instanceof PDFArray ? value : undefined
}

export function nameAt(dict: PDFDict | undefined, name: string): string | undefined {
  const value = dict?.lookup(key(name))
  return value instanceof PDFName ? value.decodeText() : undefined
}

export function numberAt(dict: PDFDict | undefined, name: string): number | undefined {
  const value = dict?.lookup(key(name))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

export function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

export function decoded(stream: PDFObject | undefined): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return new Uint8Array()
  // Node's own inflation is many times as fast as pdf-lib's, which knows every other filter.
  const isPlain = stream.dict.lookup(key('Filter')) === key('FlateDecode') && !stream.dict.has(key('DecodeParms'))
  return isPlain ? inflateSync(stream.getContents()) : decodePDFRawStream(stream).decode()
}

/** The leaves of a name tree or number tree (ISO 32000-1, 7.9.6 and 7.9.7). */
export function treeEntries(root: PDFDict | undefined, leaves: 'Names' | 'Nums'): [PDFObject, PDFObject][] {
  if (!root) return []
  const own = arrayAt(root, leaves)?.asArray() ?? []
  const pairs = Array.from({ length: Math.floor(own.length / 2) }, (_, at): [PDFObject, PDFObject] => [
    own[2 * at]!,
    own[2 * at + 1]!,
  ])
  const kids = arrayAt(root, 'Kids')
  return [
    ...pairs,
    ...Array.from({ length: kids?.size() ?? 0 }, (_, at) => kids!.lookup(at)).flatMap(kid =>
      kid instanceof PDFDict ? treeEntries(kid, leaves) : [],
    ),
  ]
}

/** Drops every object that nothing refers to any more: pdf-lib writes them all. */
export function dropUnused(context: PDFContext): void {
  const used = new Set<PDFRef>()
  const visit = (value: PDFObject | undefined): void => {
    if (value instanceof PDFRef) {
      if (!used.has(value)) {
        used.add(value)
        visit(context.lookup(value))
      }
    } else if (value instanceof PDFDict) {
      value.values().forEach(visit)
    } else if (value instanceof PDFArray) {
      value.asArray().forEach(visit)
    } else if (value instanceof PDFStream) {
      visit(value.dict)
    }
  }
  const { Root, Info, Encrypt } = context.trailerInfo
  for (const root of [Root, Info, Encrypt]) visit(root)
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!used.has(ref)) context.delete(ref)
  }
}
