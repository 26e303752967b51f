import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import process from 'node:process'

import { loadOrThrow } from '../model/load'
import { movedOn, onFreePort } from '../room/ports'
import { readPort } from './port'
import { runCommand } from './run-command'
import { slidevForAuthor } from './slidev'

const flags = {
  port: { type: 'string', example: '3030', about: 'the port to serve on; the next free one is taken if it is in use' },
} as const

await runCommand(
  'dev',
  'For authors: the deck with live reload, on this machine alone.',
  flags,
  async ({ port = '3030' }) => {
    const root = process.cwd()
    const wanted = readPort(port)
    await loadOrThrow(root)
    const free = await freePort(wanted)
    if (wanted !== 0 && free !== wanted) console.error(movedOn(wanted, free))
    console.error('The content is sound. Edits to slides and YAML show at once; Ctrl+C stops.')
    // Slidev's dev server hands out the notes and takes edits without asking for a secret: it listens on loopback, and
    // setup/own-page-only.ts refuses what other pages of the author's browser ask of it.
    const child = slidevForAuthor(root, ['slides.md', '--port', String(free)])
    process.once('exit', () => child.kill())
    const code = await new Promise<number>(resolve => child.once('close', code => resolve(code ?? 0)))
    process.exitCode = code
  },
)

/** A port that Slidev can have; given one that is in use, it would end with a stack. */
async function freePort(wanted: number): Promise<number> {
  const probe = await onFreePort(wanted, port => createServer().listen(port, 'localhost'))
  const { port } = probe.address() as AddressInfo
  await new Promise(resolve => probe.close(resolve))
  return port
}
