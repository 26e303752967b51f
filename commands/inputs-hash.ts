import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import process from 'node:process'

import { isLeftBehind } from '../model/left-behind'
import { LARGEST } from '../model/limits'

/**
 * At the root Slidev takes many a file: global-bottom.vue, index.html, vite.config.ts; tsconfig.json and the lock file
 * count too, what tests and lints does not.
 */
const AT_THE_ROOT = /^(?!\.|eslint\.|vitest\.).*(?<!\.d)\.(?:vue|html|css|json|[cm]?[jt]s)$/

/** What each is built from, or would be if an author added it where Slidev looks: nothing else can change it. */
const INPUTS = {
  deck: [
    'slides.md',
    'content',
    'components',
    'model',
    'layouts',
    'setup',
    'styles',
    'public',
    'snippets',
    'locales',
    'room/pages',
    'building/as-production.ts',
    'building/oldest-browsers.ts',
    'commands/build-deck.ts',
    'commands/build-room-pages.ts',
    'commands/slidev.ts',
  ],
  /** With the deck and the papers in it. */
  site: ['site', 'handouts', 'building', 'room', 'commands'],
}

/**
 * A hash over every input of the built deck, or of the whole site: the same as long as nothing was changed.
 * @param root the project's folder
 */
export function inputsHash(root: string, of: 'deck' | 'site' = 'deck'): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of inputsOf(root, of)) {
    const { size, mtimeMs } = statSync(join(root, file))
    // What is too large to be read is known by its size and date; under public/ and content/, `check` refuses it.
    hash.update(`\0${file}\0`).update(size > LARGEST ? `${size} ${mtimeMs}` : readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** The files that it is built from, by their paths from the root. */
export function inputsOf(root: string, of: 'deck' | 'site' = 'deck'): string[] {
  const atTheRoot = readdirSync(root)
    .filter(name => AT_THE_ROOT.test(name))
    .sort()
  const inputs = [...INPUTS.deck, ...(of === 'site' ? INPUTS.site : []), ...atTheRoot]
  return inputs.flatMap(input => filesOf(root, input, []))
}

/**
 * @param above the real paths of the folders around this one; a link back to one of them would lead round in circles
 */
function filesOf(root: string, path: string, above: readonly string[]): string[] {
  const full = join(root, path)
  const found = statOf(full)
  if (!found?.isDirectory()) return found?.isFile() ? [path] : []
  const real = realpathSync(full)
  if (above.some(each => `${each}${sep}`.startsWith(`${real}${sep}`))) return []
  return readdirSync(full)
    .filter(name => !isLeftBehind(name))
    .sort()
    .flatMap(name => filesOf(root, `${path}/${name}`, [...above, real]))
}

/** Nothing too for a link that leads to itself: `check` has a name for it. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') return undefined
    throw error
  }
}
