import { Tinypool } from 'tinypool'

import { keepCompiled } from './keep-compiled.mjs'

/**
 * Compiles a module that imports Vue components into one file for Node, to print or to prerender; what was compiled of
 * the same sources before is used again. A thread compiles, so that the caller can go on; a bundle is made in a third
 * of the time that a development server takes to load the same files one by one. Compiling cannot be broken off: a
 * bundler that loses its thread prints a panic. Styles bring their fonts along, so that a page made with them needs no
 * other file.
 * @param root the project's folder
 * @param path the module, from the root: `handouts/print-tasks.ts`
 * @returns the address of what was compiled, to import or to start a thread on
 */
export function compile(root: string, path: string): Promise<string> {
  return keepCompiled(root, path, async () => {
    const thread = new Tinypool({
      filename: new URL('compile-thread.mjs', import.meta.url).href,
      minThreads: 1,
      maxThreads: 1,
      execArgv: [],
    })
    try {
      return (await thread.run({ root, path })) as string
    } finally {
      await thread.destroy()
    }
  })
}

/** Compiles a module like `compile`, and loads it. */
export async function compiled<M>(root: string, path: string): Promise<M> {
  return (await import(await compile(root, path))) as M
}
