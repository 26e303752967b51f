import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

import { Tinypool } from 'tinypool'

import { makeDraft } from './draft'

// Linux would clear the bundler's memory in pieces of two megabytes, of which it uses little: up to a third of its
// time.
process.env.MIMALLOC_ALLOW_THP ??= '0'

/** A module that was compiled into a file of its own, until it is discarded. */
export interface Compiled {
  /** The file's address, to import or to start a thread on. */
  url: string
  discard: () => void
}

/**
 * Compiles a module that imports Vue components into one file for Node, to print or to prerender. It is done in a
 * thread, so that the caller can go on; a bundle is made in a third of the time that a development server takes to load
 * the same files one by one. It cannot be broken off: a bundler that loses its thread prints a panic. Styles bring
 * their fonts along, so that a page made with them needs no other file.
 * @param root the project's folder
 * @param path the module, from the root: `handouts/print-tasks.ts`
 */
export async function compile(root: string, path: string): Promise<Compiled> {
  // Without awaiting, so that the thread begins before the caller goes on with something else.
  const { folder, discard } = makeDraft(tmpdir())
  const file = join(folder, 'module.mjs')
  const thread = new Tinypool({
    filename: new URL('compile-thread.mjs', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    execArgv: [],
  })
  let whole = false
  try {
    await thread.run({ root, path, file })
    whole = true
  } finally {
    await thread.destroy()
    // Only now: until then the thread can still write into the folder.
    if (!whole) discard()
  }
  return { url: pathToFileURL(file).href, discard }
}

/** Compiles a module like `compile`, and loads it. */
export async function compiled<M>(root: string, path: string): Promise<M> {
  const { url, discard } = await compile(root, path)
  try {
    return (await import(url)) as M
  } finally {
    discard()
  }
}
