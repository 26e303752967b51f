import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFHexString, PDFStream } from '@cantoo/pdf-lib'

/** How many objects are packed into one stream. */
const PACK = 200

/**
 * Writes a document as a file with packed objects (ISO 32000-1, 7.5.7) and an id that is drawn from all the rest, so
 * that
 * the same content is the same bytes. pdf-lib's own writer looks through the whole list of objects for the place of
 * each
 * one; with the thousands of a tagged document that is half of the time that writing takes.
 */
export function writeDocument({ context }: PDFDocument): Uint8Array {
  const file = new Pieces()
  /** Where each object is: at a place in the file, or at an index in the pack of this number. */
  const places: Place[] = [{ type: 0, at: 0, index: 65535 }]
  const put = (number: number, object: PDFObject) => {
    places[number] = { type: 1, at: file.length, index: 0 }
    file.add(`${number} 0 obj\n`, object instanceof PDFStream ? bytesOf(object) : `${object}`, '\nendobj\n')
  }

  file.add(bytesOf(context.header), '\n')
  const objects = context.enumerateIndirectObjects()
  const loose = objects.filter(([, object]) => !(object instanceof PDFStream))
  for (const [ref, object] of objects) {
    if (object instanceof PDFStream) put(ref.objectNumber, object)
  }
  let last = context.largestObjectNumber
  for (let from = 0; from < loose.length; from += PACK) {
    const number = ++last
    const pack = new Pieces()
    const starts = loose.slice(from, from + PACK).map(([ref, object], index) => {
      places[ref.objectNumber] = { type: 2, at: number, index }
      const start = `${ref.objectNumber} ${pack.length}`
      pack.add(`${object}\n`)
      return start
    })
    const head = `${starts.join(' ')}\n`
    put(
      number,
      context.stream(deflateSync(Buffer.concat([Buffer.from(head), pack.bytes()])), {
        Type: 'ObjStm',
        N: starts.length,
        First: head.length,
        Filter: 'FlateDecode',
      }),
    )
  }

  const start = file.length
  const number = ++last
  places[number] = { type: 1, at: start, index: 0 }
  const id = PDFHexString.of(createHash('sha256').update(file.bytes()).digest('hex').slice(0, 32))
  const { Root, Info } = context.trailerInfo
  put(
    number,
    context.stream(deflateSync(tableOf(places)), {
      Type: 'XRef',
      Size: last + 1,
      W: [1, 4, 2],
      Root,
      Info,
      ID: [id, id],
      Filter: 'FlateDecode',
    }),
  )
  file.add(`startxref\n${start}\n%%EOF\n`)
  return new Uint8Array(file.bytes())
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
  readonly #pieces: Buffer[] = []

  add(...pieces: (Buffer | string)[]): void {
    for (const piece of pieces) {
      // pdf-lib holds what is not ASCII as one character for each byte.
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
      this.#pieces.push(bytes)
      this.length += bytes.length
    }
  }

  bytes(): Buffer {
    return Buffer.concat(this.#pieces)
  }
}
