import { Tinypool } from 'tinypool'

import { compile } from '../building/compile'
import type { Call, Tasks } from './print-tasks'

/**
 * What is rendered, mended and read beside the process that drives the browser: in one thread, because what V8 has
 * learned of this code from the workbook makes it quick for the guide.
 */
export interface PrintThreads {
  run: <K extends keyof Tasks>(task: K, ...given: Parameters<Tasks[K]>) => Promise<Awaited<ReturnType<Tasks[K]>>>
  close: () => Promise<void>
}

/**
 * Begins to compile what the threads run. A failure rejects the tasks that are awaited; by itself it is no unhandled
 * rejection.
 */
export function startPrintThreads(root: string): PrintThreads {
  let isClosed = false
  const starting = compile(root, 'handouts/print-tasks.ts').then(
    filename =>
      // Without what this process was started with: the file is plain JavaScript, and needs none of it.
      new Tinypool({
        filename,
        minThreads: 0,
        maxThreads: 1,
        idleTimeout: 600_000,
        execArgv: [],
        // A document is hundreds of thousands of short-lived objects; cleared away in larger portions, they take an
        // eighth less of its time.
        resourceLimits: { maxYoungGenerationSizeMb: 192 },
      }),
  )
  starting.catch(() => {})
  return {
    run: async (task, ...given) => {
      const pool = await starting
      // What is asked for after the end would start a new thread.
      if (isClosed) throw new Error('Printing has ended.')
      return pool.run({ task, given } satisfies Call)
    },
    close: async () => {
      isClosed = true
      await starting.then(
        pool => pool.destroy(),
        () => {},
      )
    },
  }
}
