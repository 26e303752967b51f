import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

import type { PDFContext, PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { PDFHexString, PDFPageLeaf, PDFStream } from '@cantoo/pdf-lib'

/** How many objects are packed into one stream. */
const PACK = 200

/**
 * Writes a document as one file for each variant of its pages, with packed objects (ISO 32000-1, 7.5.7) and an id that
 * is drawn from all the rest, so that the same content is the same bytes. What is not a page is the same in each file,
 * and written once. pdf-lib's own writer looks through the whole list of objects for the place of each one; with the
 * thousands of a tagged document that is half of the time that writing takes.
 * @param variants each changes the pages, and nothing else
 */
export function writeDocument({ context }: PDFDocument, variants: readonly (() => void)[]): Uint8Array[] {
  const objects = context.enumerateIndirectObjects()
  const isPage = ([, object]: Indirect) => object instanceof PDFPageLeaf
  const shared = new PdfFile(context)
  shared.write(objects.filter(each => !isPage(each)))
  return variants.map(change => {
    change()
    const file = shared.copy()
    file.write(objects.filter(isPage))
    return file.end()
  })
}

type Indirect = [PDFRef, PDFObject]

/** A file to which objects are added. */
class PdfFile {
  readonly #context: PDFContext
  #pieces = new Pieces()
  /** Where each object is: at a place in the file, or at an index in the pack of this number. */
  #places: Place[] = [{ type: 0, at: 0, index: 65535 }]
  #last: number

  constructor(context: PDFContext) {
    this.#context = context
    this.#last = context.largestObjectNumber
    this.#pieces.add(bytesOf(context.header), '\n')
  }

  copy(): PdfFile {
    const copy = new PdfFile(this.#context)
    copy.#pieces = this.#pieces.copy()
    copy.#places = this.#places.slice()
    copy.#last = this.#last
    return copy
  }

  write(objects: readonly Indirect[]): void {
    for (const [ref, object] of objects) {
      if (object instanceof PDFStream) this.#put(ref.objectNumber, object)
    }
    const loose = objects.filter(([, object]) => !(object instanceof PDFStream))
    for (let from = 0; from < loose.length; from += PACK) this.#pack(loose.slice(from, from + PACK))
  }

  /** Adds the table of all places, with which the file ends. */
  end(): Uint8Array {
    const start = this.#pieces.length
    const number = ++this.#last
    this.#places[number] = { type: 1, at: start, index: 0 }
    const id = PDFHexString.of(createHash('sha256').update(this.#pieces.bytes()).digest('hex').slice(0, 32))
    const { Root, Info } = this.#context.trailerInfo
    this.#put(
      number,
      this.#context.stream(deflateSync(tableOf(this.#places)), {
        Type: 'XRef',
        Size: this.#last + 1,
        W: [1, 4, 2],
        Root,
        Info,
        ID: [id, id],
        Filter: 'FlateDecode',
      }),
    )
    this.#pieces.add(`startxref\n${start}\n%%EOF\n`)
    return new Uint8Array(this.#pieces.bytes())
  }

  #put(number: number, object: PDFStream) {
    this.#places[number] = { type: 1, at: this.#pieces.length, index: 0 }
    this.#pieces.add(`${number} 0 obj\n`, bytesOf(object), '\nendobj\n')
  }

  #pack(objects: readonly Indirect[]) {
    const number = ++this.#last
    const pack = new Pieces()
    const starts = objects.map(([ref, object], index) => {
      this.#places[ref.objectNumber] = { type: 2, at: number, index }
      const start = `${ref.objectNumber} ${pack.length}`
      pack.add(`${object}\n`)
      return start
    })
    const head = `${starts.join(' ')}\n`
    this.#put(
      number,
      this.#context.stream(deflateSync(Buffer.concat([Buffer.from(head), pack.bytes()])), {
        Type: 'ObjStm',
        N: starts.length,
        First: head.length,
        Filter: 'FlateDecode',
      }),
    )
  }
}

interface Place {
  type: 0 | 1 | 2
  at: number
  index: number
}

/** The rows of a cross-reference stream (7.5.8): one byte, four and two. A number that is not there is free. */
function tableOf(places: Place[]): Buffer {
  const table = Buffer.alloc(7 * places.length)
  places.forEach(({ type, at, index }, row) => {
    table.writeUInt8(type, 7 * row)
    table.writeUInt32BE(at, 7 * row + 1)
    table.writeUInt16BE(index, 7 * row + 5)
  })
  return table
}

function bytesOf(part: {
  sizeInBytes: () => number
  copyBytesInto: (buffer: Uint8Array, offset: number) => number
}): Buffer {
  const bytes = Buffer.alloc(part.sizeInBytes())
  part.copyBytesInto(bytes, 0)
  return bytes
}

/** Bytes one after the other, and how many there are so far. */
class Pieces {
  length = 0
  #pieces: Buffer[] = []

  add(...pieces: (Buffer | string)[]): void {
    for (const piece of pieces) {
      // pdf-lib holds what is not ASCII as one character for each byte.
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
      this.#pieces.push(bytes)
      this.length += bytes.length
    }
  }

  copy(): Pieces {
    const copy = new Pieces()
    copy.length = this.length
    copy.#pieces = [...this.#pieces]
    return copy
  }

  bytes(): Buffer {
    return Buffer.concat(this.#pieces)
  }
}
