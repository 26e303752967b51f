import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** Everything a deck is built from; what is not in here cannot change it. */
const INPUTS = ['slides.md', 'content', 'components', 'model', 'layouts', 'setup', 'styles', 'site', 'public', 'global-bottom.vue', 'vite.config.ts', 'commands/decks.ts', 'package.json', 'package-lock.json']

/**
 * A hash over every input of the built decks.
 * @param root the project's folder
 * @param options whatever else decides what comes out
 */
export function inputsHash(root: string, options: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify([options, process.version]))
  for (const input of INPUTS) {
    for (const file of filesOf(root, input))
      hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

function filesOf(root: string, path: string): string[] {
  const full = join(root, path)
  if (!existsSync(full))
    return []
  if (!statSync(full).isDirectory())
    return [path]
  return readdirSync(full).sort().flatMap(name => filesOf(root, `${path}/${name}`))
}
