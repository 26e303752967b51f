/** One operator of a content stream with its operands, as places in the stream's bytes. */
export interface Operation {
  name: string
  start: number
  end: number
  operands: Span[]
}

export type Span = [start: number, end: number]

/** The operators of a content stream in order (ISO 32000-1, 7.8.2). An inline image is one operation, `BI`. */
export function readOperations(bytes: Uint8Array): Operation[] {
  const operations: Operation[] = []
  let operands: Span[] = []
  let at = skipSpace(bytes, 0)
  while (at < bytes.length) {
    const start = at
    at = skipToken(bytes, start)
    const word = isRegular(bytes[start]!) ? latin1(bytes, start, at) : ''
    if (word === '' || isOperand(word)) {
      operands.push([start, at])
    }
    else {
      if (word === 'BI')
        at = inlineImageEnd(bytes, at)
      operations.push({ name: word, start: operands[0]?.[0] ?? start, end: at, operands })
      operands = []
    }
    at = skipSpace(bytes, at)
  }
  return operations
}

export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
}

const code = (text: string) => text.charCodeAt(0)
const SPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set([...'()<>[]{}/%'].map(code))
const isRegular = (byte: number) => !SPACE.has(byte) && !DELIMITERS.has(byte)
const isOperand = (word: string) => /^[+\-.\d]/.test(word) || word === 'true' || word === 'false' || word === 'null'

function skipSpace(bytes: Uint8Array, at: number): number {
  while (at < bytes.length) {
    if (bytes[at] === code('%')) {
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13)
        at++
    }
    else if (SPACE.has(bytes[at]!)) {
      at++
    }
    else {
      break
    }
  }
  return at
}

/** The end of the string, name, array, dictionary, number or keyword that starts here. */
function skipToken(bytes: Uint8Array, at: number): number {
  switch (String.fromCharCode(bytes[at]!)) {
    case '(': return stringEnd(bytes, at)
    case '[': return groupEnd(bytes, at + 1, ']')
    case '<': return bytes[at + 1] === code('<') ? groupEnd(bytes, at + 2, '>>') : bytes.indexOf(code('>'), at) + 1 || bytes.length
    case '/': return regularEnd(bytes, at + 1)
    default: return Math.max(regularEnd(bytes, at), at + 1)
  }
}

function regularEnd(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && isRegular(bytes[at]!))
    at++
  return at
}

function stringEnd(bytes: Uint8Array, at: number): number {
  let depth = 0
  for (; at < bytes.length; at++) {
    if (bytes[at] === code('\\'))
      at++
    else if (bytes[at] === code('('))
      depth++
    else if (bytes[at] === code(')') && --depth === 0)
      return at + 1
  }
  return bytes.length
}

function groupEnd(bytes: Uint8Array, at: number, close: ']' | '>>'): number {
  for (at = skipSpace(bytes, at); at < bytes.length; at = skipSpace(bytes, skipToken(bytes, at))) {
    if (latin1(bytes, at, Math.min(at + close.length, bytes.length)) === close)
      return at + close.length
  }
  return bytes.length
}

/** `at` follows `BI`. The data may hold any bytes: `EI` counts only with white space around it and readable text after it. */
function inlineImageEnd(bytes: Uint8Array, at: number): number {
  for (at = skipSpace(bytes, at); at < bytes.length; at = skipSpace(bytes, skipToken(bytes, at))) {
    if (latin1(bytes, at, Math.min(at + 2, bytes.length)) === 'ID')
      break
  }
  for (at += 3; at < bytes.length; at++) {
    const after = bytes.subarray(at + 2, at + 12)
    if (latin1(bytes, at, Math.min(at + 2, bytes.length)) === 'EI' && SPACE.has(bytes[at - 1]!) && (after.length === 0 || SPACE.has(after[0]!))
      && after.every(byte => SPACE.has(byte) || (byte > 32 && byte < 127)))
      return at + 2
  }
  return bytes.length
}
