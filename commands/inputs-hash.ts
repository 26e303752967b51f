import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/**
 * Everything a deck is built from, or would be if an author added it where Slidev looks; what is not in here
 * cannot change it.
 */
const FOLDERS = [
  'content',
  'components',
  'model',
  'layouts',
  'setup',
  'styles',
  'site',
  'public',
  'snippets',
  'locales',
]
const FILES = ['slides.md', 'commands/decks.ts']
/**
 * At the root Slidev takes many a file: global-bottom.vue, index.html, vite.config.ts; tsconfig.json and the
 * lock file count too.
 */
const AT_THE_ROOT = /^[^.].*\.(?:vue|html|css|json|[cm]?[jt]s)$/

/**
 * A hash over every input of the built decks.
 * @param root the project's folder
 * @param options whatever else decides what comes out
 */
export function inputsHash(root: string, options: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify([options, process.version]))
  for (const file of inputsOf(root)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

/** The files that the decks are built from, by their paths from the root. */
export function inputsOf(root: string): string[] {
  const atTheRoot = readdirSync(root)
    .filter(name => AT_THE_ROOT.test(name))
    .sort()
  return [...FILES, ...FOLDERS, ...atTheRoot].flatMap(input => filesOf(root, input))
}

/** @param above the folders that lead here: a link back to one of them would never end */
function filesOf(root: string, path: string, above: readonly string[] = [realpathSync(root)]): string[] {
  const full = join(root, path)
  if (!existsSync(full)) return []
  const found = statSync(full)
  if (!found.isDirectory()) return found.isFile() ? [path] : []
  const real = realpathSync(full)
  if (above.includes(real)) return []
  return readdirSync(full)
    .sort()
    .flatMap(name => filesOf(root, `${path}/${name}`, [...above, real]))
}
