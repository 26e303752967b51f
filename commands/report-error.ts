import { relative } from 'node:path'
import process from 'node:process'

import { ContentError } from '../model/problem'
import { UserError } from '../model/user-error'

/** How a command ends; the README explains these for scripts that run it. */
export const EXIT = { done: 0, content: 1, usage: 2 } as const

const NO_PERMISSION = { why: 'no permission', remedy: 'make the folder writable' }
const FULL = { why: 'the disk is full', remedy: 'free some space' }
/** What the file system answers where nothing can be written. */
const UNWRITABLE: Record<string, { why: string; remedy: string }> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: NO_PERMISSION,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EBUSY: { why: 'another program has it open', remedy: 'close it there' },
}

/** An error that comes from a thread has its code in its message alone. */
const codeIn = (message?: string) => /^(E[A-Z]+): /.exec(message ?? '')?.[1]

const NOT_READ = ['EACCES', 'EPERM']
/** Commands write into dist and the folder for temporary files; all else in the kit's folder is only read. */
const INPUT = /^(?!\.\.|dist(?:[\\/]|$)|.*\bnode_modules\b)./

/**
 * Prints what went wrong: a problem of the content or of the machine as sentences, a bug with its stack.
 * @returns the exit code
 */
export function reportError(error: unknown): number {
  if (error instanceof ContentError) {
    console.error(`${error.message}\n`)
    console.error(error.problems.length === 1 ? '1 problem.' : `${error.problems.length} problems.`)
    return EXIT.content
  }
  if (error instanceof UserError) {
    console.error(error.hint ? `${error.message}\n  Hint: ${error.hint}` : error.message)
    return error.exit
  }
  const { path, message, code = codeIn(message) } = error as NodeJS.ErrnoException
  const unread = path ? relative(process.cwd(), path) : ''
  if (code && NOT_READ.includes(code) && INPUT.test(unread)) {
    console.error(
      `Cannot read ${unread} (no permission).\n  Hint: let this user read it, then run the command again; ` +
        'nothing was written.',
    )
    return EXIT.usage
  }
  const unwritable = UNWRITABLE[code ?? '']
  if (unwritable) {
    const place = path ? relative(process.cwd(), path) || '.' : 'the output'
    const { why, remedy } = unwritable
    console.error(
      `Cannot write ${place} (${why}).\n  Hint: ${remedy}, then run the command again; ` +
        'nothing was left half-written.',
    )
    return EXIT.usage
  }
  // Anything else is a bug of this kit: the stack says where.
  console.error(error)
  return 1
}
