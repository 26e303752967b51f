import { relative } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'

import { nearest } from '../model/nearest'
import { ContentError } from '../model/problem'
import { UserError } from '../model/user-error'

/** How a command ends; the README explains these for scripts that run it. */
export const EXIT = { done: 0, content: 1, usage: 2 } as const

export interface Flag {
  type: 'string' | 'boolean'
  /** Shown as `--people 24`. */
  example?: string
  about: string
}

/** Runs a command: results to stdout, everything else to stderr, and the exit code of what went wrong. */
export async function run<F extends Record<string, Flag>>(
  name: string,
  about: string,
  flags: F,
  main: (values: Values<F>) => Promise<void>,
) {
  process.on('SIGINT', () => process.exit(130))
  process.on('SIGTERM', () => process.exit(143))
  // The terminal was closed: drafts, and what was started, end with this process.
  process.on('SIGHUP', () => process.exit(129))
  // `npm run check | head` has read enough and closed the pipe; to go on printing would end in a stack.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? undefined : fail(error))
  })
  // Nobody reads the progress any more, or its file is on a full disk: the work goes on, and the exit code tells.
  process.stderr.on('error', () => {})
  // Playwright looks at a stack at each of its calls, which would be put into the terms of the source files every time:
  // a twentieth of the processor's time that printing takes this process. A fault alone needs it.
  process.setSourceMapsEnabled(false)
  process.on('uncaughtExceptionMonitor', () => process.setSourceMapsEnabled(true))
  try {
    const values = readFlags(name, about, flags, process.argv.slice(2))
    if (!values) return
    await main(values)
  } catch (error) {
    process.setSourceMapsEnabled(true)
    process.exitCode = fail(error)
  }
}

export type Values<F extends Record<string, Flag>> = {
  [K in keyof F]?: F[K]['type'] extends 'boolean' ? boolean : string
}

/** Reads flags strictly; `--help` prints them and gives nothing back. */
export function readFlags<F extends Record<string, Flag>>(
  name: string,
  about: string,
  flags: F,
  args: string[],
): Values<F> | undefined {
  const options = { ...flags, help: { type: 'boolean' as const, about: 'show this' } }
  try {
    const { values } = parseArgs({
      args,
      options: Object.fromEntries(Object.entries(options).map(([key, { type }]) => [key, { type }])),
      strict: true,
      allowPositionals: false,
    })
    if (values.help) {
      console.log(help(name, about, options))
      return undefined
    }
    return values as Values<F>
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, Object.keys(options), name)
  }
}

function explain(error: NodeJS.ErrnoException, known: string[], name: string): Error {
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const flag = error.message.match(/'(--?[^'\s]+)/)?.[1] ?? ''
    const near = nearest(flag.replace(/^-+/, ''), known)
    return new UserError(
      `Unknown flag ${flag}.`,
      near ? `did you mean --${near}?` : `npm ${runName(name)} -- --help lists the flags there are.`,
    )
  }
  if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return new UserError(
      `Unexpected word ${error.message.match(/'([^']*)'/)?.[0] ?? ''}.`,
      `flags begin with two hyphens, after a lone --: npm ${runName(name)} -- --help`,
    )
  if (error.code?.startsWith('ERR_PARSE_ARGS'))
    return new UserError(
      `${error.message.split('. ')[0]!.replace(/\.$/, '')}.`,
      `npm ${runName(name)} -- --help shows how each flag is written.`,
    )
  return error
}

const runName = (name: string) => (name === 'start' || name === 'test' ? name : `run ${name}`)

function help(name: string, about: string, flags: Record<string, Flag>): string {
  const rows = Object.entries(flags).map(([key, flag]) => [
    `  --${key}${flag.example ? ` ${flag.example}` : ''}`,
    flag.about,
  ])
  const width = Math.max(...rows.map(([left]) => left!.length)) + 2
  return [
    `npm ${runName(name)} -- [flags]`,
    `  ${about}`,
    '',
    ...rows.map(([left, right]) => left!.padEnd(width) + right),
  ].join('\n')
}

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

/** Says what went wrong and gives the exit code. A problem never prints a stack; a bug does. */
function fail(error: unknown): number {
  if (error instanceof ContentError) {
    console.error(`${error.message}\n`)
    console.error(countOf(error.problems.length))
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

export const countOf = (problems: number) => (problems === 1 ? '1 problem.' : `${problems} problems.`)
