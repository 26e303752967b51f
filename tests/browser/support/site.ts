import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { inject } from 'vitest'

import { buildWholeSite } from '../../../commands/site'
import { loadOrThrow } from '../../../model/load'
import { listen } from '../../../room/server'
import { siteApp } from '../../../room/site'
import { builtDeck } from './deck'

/** Builds the self-paced site as `npm run build` does, into a folder of its own. */
export async function builtSite(root: string): Promise<{ folder: string; dispose: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-site-'))
  const deck = async () => (await builtDeck(root)).folder
  await buildWholeSite(root, await loadOrThrow(root), folder, { deck, done: () => {} })
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) }
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
