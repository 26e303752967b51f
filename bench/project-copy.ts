import { cpSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LEFT_OUT = ['node_modules', 'dist', '.git']

/** A copy of the project to build in and to edit, so that a bench leaves the real one alone. */
export async function copyProject(root: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'workshop-bench-'))
  for (const name of readdirSync(root)) {
    if (!LEFT_OUT.includes(name))
      cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  return copy
}
