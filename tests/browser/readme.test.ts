import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { HOME } from '../../commands/deck-builds'
import { inputsHash } from '../../commands/inputs-hash'
import { isOwn } from '../content/own'
import type { KitCopy } from '../fixtures/kit'
import { copyOfKit } from '../fixtures/kit'
import { secondWorkshop } from '../fixtures/second-workshop'

const ROOT = resolve(import.meta.dirname, '../..')
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8')

/** Every command of the README, word for word: what stands in code and begins with npm. */
const commands = [
  ...new Set(
    [...readme.matchAll(/^(npm [^#\n]+)|`(npm [^`]+)`/gm)].flatMap(([, line, code]) =>
      (line ?? code!).split('&&').map(each => each.trim()),
    ),
  ),
]

/** Nobody's own PDFs are written over by a test; the build is the one that all browser tests share. */
let kit: KitCopy
/** The same with a smaller workshop, where the kit's own would show nothing more. */
let small: KitCopy
beforeAll(() => {
  kit = copyOfKit()
  small = secondWorkshop()
  for (const { root } of [kit, small])
    cpSync(join(ROOT, HOME, inputsHash(ROOT)), join(root, HOME, inputsHash(root)), { recursive: true })
})
afterAll(() => {
  kit?.dispose()
  small?.dispose()
})

/** What a test that failed has left running: each in a process group of its own, shell, npm and command. */
const running = new Set<ChildProcess>()
afterEach(() => running.forEach(child => process.kill(-child.pid!, 'SIGKILL')))

/** Runs one as a shell would, until it ends or has printed what it is waited for. */
function runs(
  command: string,
  until?: RegExp,
  root = kit.root,
): Promise<{ code: number | null; output: string; found?: RegExpMatchArray }> {
  const child = spawn(command, {
    cwd: root,
    shell: true,
    detached: process.platform !== 'win32',
    env: { ...process.env, NO_COLOR: '1' },
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  let output = ''
  let found: RegExpMatchArray | undefined
  return new Promise((resolve, reject) => {
    const read = async (chunk: Buffer) => {
      output += chunk
      if (found || !(found = (until && output.match(until)) ?? undefined)) return
      const response = await fetch(found[1]!).catch(reject)
      if (response && response.status !== 200) reject(new Error(`${found[1]} answered ${response.status}`))
      // npm hands an interrupt on only to a group of its own.
      process.kill(-child.pid!, 'SIGINT')
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    child.once('close', code => resolve({ code, output, ...(found && { found }) }))
  })
}

describe('the README', () => {
  it('names the three commands of the first screen, and no script that does not exist', () => {
    expect(readme.slice(0, 1500)).toMatch(/npm ci && npm start.*\nnpm ci && npm test.*\nnpm run handouts/)
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const named = commands.map(command => command.match(/^npm (?:run )?([\w:-]+)/)![1]!)
    expect(named.filter(name => name !== 'ci' && !scripts[name])).toEqual([])
    expect(
      Object.keys(scripts).filter(name => !named.includes(name)),
      'scripts that the README does not name',
    ).toEqual([])
  })

  // These two are what the whole run consists of: the checkout is installed and tested by exactly them.
  it.each(['npm ci', 'npm test'])('has its %s run by every check of a clean checkout', command => {
    expect(commands).toContain(command)
    expect(ci.split('\n').some(line => line.startsWith(command))).toBe(true)
  })

  it.each(commands.filter(command => command.startsWith('npm run handouts')))(
    'says %s, and that prints the PDFs it names',
    async command => {
      const { root } = command === 'npm run handouts' ? kit : small
      const before = Date.now()
      const { code, output } = await runs(command, undefined, root)
      expect(code, output).toBe(0)
      const sizes = command.includes('--paper') ? ['letter'] : ['a4', 'letter']
      const papers = new Set([...readme.matchAll(/`dist\/handouts\/([\w-]+)-a4\.pdf`/g)].map(([, name]) => name!))
      expect(papers.size).toBeGreaterThan(1)
      for (const name of [...papers].flatMap(paper => sizes.map(size => `${paper}-${size}.pdf`)))
        expect(statSync(join(root, 'dist/handouts', name)).mtimeMs, name).toBeGreaterThanOrEqual(before - 1000)
    },
  )

  it.each(commands.filter(command => command.startsWith('npm start')))('says %s, and that presents', async command => {
    const { found, output } = await runs(command, /Projector\s+(http\S+)/)
    expect(found, output).toBeDefined()
  })

  it('says npm run dev, and that serves the deck to its author', async () => {
    const { found, output } = await runs('npm run dev', /(http:\/\/localhost:\d+\/)/)
    expect(found, output).toBeDefined()
  })

  it('says npm run check, and that finds the content sound', async () => {
    expect(await runs('npm run check')).toMatchObject({ code: 0 })
  })

  it('says npm run build and node serve.mjs, and that builds the site and opens it', async () => {
    // The site of the kit's own content is built for all browser tests.
    const { code, output } = await runs('npm run build', undefined, small.root)
    expect(code, output).toBe(0)
    expect(readme).toContain('`node serve.mjs`')
    const { found } = await runs('node dist/site/serve.mjs', /(http:\/\/127\.0\.0\.1:\d+\/\S+)/, small.root)
    expect(found).toBeDefined()
  })

  it('names no file, folder or place in itself that is not there', () => {
    const paths = [
      ...readme.matchAll(/`((?:content|components|commands|tests|model|bench|slides\.md|\.ci)[\w./-]*)`/g),
      ...readme.matchAll(/\]\((?!http)([^)]+)\)/g),
    ].map(([, path]) => path!)
    expect(paths.length).toBeGreaterThan(10)
    const places = readme.match(/^#+ .*$/gm)!.map(
      heading =>
        `#${heading
          .replace(/^#+ /, '')
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-')}`,
    )
    const missing = paths.filter(path => !places.includes(path) && !existsSync(join(ROOT, path)))
    // Of content the README names examples, which another workshop need not have.
    expect(missing.filter(path => isOwn || !path.startsWith('content/'))).toEqual([])
  })

  it('stays short enough to be read', () => {
    expect(readme.split('\n').length).toBeLessThan(200)
  })
})
