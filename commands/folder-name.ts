import { sep } from 'node:path'

import { UserError } from '../model/user-error'

/** Signs that programs which build pages take for a pattern, an address or an escape, wherever they stand in a path. */
const UNFIT = /['"`#?%[\]{}*\\]|[!+@](?=\()|\p{Cc}/u

/**
 * The kit builds in a folder of nearly any name. What would else fail deep inside another program is said before
 * anything is done.
 * @param folder the project's, whole
 * @throws UserError that names the sign
 */
export function expectFitName(folder: string) {
  const name = folder.split(sep).find(each => UNFIT.test(each))
  if (name === undefined) return
  const sign = UNFIT.exec(name)![0]
  const shown = /\p{Cc}/u.test(sign) ? `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` : sign
  throw new UserError(
    `Expected to lie in folders whose names have no ${shown}, found ${JSON.stringify(name)}.`,
    'rename that folder, then run the command again; letters of any script, spaces and hyphens are fine.',
  )
}
