import process from 'node:process'

import type { Flag, Values } from './flags'
import { readFlags } from './flags'
import { reportError } from './report-error'

/** Runs a command: results go to stdout, all else to stderr; signals and errors set the exit code. */
export async function runCommand<F extends Record<string, Flag>>(
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
    process.exit(error.code === 'EPIPE' ? undefined : reportError(error))
  })
  // Nobody reads the progress any more, or its file is on a full disk: the work goes on, and has an exit code.
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
    process.exitCode = reportError(error)
  }
}
