import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LEFT_OUT = ['node_modules', 'dist', '.git']

/**
 * A copy of the project to build in and to edit, so that a bench leaves the real one alone. The packages are the real
 * one's, but what tools keep beside them (Vite's prepared dependencies) is not: the copy is as after `npm ci`.
 */
export async function copyProject(root: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'workshop-bench-'))
  for (const name of readdirSync(root)) {
    if (!LEFT_OUT.includes(name)) cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  mkdirSync(join(copy, 'node_modules'))
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === '.bin' || !name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name), 'junction')
  }
  return copy
}
