import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { isOtherProcess } from './other-process'

/** A private folder for what is not whole yet. */
export interface Draft {
  folder: string
  /**
   * Every entry of the draft takes the place of its namesake in the parent folder: all of them, or none. The draft is
   * gone then.
   * @throws the file system's error, with the earlier entries back in their places
   */
  swapIn: () => void
  /** Removes the draft with everything in it. */
  discard: () => void
}

/** A draft, or the entries that it takes the place of, until all are in place; with the id of its process. */
const NAME = /^\.workshop-(draft|earlier)-((\d+)-[0-9a-f]{8})$/
const draftOf = (id: string) => `.workshop-draft-${id}`
const earlierOf = (id: string) => `.workshop-earlier-${id}`

/** The drafts of this process. A leftover can carry the same process id: containers count theirs from 1. */
const own = new Set<string>()

/**
 * Makes a draft inside a folder, and first removes what killed processes left there. The draft is removed when this
 * process ends, except by SIGKILL.
 * @param parent an existing folder; the entries of the draft come to lie in it
 */
export function makeDraft(parent: string): Draft {
  removeLeftovers(parent)
  const id = `${process.pid}-${randomBytes(4).toString('hex')}`
  const folder = join(parent, draftOf(id))
  mkdirSync(folder)
  own.add(id)
  const discard = () => {
    remove(folder)
    own.delete(id)
    process.off('exit', discard)
  }
  // Exit handlers are synchronous, and so is everything here.
  process.once('exit', discard)
  return { folder, discard, swapIn: () => swapIn(parent, id, discard) }
}

/** Renames without awaiting in between, so that no signal handler can end the process half-way. */
function swapIn(parent: string, id: string, discard: () => void) {
  const [draft, earlier] = [join(parent, draftOf(id)), join(parent, earlierOf(id))]
  const moved: string[] = []
  mkdirSync(earlier)
  try {
    for (const name of readdirSync(draft)) {
      if (existsSync(join(parent, name))) renameSync(join(parent, name), join(earlier, name))
      renameSync(join(draft, name), join(parent, name))
      moved.push(name)
    }
  } catch (error) {
    for (const name of moved) remove(join(parent, name))
    putBack(parent, id)
    throw error
  }
  remove(earlier)
  discard()
}

/** Whether a draft, or the entries that it takes the place of, belong to a process that is at work on them. */
export function isUnderWay(name: string): boolean {
  const [, , id, owner] = NAME.exec(name) ?? []
  return id !== undefined && (own.has(id) || isOtherProcess(Number(owner)))
}

/**
 * Removes an entry of a folder so that its name is free at once: killed meanwhile, it is gone, and never half there.
 * What is left of it goes when the next draft is made.
 */
export function removeWhole(parent: string, name: string) {
  const aside = join(parent, earlierOf(`${process.pid}-${randomBytes(4).toString('hex')}`))
  try {
    renameSync(join(parent, name), aside)
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  remove(aside)
}

function removeLeftovers(parent: string) {
  const left = readdirSync(parent).filter(name => NAME.test(name) && !isUnderWay(name))
  for (const id of new Set(left.map(name => NAME.exec(name)![2]!))) {
    try {
      // Entries are still in the draft: the process was killed between two renames.
      if (entriesOf(join(parent, draftOf(id))).length) putBack(parent, id)
      remove(join(parent, draftOf(id)))
      remove(join(parent, earlierOf(id)))
    } catch {
      // In a folder that users share, such as the one for temporary files, it belongs to another user.
    }
  }
}

function putBack(parent: string, id: string) {
  const earlier = join(parent, earlierOf(id))
  for (const name of entriesOf(earlier)) {
    remove(join(parent, name))
    renameSync(join(earlier, name), join(parent, name))
  }
  remove(earlier)
}

const entriesOf = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])
const remove = (path: string) => rmSync(path, { recursive: true, force: true, maxRetries: 5 })
