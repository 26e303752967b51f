import type { Workshop } from '../model/workshop'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { forLearner } from '../model/views'
import { PRESENTER, PROJECTOR } from '../room/decks'
import { buildStage } from '../site/build-stage'
import { HOME } from './builds'

/**
 * Builds the presenter's and the projector's deck and the stage side by side into a new folder and swaps it
 * in whole; older builds go only when the new one stands.
 * @throws BuildFailed with what Slidev printed
 */
export async function buildDecks(root: string, hash: string, workshop: Workshop): Promise<void> {
  const home = join(root, HOME)
  await mkdir(home, { recursive: true })
  const draft = join(home, `.draft-${process.pid}`)
  try {
    await Promise.all([
      buildDeck(root, PRESENTER, join(draft, 'presenter'), []),
      buildDeck(root, PROJECTOR, join(draft, 'projector'), ['--without-notes']),
      buildStage(root, forLearner(workshop), join(draft, 'stage')),
    ])
    await rename(draft, join(home, hash))
  }
  finally {
    await rm(draft, { recursive: true, force: true })
  }
  for (const name of readdirSync(home)) {
    if (name !== hash)
      await rm(join(home, name), { recursive: true, force: true })
  }
}

export class BuildFailed extends Error {
  override name = 'BuildFailed'
}

/** Slidev's own command line; `--without-notes` leaves the speaker notes out of what is built. */
export function slidev(root: string, args: string[], stdio: 'pipe' | 'inherit' = 'pipe') {
  const bin = createRequire(join(root, 'package.json')).resolve('@slidev/cli/bin/slidev.mjs')
  return spawn(process.execPath, [bin, ...args], { cwd: root, stdio: ['ignore', stdio, stdio], env: { ...process.env, ...(stdio === 'pipe' && { NO_COLOR: '1', CI: 'true' }) } })
}

async function buildDeck(root: string, base: string, out: string, flags: string[]) {
  const child = slidev(root, ['build', 'slides.md', '--base', base, '--out', out, ...flags])
  const stop = () => child.kill()
  process.once('exit', stop)
  let log = ''
  child.stdout?.on('data', chunk => (log += chunk))
  child.stderr?.on('data', chunk => (log += chunk))
  const code = await new Promise(resolve => child.once('close', resolve))
  process.off('exit', stop)
  if (code !== 0 || !existsSync(join(out, 'index.html')))
    throw new BuildFailed(`Slidev could not build the deck for ${base}:\n${log.trim().split('\n').slice(-20).join('\n')}`)
}
