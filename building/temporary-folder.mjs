// @ts-check
// Plain JavaScript, because it is asked before anything that is written in TypeScript can be loaded.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** @type {Record<string, string>} */
const WHY = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is no folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
}

/**
 * Ends the process with one sentence where nothing can be written into the system's folder for temporary files: every
 * program that needs it would fail in its own way.
 */
export function needTemporaryFolder() {
  const parent = tmpdir()
  try {
    const folder = mkdtempSync(join(parent, 'workshop-'))
    try {
      writeFileSync(join(folder, 'asked'), '.'.repeat(4096))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  } catch (error) {
    const why = WHY[/** @type {NodeJS.ErrnoException} */ (error).code ?? '']
    if (!why) throw error
    console.error(
      `Cannot write into ${parent}, the folder for temporary files (${why}).\n` +
        '  Hint: make room there, or name another folder in TMPDIR (on Windows, TEMP), then run the command again; ' +
        'nothing was written.',
    )
    process.exit(2)
  }
}
