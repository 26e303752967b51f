import type { Document, YAMLError } from 'yaml'
import { isAlias, isNode, isScalar, visit } from 'yaml'

/** What keeps a YAML text from being read, in words for an author. */
export interface Fault {
  offset: number
  message: string
  hint: string
}

const QUOTES =
  'put the text in quotes; a text that begins with one of * & ! % @ ` { [ | > or holds ": " or " #" needs them.'
const INDENT = 'indent with spaces, two for each level, and entries of one list or group by the same number.'

/** The parser's codes in an author's words. Rare ones share `OTHER`. */
const FAULTS: Partial<Record<string, (found: string, error: YAMLError) => Omit<Fault, 'offset'>>> = {
  TAB_AS_INDENT: () => ({ message: 'Expected spaces at the beginning of the line, found a tab.', hint: INDENT }),
  BAD_INDENT: (_, { message }) =>
    message.startsWith('Flow')
      ? {
          message: 'Expected the bracket that closes this list or group, found none before here.',
          hint: 'close it with ] or }; a text that begins with a bracket needs quotes.',
        }
      : { message: 'Expected a line indented like its neighbours, found another indentation.', hint: INDENT },
  BLOCK_AS_IMPLICIT_KEY: () => ({
    message: 'Expected one value after the colon, found another colon or list.',
    hint: QUOTES,
  }),
  MULTILINE_IMPLICIT_KEY: () => ({
    message: 'Expected "field: value", found a line without its colon.',
    hint:
      "put a colon and a space after the field's name, " +
      'or indent the line further than the text that it continues.',
  }),
  MISSING_CHAR: (_, { message }) =>
    /closing ["']quote/.test(message)
      ? {
          message: 'Expected the quote that closes this text, found none.',
          hint: 'end the text with the quote it begins with; an apostrophe inside single quotes is written twice.',
        }
      : / items$|flow/.test(message)
        ? {
            message: 'Expected a comma or the closing bracket, found something else.',
            hint: 'separate entries in brackets by commas, or write them on lines of their own.',
          }
        : {
            message: 'Expected "field: value", found a line without its colon.',
            hint:
              "put a colon and a space after the field's name, " +
              'or indent the line further than the text that it continues.',
          },
  BAD_SCALAR_START: found => ({
    message: `Expected text, found "${found}" at its beginning, which means something else in YAML.`,
    hint: QUOTES,
  }),
  BAD_DQ_ESCAPE: found => ({
    message: `Expected a known escape after the backslash, found "${found}".`,
    hint: 'write the backslash twice, or use single quotes.',
  }),
  MULTIPLE_DOCS: () => ({
    message: 'Expected one record in this file, found a line of three hyphens with another one after it.',
    hint: 'remove the line, or give the second record a file of its own.',
  }),
  TAG_RESOLVE_FAILED: found => ({
    message: `Expected text, found "${found}", which YAML takes for a tag.`,
    hint: QUOTES,
  }),
}

const OTHER: Omit<Fault, 'offset'> = {
  message: 'Expected YAML, found something here that it cannot contain.',
  hint: QUOTES,
}

/**
 * The first fault, and every field that stands twice. A second fault mostly follows from the first, so it is left to
 * the next run. References (`*name`, `&name`) count as faults: here they are emphasis whose quotes were forgotten.
 */
export function faultsOf(document: Document, text: string): Fault[] {
  const faults = [...document.errors, ...document.warnings].map(error => {
    const offset = placeOf(error, document)
    const found = text.slice(offset).match(FOUND[error.code] ?? /^\S*/)?.[0] ?? ''
    return { offset, ...(FAULTS[error.code]?.(found, error) ?? OTHER) }
  })
  const first = [...faults, ...references(document, text)].toSorted((a, b) => a.offset - b.offset).slice(0, 1)
  return [...fieldsTwice(document), ...first]
}

/** The parser's own check of this compares each field of a group with all that stand before it. */
function fieldsTwice(document: Document): Fault[] {
  const found: Fault[] = []
  visit(document, {
    Map(_, { items }) {
      const names = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (names.has(key.value))
          found.push({
            offset: key.range?.[0] ?? 0,
            message: `Expected each field once, found "${String(key.value).slice(0, 40)}" a second time.`,
            hint: 'keep one of the two entries.',
          })
        names.add(key.value)
      }
    },
  })
  return found
}

/** What of the text a message shows: the parser marks one character. */
const FOUND: Partial<Record<string, RegExp>> = {
  BAD_SCALAR_START: /^./,
  BAD_DQ_ESCAPE: /^\\.?/,
}

/** The parser reports a quote that is never closed at the end of the file; an author has to look where it opens. */
function placeOf(error: YAMLError, document: Document): number {
  let offset = error.pos[0]
  if (/closing ["']quote/.test(error.message)) {
    visit(document, {
      Scalar(_, { type, range }) {
        if (type?.startsWith('QUOTE') && range && range[1] >= error.pos[0]) offset = range[0]
      },
    })
  }
  return offset
}

function references(document: Document, text: string): Fault[] {
  const found: Fault[] = []
  if (!/[*&]/.test(text)) return found
  visit(document, (_, node) => {
    if (!isNode(node) || !node.range) return
    const anchor = (node as { anchor?: string }).anchor
    const name = isAlias(node) ? `*${node.source}` : anchor && `&${anchor}`
    if (name)
      found.push({
        offset: isAlias(node) ? node.range[0] : Math.max(0, text.lastIndexOf(name, node.range[0])),
        message: `Expected text, found "${name}", which YAML takes for a reference.`,
        hint: QUOTES,
      })
  })
  return found
}
