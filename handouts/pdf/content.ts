import { PDFString } from '@cantoo/pdf-lib'

/** One operator of a content stream with its operands, as places in the stream's bytes. */
export interface Operation {
  name: string
  start: number
  end: number
  /** Where each operand starts and ends, one after the other: a document has hundreds of thousands of them. */
  operands: number[]
}

/**
 * The operators of a content stream in order (ISO 32000-1, 7.8.2). An inline image is one operation, `BI`.
 * @param without operators to pass over
 */
export function readOperations(bytes: Uint8Array, without?: ReadonlySet<string>): Operation[] {
  const operations: Operation[] = []
  let operands: number[] = []
  let at = skipSpace(bytes, 0)
  while (at < bytes.length) {
    const start = at
    at = skipToken(bytes, start)
    const name = KIND[bytes[start]!] === REGULAR && !isNumberStart(bytes[start]!) ? latin1(bytes, start, at) : ''
    if (name === '' || CONSTANTS.has(name)) {
      operands.push(start, at)
    } else if (without?.has(name)) {
      operands.length = 0
    } else {
      if (name === 'BI') at = inlineImageEnd(bytes, at)
      operations.push({ name, start: operands[0] ?? start, end: at, operands })
      operands = []
    }
    at = skipSpace(bytes, at)
  }
  return operations
}

/** The operand at an index as it is written; nothing when there are fewer. */
export function operand(bytes: Uint8Array, { operands }: Operation, index: number): string {
  return latin1(bytes, operands[2 * index] ?? 0, operands[2 * index + 1] ?? 0)
}

/** Latin letters and signs, one for each byte. */
function latin1(bytes: Uint8Array, start: number, end: number): string {
  // Most are operators of one or two letters, for which a Buffer would cost more than the letters.
  if (end - start <= 2)
    return end - start === 2
      ? String.fromCharCode(bytes[start]!, bytes[start + 1]!)
      : String.fromCharCode(...bytes.subarray(start, end))
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
}

/** The strings of the last operand, itself or an array's parts (7.3.4), each read from its character codes. */
export function shownText(
  bytes: Uint8Array,
  { operands }: Operation,
  decode: (codes: ArrayLike<number>) => string,
): string {
  const start = operands.at(-2)!
  const end = operands.at(-1)!
  if (bytes[start] !== ARRAY) return decode(codesOf(bytes, start, end))
  let text = ''
  for (let at = skipSpace(bytes, start + 1); at < end - 1;) {
    const after = skipToken(bytes, at)
    text += decode(codesOf(bytes, at, after))
    at = skipSpace(bytes, after)
  }
  return text
}

/** Anything but a string, such as the space between two, has no codes. */
function codesOf(bytes: Uint8Array, start: number, end: number): ArrayLike<number> {
  if (bytes[start] === OPEN) return PDFString.of(latin1(bytes, start + 1, end - 1)).asBytes()
  const codes: number[] = []
  if (bytes[start] !== LESS) return codes
  let high: number | undefined
  for (let at = start + 1; at < end - 1; at++) {
    if (KIND[bytes[at]!] === SPACE) continue
    const digit = HEX[bytes[at]!]!
    if (high === undefined) {
      high = digit
    } else {
      codes.push((high << 4) | digit)
      high = undefined
    }
  }
  // An odd last digit stands for one with a zero after it.
  if (high !== undefined) codes.push(high << 4)
  return codes
}

const code = (text: string) => text.charCodeAt(0)
const [REGULAR, SPACE, DELIMITER] = [0, 1, 2]
/** What each byte is (7.2.2); a table, because a document has millions of them. */
const KIND = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = SPACE
for (const sign of '()<>[]{}/%') KIND[code(sign)] = DELIMITER
const [PERCENT, BACKSLASH, OPEN, CLOSE, ARRAY, LESS, SLASH] = [...'%\\()[</'].map(code)
const HEX = Uint8Array.from({ length: 256 }, (_, byte) => Number.parseInt(String.fromCharCode(byte), 16) || 0)
const CONSTANTS = new Set(['true', 'false', 'null'])

/** A digit, a sign or a point. */
const isNumberStart = (byte: number) => (byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46

function skipSpace(bytes: Uint8Array, at: number): number {
  while (at < bytes.length) {
    if (bytes[at] === PERCENT) {
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
    } else if (KIND[bytes[at]!] === SPACE) {
      at++
    } else {
      break
    }
  }
  return at
}

/** The end of the string, name, array, dictionary, number or keyword that starts here. */
function skipToken(bytes: Uint8Array, at: number): number {
  switch (bytes[at]) {
    case OPEN:
      return stringEnd(bytes, at)
    case ARRAY:
      return groupEnd(bytes, at + 1, ']')
    case LESS:
      return bytes[at + 1] === LESS ? groupEnd(bytes, at + 2, '>>') : bytes.indexOf(code('>'), at) + 1 || bytes.length
    case SLASH:
      return regularEnd(bytes, at + 1)
    default:
      return Math.max(regularEnd(bytes, at), at + 1)
  }
}

function regularEnd(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && KIND[bytes[at]!] === REGULAR) at++
  return at
}

function stringEnd(bytes: Uint8Array, at: number): number {
  let depth = 0
  for (; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++
    else if (bytes[at] === OPEN) depth++
    else if (bytes[at] === CLOSE && --depth === 0) return at + 1
  }
  return bytes.length
}

function groupEnd(bytes: Uint8Array, at: number, close: ']' | '>>'): number {
  for (at = skipSpace(bytes, at); at < bytes.length; at = skipSpace(bytes, skipToken(bytes, at))) {
    if (latin1(bytes, at, Math.min(at + close.length, bytes.length)) === close) return at + close.length
  }
  return bytes.length
}

/**
 * `at` follows `BI`. The data may hold any bytes: `EI` counts only with white space around it and readable text after
 * it.
 */
function inlineImageEnd(bytes: Uint8Array, at: number): number {
  for (at = skipSpace(bytes, at); at < bytes.length; at = skipSpace(bytes, skipToken(bytes, at))) {
    if (latin1(bytes, at, Math.min(at + 2, bytes.length)) === 'ID') break
  }
  for (at += 3; at < bytes.length; at++) {
    const after = bytes.subarray(at + 2, at + 12)
    if (
      latin1(bytes, at, Math.min(at + 2, bytes.length)) === 'EI' &&
      KIND[bytes[at - 1]!] === SPACE &&
      (after.length === 0 || KIND[after[0]!] === SPACE) &&
      after.every(byte => KIND[byte] === SPACE || (byte > 32 && byte < 127))
    )
      return at + 2
  }
  return bytes.length
}
