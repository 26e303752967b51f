import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'

/** For a program that is to compile all of its sources anew, as after `npm ci`. */
export const WITHOUT_CACHE = { TSX_DISABLE_CACHE: '1' }

/** Runs a Node program to its end, without a cache; fails with what it printed. */
export async function runNode(cwd: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...WITHOUT_CACHE },
  })
  const log = collect(child)
  const code = await new Promise(resolve => child.once('close', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${log().slice(-2000)}`)
}

/** Starts a Node program and waits until it prints what is looked for. */
export async function startNode(
  cwd: string,
  args: string[],
  until: RegExp,
  env: Record<string, string> = {},
): Promise<{ found: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const log = collect(child)
  const closed = new Promise<void>(resolve => child.once('close', () => resolve()))
  const found = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const match = log().match(until)
      if (match) resolve(match[1] ?? match[0])
    }
    child.stdout!.on('data', look)
    child.stderr!.on('data', look)
    child.once('close', code => reject(new Error(`${args.join(' ')} ended with ${code}:\n${log().slice(-2000)}`)))
  })
  return {
    found,
    stop: async () => {
      child.kill()
      await closed
    },
  }
}

function collect(child: ChildProcess): () => string {
  let log = ''
  child.stdout!.on('data', chunk => (log += chunk))
  child.stderr!.on('data', chunk => (log += chunk))
  // Where CI is set, Slidev prints colours into a pipe too, in the middle of its address.
  return () => stripVTControlCharacters(log)
}
