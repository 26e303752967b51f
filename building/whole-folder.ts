import { lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { lchown } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'

import { isOtherProcess } from './other-process'
import { userId } from './private-folder'

/** Names every file and its size; written last, so that a folder without it was never whole. */
const LIST = 'files.json'
const DRAFT = /^\.draft-(\d+)-/

/**
 * A folder of files that is there whole, or not at all. Where it is not whole, it is made beside its place and then
 * renamed, so that an interrupted or simultaneous command leaves nothing half-made in it. Unlike a draft (draft.ts), it
 * does not take the place of a whole one that another command has made meanwhile: a program may be running from that.
 * @param home a private folder
 * @param fill writes the files into an empty folder
 * @param again makes it anew even where it is whole
 */
export async function wholeFolder(
  home: string,
  name: string,
  fill: (folder: string) => Promise<unknown>,
  { again = false } = {},
): Promise<string> {
  const place = join(home, name)
  if (!again && isWhole(place)) return place
  sweep(home)
  const draft = mkdtempSync(join(home, `.draft-${process.pid}-`))
  drafts.add(draft)
  const tidy = () => {
    drafts.delete(draft)
    rmSync(draft, { recursive: true, force: true })
    rmSync(`${draft}-replaced`, { recursive: true, force: true })
  }
  process.once('exit', tidy)
  try {
    await fill(draft)
    const files = filesIn(draft)
    // Run as root, tar gives everything that it unpacks to the user that packed it.
    if (userId() === 0)
      for (const name of readdirSync(draft, { recursive: true, encoding: 'utf8' }))
        await lchown(join(draft, name), 0, process.getgid?.() ?? 0)
    writeFileSync(
      join(draft, LIST),
      JSON.stringify(Object.fromEntries(files.map(file => [file, lstatSync(join(draft, file)).size]))),
    )
    swapIn(draft, place, again)
    return place
  } finally {
    process.off('exit', tidy)
    tidy()
  }
}

/** Drafts of this process: those of an earlier process with the same id, as in containers, are swept. */
const drafts = new Set<string>()

function swapIn(draft: string, place: string, again: boolean) {
  try {
    renameSync(draft, place)
    return
  } catch (error) {
    if (!['EEXIST', 'ENOTEMPTY', 'ENOTDIR', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  // A command that began at the same time was done first.
  if (!again && isWhole(place)) return
  renameSync(place, `${draft}-replaced`)
  renameSync(draft, place)
}

/**
 * Whether every file is there, of its size, and owned by this user: systems clear their temporary folders
 * file by file.
 */
function isWhole(place: string): boolean {
  try {
    const sizes = JSON.parse(readFileSync(join(place, LIST), 'utf8')) as Record<string, number>
    return [['', undefined] as const, ...Object.entries(sizes)].every(([file, size]) => {
      const found = lstatSync(join(place, file))
      return found.uid === userId() && (size === undefined ? found.isDirectory() : found.size === size)
    })
  } catch {
    return false
  }
}

/** Removes what killed processes have left. */
function sweep(home: string) {
  for (const name of readdirSync(home)) {
    const owner = Number(DRAFT.exec(name)?.[1])
    const ours = [...drafts].some(draft => join(home, name).startsWith(draft))
    if (owner && !ours && !isOtherProcess(owner)) rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** Paths from the folder, without the folders themselves. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
