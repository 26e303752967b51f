import type { Call, Tasks } from './worker'
import { Tinypool } from 'tinypool'
import { compile } from '../components/compile'

/** Threads that render, mend and read, while this one drives the browser. */
export interface Workers {
  run: <K extends keyof Tasks>(task: K, ...given: Parameters<Tasks[K]>) => Promise<Awaited<ReturnType<Tasks[K]>>>
}

/** As many as there are papers: what one waits for, the other does not. */
const THREADS = 1

/**
 * Begins to compile what the threads run, which `use` need not wait for, and ends them when it is done.
 * @param root the project's folder
 */
export async function withWorkers<T>(root: string, use: (workers: Workers) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const starting = compile(root, 'handouts/worker.ts', stop.signal).then(({ url, discard }) => ({
    // Without what this process was started with: the file is plain JavaScript, and tsx would only slow it down.
    // PDFs are made of many small objects; with more room for young ones, collecting them takes half the time.
    pool: new Tinypool({ filename: url, minThreads: THREADS, maxThreads: THREADS, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 64 } }),
    discard,
  }))
  // A failure is told to whoever waits for a task.
  starting.catch(() => {})
  try {
    return await use({ run: async (task, ...given) => (await starting).pool.run({ task, given } satisfies Call) })
  }
  finally {
    stop.abort()
    await starting.then(({ pool, discard }) => Promise.all([pool.destroy(), discard()]), () => {})
  }
}
