import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import type { DeckFolders } from '../room/decks'

/** Where finished builds lie, each in a folder named by the hash of its inputs. */
export const HOME = 'dist/decks'

export function foldersOf(root: string, hash: string): DeckFolders {
  const folder = join(root, HOME, hash)
  return { presenter: join(folder, 'presenter'), projector: join(folder, 'projector'), stage: join(folder, 'stage') }
}

export function isBuilt(root: string, hash: string): boolean {
  return existsSync(join(root, HOME, hash))
}

export function discard(root: string, hash: string) {
  rmSync(join(root, HOME, hash), { recursive: true, force: true })
}

/** The newest build there is, whatever it was built from. */
export function newestBuild(root: string): string | undefined {
  return buildsIn(root)[0]
}

/** Every finished build, newest first. */
export function buildsIn(root: string): string[] {
  const home = join(root, HOME)
  if (!statSync(home, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(home)
    .filter(name => /^[0-9a-f]{16}$/.test(name))
    .map(name => ({ name, time: statSync(join(home, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time)
    .map(({ name }) => name)
}

/** A new folder for what is not whole yet; what killed processes have left of theirs goes. */
export function makeDraft(home: string): string {
  for (const name of readdirSync(home)) {
    if (DRAFT.test(name) && !isUnderWay(name)) rmSync(join(home, name), { recursive: true, force: true })
  }
  const draft = join(home, `.draft-${process.pid}`)
  mkdirSync(draft)
  return draft
}

/** A draft, or what it has just taken the place of. */
const DRAFT = /^\.draft-(\d+)(?:-earlier)?$/

/** Whether a draft belongs to another process that is still at work on it. */
export function isUnderWay(name: string): boolean {
  const owner = Number(DRAFT.exec(name)?.[1])
  try {
    return owner > 0 && owner !== process.pid && process.kill(owner, 0)
  } catch {
    return false
  }
}
