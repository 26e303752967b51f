import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { inject } from 'vitest'

import { listen } from '../../../room/server'
import { siteApp } from '../../../room/site'
import { runCommand } from '../../fixtures/command'
import { copyOfKit } from '../../fixtures/kit'

/** What came of `npm run build`. */
export interface SiteBuild {
  /** The folder of the kit that it ran in. */
  root: string
  /** The folder that the site was built into. */
  folder: string
  /** What it printed: results, and everything else. */
  out: string
  err: string
}

/**
 * Runs the command of `npm run build` in a copy of the kit where an earlier site lies, and a draft of a build that was
 * killed.
 * @throws Error with what the command printed, when it fails
 */
export async function builtSite(): Promise<{ siteBuild: SiteBuild; dispose: () => void }> {
  const kit = copyOfKit()
  const folder = join(kit.root, 'dist/site')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), 'an earlier one')
  writeFileSync(join(folder, 'gone.html'), 'an earlier one')
  mkdirSync(join(kit.root, 'dist/.draft-4194999/slides'), { recursive: true })
  const { code, out, err } = await runCommand(kit.root, 'build').ended
  if (code !== 0) throw new Error(`npm run build ended with ${code}:\n${out}${err}`)
  return { siteBuild: { root: kit.root, folder, out, err }, dispose: kit.dispose }
}

/** Serves a built site as our own small server does. */
export async function serveSite(folder: string) {
  const { port, close } = await listen(siteApp(folder), 0)
  return { origin: `http://127.0.0.1:${port}`, close }
}

/** Where the self-paced site is served to every browser test, without a slash at the end. */
export const site = () => inject('site')
/** The folder that it was built into. */
export const siteFolder = () => inject('siteBuild').folder
