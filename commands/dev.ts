import process from 'node:process'
import { loadOrThrow } from '../model/load'
import { run } from './command'
import { slidev } from './decks'
import { readPort } from './port'

const flags = {
  port: { type: 'string', example: '3030', about: 'the port to serve on; the next free one is taken if it is in use' },
} as const

await run('dev', 'For authors: the deck with live reload, on this machine alone.', flags, async ({ port = '3030' }) => {
  const root = process.cwd()
  const wanted = readPort(port)
  await loadOrThrow(root)
  console.error('The content is sound. Edits to slides and YAML show at once; Ctrl+C stops.')
  // Slidev's dev server hands out the notes and takes edits from whoever reaches it, so it stays on loopback.
  const child = slidev(root, ['slides.md', '--port', String(wanted), '--bind', '127.0.0.1'], 'inherit')
  process.once('exit', () => child.kill())
  const code = await new Promise<number>(resolve => child.once('close', code => resolve(code ?? 0)))
  process.exitCode = code
})
