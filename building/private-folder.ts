import { lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import process from 'node:process'

/** The id of the user that this process runs as; Windows has none. */
export const userId = () => process.getuid?.() ?? -1

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
