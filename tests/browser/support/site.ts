import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'

import { inject } from 'vitest'

import { makeDraft } from '../../../building/draft'
import { buildWholeSite } from '../../../commands/build-site'
import { inputsHash } from '../../../commands/inputs-hash'
import { loadOrThrow } from '../../../model/load'
import { listen } from '../../../room/server'
import { siteApp } from '../../../room/static-site'
import { builtDeck } from './deck'

const DAY = 24 * 60 * 60_000

/**
 * The self-paced site as `npm run build` builds it, made if there is none of the same inputs: one for all projects of
 * tests, all runs and all copies of the kit, which share its packages; and written by none of them.
 * @returns the folder it is in
 */
export async function builtSite(root: string): Promise<string> {
  return keptSite(root, async out => {
    const deck = async () => (await builtDeck(root)).folder
    await buildWholeSite(root, await loadOrThrow(root), out, { deck, done: () => {} })
  })
}

/** Keeps a site that a test has had built by `npm run build`, for all tests of the same inputs. */
export async function keepSite(root: string, built: string): Promise<void> {
  await keptSite(root, out => cp(built, out, { recursive: true }))
}

/** @param make makes the site in a folder, if none is kept of the same inputs */
async function keptSite(root: string, make: (out: string) => Promise<void>): Promise<string> {
  const home = join(root, 'node_modules/.cache/workshop-tests')
  mkdirSync(home, { recursive: true })
  const hash = inputsHash(root, 'site')
  const folder = join(home, `site-${hash}`)
  if (existsSync(folder)) return folder
  const draft = makeDraft(home)
  try {
    await make(join(draft.folder, `site-${hash}`))
    // What was saved meanwhile belongs to the next run.
    if (inputsHash(root, 'site') !== hash)
      throw new Error('Something was saved while the site was built: run it again.')
    draft.swapIn()
  } finally {
    draft.discard()
  }
  // Another run may still serve one that is younger.
  for (const name of readdirSync(home).filter(name => name.startsWith('site-') && name !== `site-${hash}`)) {
    const other = join(home, name)
    if (Date.now() - statSync(other).mtimeMs > DAY) rmSync(other, { recursive: true, force: true })
  }
  return folder
}

/** Serves a built site as our own small server does. */
export async function serveSite(folder: string) {
  const { port, close } = await listen(siteApp(folder), 0)
  return { origin: `http://127.0.0.1:${port}`, close }
}

/** Where the self-paced site is served to every browser test, without a slash at the end. */
export const site = () => inject('site')
/** The folder that it was built into. */
export const siteFolder = () => inject('siteFolder')
