import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { UserError } from '../model/user-error'

/**
 * Makes a folder for output, with those above it.
 * @throws UserError when a file lies where a folder should be
 */
export async function makeFolder(root: string, path: string): Promise<string> {
  const folder = join(root, path)
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    if (['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw new UserError(
        `Expected ${path} to be a folder, found a file in its place.`,
        'move the file away, then run the command again; nothing was written.',
      )
    throw error
  }
  return folder
}
