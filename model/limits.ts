import { statSync } from 'node:fs'
import { join } from 'node:path'

import type { Problem } from './problem'
import { SourceFile } from './source-file'

/**
 * What one file may hold, many times what any workshop needs. Beyond it the parsers take minutes, and a file that is
 * none, such as a named pipe, never ends: both are said before anything is read.
 */
export const LIMITS = {
  kilobytes: 1000,
  fields: 30_000,
  slides: 1000,
  prose: 500,
  /** Before the words of a line: lists in lists, and quotes. */
  indent: 100,
  signs: 500,
  line: 20_000,
} as const

/** What a file of any kind may hold, in bytes: a deck with more opens on no phone, and Node reads no two gigabytes. */
export const LARGEST = 200_000_000

const START = { line: 1, column: 1 }

/** A picture or a film that is too large to be shown to anybody. */
export const tooLarge = (file: string, bytes: number) =>
  new SourceFile(file, '').problem(
    'content/size',
    `Expected a file of at most ${LARGEST / 1_000_000} MB, found one of ${Math.ceil(bytes / 1_000_000)}.`,
    START,
    'make it smaller, or take it out; everyone who opens the slides would have to fetch it.',
  )

/**
 * Why a file is not read: nothing for one that is there, whole and of a reasonable size, nor for one that is
 * not there.
 */
export function unfitFile(root: string, file: string): Problem | undefined {
  const found = statSync(join(root, file), { throwIfNoEntry: false })
  if (!found || found.isDirectory()) return undefined
  const source = new SourceFile(file, '')
  if (!found.isFile()) return noFile(source)
  const size = Math.ceil(found.size / 1000)
  return size <= LIMITS.kilobytes
    ? undefined
    : source.problem(
        'content/size',
        `Expected a file of at most ${LIMITS.kilobytes} kB, found one of ${size}.`,
        START,
        'split it, or take out what does not belong there.',
      )
}

export const noFile = (source: SourceFile) =>
  source.problem(
    'content/file',
    'Expected a file, found something that only has the name of one.',
    START,
    'remove it; a pipe, a socket or a device cannot be read as text.',
  )

/** Why a text is not parsed, where it has more of something than parsers manage in a moment. */
export function unfitText(file: string, text: string): Problem | undefined {
  for (const { what, limit, count, line = 1 } of file.endsWith('.yaml') ? inYaml(text) : inMarkdown(file, text)) {
    if (count > limit)
      return new SourceFile(file, text).problem(
        'content/size',
        `Expected at most ${limit} ${what}, found ${count}.`,
        { line, column: 1 },
        'split it, or take out what does not belong there.',
      )
  }
  return undefined
}

interface Measured {
  what: string
  limit: number
  count: number
  line?: number
}

function inYaml(text: string): Measured[] {
  return [{ what: 'fields', limit: LIMITS.fields, count: countOf(text, /:(?=\s)|["']:|,/g) }]
}

/** Emphasis, links and tags in a paragraph, and lists in each other, take the square of their number. */
function* inMarkdown(file: string, text: string): Generator<Measured> {
  yield { what: 'kB of Markdown', limit: LIMITS.prose, count: Math.ceil(text.length / 1000) }
  if (file.endsWith('slides.md')) {
    const limit = 2 * LIMITS.slides
    yield { what: 'lines that part slides', limit, count: countOf(text, /^---/gm) }
    yield { what: 'comments', limit, count: countOf(text, /<!--/g) }
  }
  let signs = 0
  for (const [index, line] of text.split('\n').entries()) {
    const at = { line: index + 1 }
    yield { what: 'characters in a line', limit: LIMITS.line, count: line.length, ...at }
    yield {
      what: 'signs before the words of a line',
      limit: LIMITS.indent,
      count: /^[\s>*+-]*/.exec(line)![0].length,
      ...at,
    }
    if (/^\s*(?:$|[-*+>]\s|\d+[.)]\s|`{3}|~{3})/.test(line)) signs = 0
    signs += countOf(line, /[*_[\]!<`~&\\]/g)
    yield { what: 'signs of markup in a paragraph', limit: LIMITS.signs, count: signs, ...at }
  }
}

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
