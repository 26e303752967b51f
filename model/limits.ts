import { statSync } from 'node:fs'
import { join } from 'node:path'

import type { Problem } from './problem'
import { SourceFile } from './source-file'

/**
 * What one file may hold, many times what any workshop needs. Beyond it the parsers take minutes, and a file that is
 * none, such as a named pipe, never ends: both are said before anything is read.
 */
export const LIMITS = { kilobytes: 1000, fields: 30_000, slides: 1000 } as const

const START = { line: 1, column: 1 }

/**
 * Why a file is not read: nothing for one that is there, whole and of a reasonable size, nor for one that is
 * not there.
 */
export function unfitFile(root: string, file: string): Problem | undefined {
  const found = statSync(join(root, file), { throwIfNoEntry: false })
  if (!found || found.isDirectory()) return undefined
  const source = new SourceFile(file, '')
  if (!found.isFile())
    return source.problem(
      'content/file',
      'Expected a file, found something that only has the name of one.',
      START,
      'remove it; a pipe, a socket or a device cannot be read as text.',
    )
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

/** Why a text is not parsed, where it has more fields or slides than parsers manage in a moment. */
export function unfitText(file: string, text: string): Problem | undefined {
  const [count, limit, what] = file.endsWith('.yaml')
    ? [countOf(text, /:(?=\s)/g), LIMITS.fields, 'fields']
    : file.endsWith('slides.md')
      ? [countOf(text, /^---/gm), 2 * LIMITS.slides, 'lines that part slides']
      : [0, 0, '']
  if (count <= limit) return undefined
  return new SourceFile(file, '').problem(
    'content/size',
    `Expected at most ${limit} ${what}, found ${count}.`,
    START,
    'split it, or take out what does not belong there.',
  )
}

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
