import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'

import { UserError } from '../model/user-error'
import { forLearner } from '../model/views'
import type { Workshop } from '../model/workshop'
import { PRESENTER, PROJECTOR } from '../room/decks'
import { buildStage } from '../site/build-stage'
import { buildsIn, HOME, isBuilt, isUnderWay, newestBuild } from './deck-builds'
import { makeFolder } from './make-folder'

/**
 * Builds the presenter's and the projector's deck and the stage side by side into a new folder and swaps it
 * in whole; older builds go only when the new one stands, but for the last before it.
 * @throws BuildFailed with what Slidev printed
 */
export async function buildDecks(root: string, hash: string, workshop: Workshop): Promise<void> {
  const home = await makeFolder(root, HOME)
  const draft = join(home, `.draft-${process.pid}`)
  const builds: ChildProcess[] = []
  // An interrupted process ends at once: only what is done without waiting is done at all.
  const tidy = () => {
    for (const build of builds) build.kill('SIGKILL')
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', tidy)
  try {
    // Made before the long work, so that a folder that cannot be written is said at once.
    await mkdir(draft)
    const deck = (base: string, out: string, flags: string[]) => buildDeck(root, base, join(draft, out), flags, builds)
    await Promise.all([
      deck(PRESENTER, 'presenter', []),
      deck(PROJECTOR, 'projector', ['--without-notes']),
      buildStage(root, forLearner(workshop), join(draft, 'stage')).catch((error: Error) => {
        throw new BuildFailed(root, 'The exercises', error.message)
      }),
    ])
    // Where two starts built the same side by side, the build of the one that was done first is as good.
    await rename(draft, join(home, hash)).catch(error => {
      if (!isBuilt(root, hash)) throw error
    })
  } finally {
    process.off('exit', tidy)
    tidy()
  }
  // The one before stays: another start may be presenting from it.
  const kept = [
    hash,
    ...buildsIn(root)
      .filter(name => name !== hash)
      .slice(0, 1),
  ]
  for (const name of readdirSync(home)) {
    if (!kept.includes(name) && !isUnderWay(name)) await rm(join(home, name), { recursive: true, force: true })
  }
}

/** What the checks cannot foresee: a slip in a layout, a component or a style. What the builder said is told, without its stack. */
export class BuildFailed extends UserError {
  override name = 'BuildFailed'

  constructor(root: string, what: string, log: string) {
    const said = stripVTControlCharacters(log)
    const told = said
      .slice(Math.max(0, said.indexOf('Build failed with')))
      .split('\n')
      .filter(line => /\w/.test(line) && !/^\s+at |errors: \[/.test(line))
      .slice(-20)
    super(
      `${what} could not be built:\n${told.map(line => `  ${line}`).join('\n')}`,
      newestBuild(root)
        ? 'undo the last change; until then, to present the earlier build as it is:  npm start -- --earlier'
        : 'undo the last change; nothing was built.',
      1,
    )
  }
}

/**
 * Slidev's own command line; `--without-notes` leaves the speaker notes out of what is built.
 * @param stdio inherit for an author at a terminal, who then has Slidev's shortcuts too
 */
export function slidev(root: string, args: string[], stdio: 'pipe' | 'inherit' = 'pipe') {
  const bin = createRequire(join(root, 'package.json')).resolve('@slidev/cli/bin/slidev.mjs')
  const building = stdio === 'pipe' && { NO_COLOR: '1', CI: 'true', NODE_ENV: 'production' }
  return spawn(process.execPath, [bin, ...args], {
    cwd: root,
    stdio: [building ? 'ignore' : 'inherit', stdio, stdio],
    // Vite's forty lines on imports without an extension, which a later Vite may want, tell an author nothing.
    env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', ...building },
  })
}

/**
 * Builds one deck into a folder.
 * @param builds gets the process, so that whoever is interrupted can end it
 * @throws BuildFailed with what Slidev printed
 */
export async function buildDeck(root: string, base: string, out: string, flags: string[], builds: ChildProcess[]) {
  const child = slidev(root, ['build', 'slides.md', '--base', base, '--out', out, ...flags])
  builds.push(child)
  let log = ''
  child.stdout?.on('data', chunk => (log += chunk))
  child.stderr?.on('data', chunk => (log += chunk))
  const code = await new Promise(resolve => child.once('close', resolve))
  if (code !== 0 || !existsSync(join(out, 'index.html'))) throw new BuildFailed(root, `The deck for ${base}`, log)
}
