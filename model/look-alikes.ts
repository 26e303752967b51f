import type { Problem } from './problem'
import type { SourceFile } from './source-file'

/** Characters that look like an ordinary space, or like nothing, and that Markdown and YAML read as a letter. */
const NAMES: Record<string, string> = {
  '\u00A0': 'a no-break space',
  '\u00AD': 'a soft hyphen',
  '\u200B': 'a zero-width space',
  '\u2060': 'a word joiner',
  '\u3164': 'a Hangul filler',
  '\u2800': 'an empty Braille cell',
}

const nameOf = (sign: string) =>
  NAMES[sign] ?? `the character U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** Spaces that are none to Markdown and YAML; and what is not seen at all. */
const SPACE = '[^\\S \\t\\r\\n]'
const BLANK = `(?:${SPACE}|\\p{Cf}|[\\u3164\\u2800])`
/** `## words` and `- words` whose space is another character, or missing after `#`. */
const HEADING = new RegExp(`^ {0,3}#{1,6}(?![# \\t\\r\\n]|$)[^]`, 'mu')
const ITEM = new RegExp(`^[ \\t]*(?:(?:[-+]|\\d{1,9}[.)])(?=(${BLANK}))|\\*(?=(${SPACE})))`, 'mu')
/** The same, where something unseen stands before the sign. */
const BEFORE = new RegExp(`^[ \\t]*(${BLANK})${BLANK}*[ \\t]*(?:#{1,6}|[-*+]|\\d{1,9}[.)])[ \\t]`, 'mu')
/** Signs that stand for a heading or a list in print, and for themselves in Markdown. */
const PRINTED = /^[ \t]*([\uFF03•‣◦▪●·∙‐‑−])[ \t\u00A0]*\S/mu
const TOO_DEEP = /^ {0,3}(#{7,})[ \t]/m
/** `[@key]` with an invisible character in it, so that it names no source; or with another sign for `@`. */
const CITATION = /\[[^\]\n]{0,200}[@\uFF20\uFE6B][^\]\n]{0,200}\]/gu
const UNSEEN = new RegExp(`${BLANK}|[\\uFF20\\uFE6B]`, 'u')

/**
 * Lines of Markdown that look like a heading, a list or a citation and are none, because a character in them only
 * looks like the right one. (On a Mac, Option and the space bar give a no-break space.)
 */
export function lookAlikes(source: SourceFile): Problem[] {
  const problems: Problem[] = []
  const complain = (offset: number, wanted: string, found: string, hint: string) =>
    problems.push(
      source.problem('content/characters', `Expected ${wanted}, found ${found}.`, source.placeOf(offset, 1), hint),
    )
  const text = codeBlanked(source.text)
  const heading = HEADING.exec(text)
  if (heading) {
    const sign = [...heading[0]].at(-1)!
    complain(
      heading.index + heading[0].length - sign.length,
      'a space after the signs of a heading',
      /\s|\p{Cf}/u.test(sign) ? nameOf(sign) : `"${sign}"`,
      'type an ordinary space there; a line that begins with # is a heading.',
    )
  }
  const item = ITEM.exec(text)
  if (item)
    complain(
      item.index + item[0].length,
      'a space after the sign of a list',
      nameOf((item[1] ?? item[2])!),
      'type an ordinary space there.',
    )
  const before = BEFORE.exec(text)
  if (before)
    complain(
      before.index + before[0].indexOf(before[1]!),
      'a line that begins with the sign of a heading or a list',
      `${nameOf(before[1]!)} before it`,
      'delete it; most editors do not show it.',
    )
  const printed = PRINTED.exec(text)
  if (printed)
    complain(
      printed.index + printed[0].indexOf(printed[1]!),
      'a line of plain Markdown',
      `"${printed[1]}" at its beginning`,
      printed[1] === '\uFF03' ? 'a heading begins with an ordinary #.' : 'a list begins with "- ".',
    )
  const deep = TOO_DEEP.exec(text)
  if (deep)
    complain(
      deep.index + deep[0].indexOf('#'),
      'a heading of at most six signs',
      `${deep[1]!.length}`,
      'take some away; a lesson has headings of two.',
    )
  for (const { 0: words, index } of text.matchAll(CITATION)) {
    const at = words.search(UNSEEN)
    if (at !== -1)
      complain(
        index + at,
        'a source in brackets, as [@key]',
        `${nameOf(String.fromCodePoint(words.codePointAt(at)!))} in it`,
        'delete it; most editors do not show it.',
      )
  }
  return problems
}

/** In code every character stands for itself. */
export const codeBlanked = (text: string) =>
  text.replace(/^ {0,3}(?=(`{3,}|~{3,}))\1[^]*?^ {0,3}\1/gm, code => code.replace(/[^\n]/g, ' '))

/** A line of YAML that begins with, or parts its field from its text by, a space that YAML takes for a letter. */
const IN_YAML = new RegExp(`^(?:[ \\t]*(?:- )*(?:[\\w-]+:|-)?[ \\t]*)(${SPACE})`, 'mu')

/** The space that YAML takes for a letter, where a line begins or a text does; YAML itself would blame the colon. */
export function yamlLookAlike(source: SourceFile): Problem | undefined {
  const found = IN_YAML.exec(source.text)
  return (
    (found?.[1] &&
      source.problem(
        'content/characters',
        `Expected ordinary spaces here, found ${nameOf(found[1])}.`,
        source.placeOf(found.index + found[0].length - 1, 1),
        'type the space again; YAML takes this one for a letter.',
      )) ||
    undefined
  )
}
