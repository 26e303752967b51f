import { existsSync, lstatSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { UserError } from '../model/user-error'

/**
 * Makes a folder for output, with those above it.
 * @throws UserError when a file, or a link that leads nowhere, lies where a folder should be
 */
export async function makeFolder(root: string, path: string): Promise<string> {
  const folder = join(root, path)
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const isDead = [path, dirname(path)].some(each => leadsNowhere(join(root, each)))
    if (isDead || ['EEXIST', 'ENOTDIR'].includes(code)) {
      const [found, what] = isDead ? ['a link that leads nowhere', 'link'] : ['a file', 'file']
      throw new UserError(
        `Expected ${path} to be a folder, found ${found} in its place.`,
        `move the ${what} away, then run the command again; nothing was written.`,
      )
    }
    throw error
  }
  return folder
}

/** As to a disk that is not plugged in. */
function leadsNowhere(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink() && !existsSync(path)
  } catch {
    return false
  }
}
