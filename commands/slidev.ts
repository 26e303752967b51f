import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'

import { DECK_IS_SENT } from '../setup/sent-deck'

/** Ends Slidev when the process that started it is gone, however that ended. */
const END_WITH_PARENT = 'data:text/javascript,process.once("disconnect",()=>process.exit(1));process.channel.unref()'

/** Slidev's dev server at an author's terminal, who has its shortcuts too. */
export function slidevForAuthor(root: string, args: string[]): ChildProcess {
  return spawn(process.execPath, [binary(root), ...args], { cwd: root, stdio: 'inherit', env: environment() })
}

/** `slidev build`, with what it prints on pipes; it waits for the deck's records as a message. */
export function slidevBuild(root: string, args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', END_WITH_PARENT, binary(root), 'build', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...environment(), NO_COLOR: '1', CI: 'true', NODE_ENV: 'production', [DECK_IS_SENT]: '1' },
  })
}

const binary = (root: string) => createRequire(join(root, 'package.json')).resolve('@slidev/cli/bin/slidev.mjs')

// Vite's forty lines on imports without an extension, which a later Vite may want, are of no use to an author.
const environment = () => ({ ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' })
