import { realpathSync } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * Whether a path leads to what a folder itself holds: nothing whose name begins with a dot (Git's, an editor's), and
 * nothing that a link fetches from elsewhere. A folder on a stick may hold more than was built into it.
 * @param path from the folder, with slashes
 */
export function isInside(folder: string, path: string): boolean {
  if (path.split(/[\\/]/).some(part => part.startsWith('.'))) return false
  const root = realpathSync(folder)
  // Of a folder, its index is served.
  return [path, `${path}/index.html`].every(each => {
    const real = realPath(join(root, each))
    return real === undefined || real === root || real.startsWith(root + sep)
  })
}

/** Nothing where there is no such file: that is answered elsewhere. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
