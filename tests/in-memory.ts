import { accessSync, constants, mkdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** Linux keeps what is written here in memory. */
const MEMORY = '/dev/shm'
/** As much has to be free, in bytes; quick tests write a tenth of it. */
const ENOUGH = 2 ** 30

/**
 * A folder for the temporary files of one run, or none where memory is scarce or the system has no such place. Quick
 * tests write thousands of small files, and on a disk these take a twentieth of their time.
 */
export const inMemory = hasRoom() ? join(MEMORY, `workshop-tests-${process.pid}`) : undefined

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ENOUGH
  } catch {
    return false
  }
}

export default function setup() {
  if (!inMemory) return
  mkdirSync(inMemory, { mode: 0o700 })
  return () => rmSync(inMemory, { recursive: true, force: true })
}
