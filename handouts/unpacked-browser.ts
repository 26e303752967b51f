import { lstatSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'

import { privateFolder, userId } from '../building/private-folder'
import { wholeFolder } from '../building/whole-folder'

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
  const unpack = (into: string) => inTemporaryFolder(into, () => bundled.executablePath())
  const folder = await wholeFolder(home, version, unpack, { again })
  // Cloud builders without the system's own libraries find the package's here.
  const libraries = join(folder, 'al2023', 'lib')
  if (lstatSync(libraries, { throwIfNoEntry: false })) setupLambdaEnvironment(libraries)
  return join(folder, 'chromium')
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
