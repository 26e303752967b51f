// @ts-check
// Plain JavaScript, because esbuild and tsx too stop, with a stack, in a folder whose name has a question mark:
// `npm run` imports this file before either.
import { sep } from 'node:path'
import process from 'node:process'

import { needTemporaryFolder } from '../building/temporary-folder.mjs'

/** Signs that programs which build pages take for a pattern, an address or an escape, wherever they stand in a path. */
const UNFIT = /['"`#?%$:|[\]{}*\\]|[!+@](?=\()|\p{Cc}/u

/** Folders that Vite does not watch, wherever they stand in a path: in them `npm run dev` would show no edit. */
const UNWATCHED = new Set(['node_modules', '.git', 'test-results'])

/** Bytes of a path: SQLite opens no file with more than 512 in its own, such as a room's in dist/. */
const LONGEST_PATH = 450

/**
 * The kit builds in a folder of nearly any name. What would else fail deep inside another program is said before
 * anything is done.
 * @param {string} folder the project's, whole
 * @returns {string | undefined} what is wrong with it, and the remedy
 */
export function unfitName(folder) {
  const length = Buffer.byteLength(folder)
  if (length > LONGEST_PATH)
    return (
      `Expected to lie in a folder whose path has at most ${LONGEST_PATH} bytes, found ${length}.\n` +
      '  Hint: move the kit nearer to the top of the disk, then run the command again; a letter with an accent, or ' +
      'of another script, counts as two or more.'
    )
  const names = folder.split(sep)
  const unwatched = names.find(each => UNWATCHED.has(each))
  if (unwatched)
    return (
      `Expected to lie outside of any folder called ${unwatched}, whose files builders pass over, found ${folder}.\n` +
      '  Hint: move the kit to another folder, then run the command again.'
    )
  // The first is the disk, which has a colon on Windows, or nothing.
  const name = names.slice(1).find(each => UNFIT.test(each))
  const sign = name && UNFIT.exec(name)?.[0]
  if (!sign) return undefined
  const shown = /\p{Cc}/u.test(sign) ? `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` : sign
  return (
    `Expected to lie in folders whose names have no ${shown}, found ${JSON.stringify(name)}.\n` +
    '  Hint: rename that folder, then run the command again; letters of any script, spaces and hyphens are fine.'
  )
}

const unfit = unfitName(process.cwd())
if (unfit) {
  console.error(unfit)
  process.exit(2)
}
needTemporaryFolder()
