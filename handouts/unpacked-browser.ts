import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { lchown } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'

import { isOtherProcess } from '../building/other-process'

/** Names every unpacked file and its size; written last, so that a folder without it was never whole. */
const LIST = 'files.json'
const DRAFT = /^\.draft-(\d+)-/
const userId = () => process.getuid?.() ?? -1

/**
 * The Chromium that @sparticuz/chromium carries, unpacked into a folder that belongs to this user alone. The package
 * itself unpacks into the shared temporary folder and starts whatever lies there: half of a file, or another user's.
 * @param again unpacks even where everything seems to be there, because it did not start
 * @returns the path of the executable
 */
export async function unpackedBrowser({ again = false } = {}): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(dirname(main), '../package.json'), 'utf8')) as { version: string }
  const { default: bundled, setupLambdaEnvironment } = await import('@sparticuz/chromium')
  const home = privateFolder(join(tmpdir(), `workshop-browser-${userId()}`))
  const folder = await unpackedFolder(
    home,
    version,
    draft => inTemporaryFolder(draft, () => bundled.executablePath()),
    {
      again,
    },
  )
  // Cloud builders without the system's own libraries find the package's here.
  const libraries = join(folder, 'al2023', 'lib')
  if (lstatSync(libraries, { throwIfNoEntry: false })) setupLambdaEnvironment(libraries)
  return join(folder, 'chromium')
}

/**
 * A folder that only this user can read and write. Where another user owns the wanted one, it is a new folder of its
 * own that goes when this process ends.
 */
export function privateFolder(wanted: string): string {
  for (const attempt of [1, 2]) {
    try {
      mkdirSync(wanted, { mode: 0o700 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const found = lstatSync(wanted)
    if (found.uid !== userId() && process.platform !== 'win32') break
    if (found.isDirectory() && (found.mode & 0o077) === 0) return wanted
    // Ours, but others could have written into it, or it is a link or a file.
    if (attempt === 1) rmSync(wanted, { recursive: true, force: true })
  }
  const own = mkdtempSync(`${wanted}-`)
  process.once('exit', () => rmSync(own, { recursive: true, force: true }))
  return own
}

/**
 * A folder of unpacked files, made if it is not there whole: unpacked beside its place, then renamed, so that an
 * interrupted or simultaneous command leaves nothing half-unpacked in it.
 * @param home a private folder
 * @param unpack writes the files into an empty folder
 */
export async function unpackedFolder(
  home: string,
  name: string,
  unpack: (folder: string) => Promise<unknown>,
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
    await unpack(draft)
    const files = filesIn(draft)
    // Run as root, tar gives everything to the user that packed it.
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

/** The package asks for the temporary folder at once, before anything that it waits for. */
function inTemporaryFolder<T>(folder: string, start: () => T): T {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    return start()
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}
