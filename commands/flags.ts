import { parseArgs } from 'node:util'

import { nearest } from '../model/nearest'
import { UserError } from '../model/user-error'

export interface Flag {
  type: 'string' | 'boolean'
  /** Shown as `--people 24`. */
  example?: string
  about: string
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
