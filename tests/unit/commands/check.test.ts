import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Sample } from '../../fixtures/sample'
import { sampleWorkshop } from '../../fixtures/sample'

const KIT = resolve(import.meta.dirname, '../../..')
const bundled = (command: string) => ['commands/run.mjs', `commands/${command}.ts`].map(file => join(KIT, file))
const CHECK = bundled('check')

let sample: Sample
beforeEach(() => {
  sample = sampleWorkshop()
})
afterEach(() => sample.dispose())

const check = (...flags: string[]) => checkWith({}, ...flags)

function checkWith(env: NodeJS.ProcessEnv, ...flags: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...CHECK, ...flags], {
    cwd: sample.root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  })
  return { status, stdout, stderr }
}

/** Every file and folder of the sample, when it was last touched, and what is in it. */
function everything(): Record<string, string> {
  const names = readdirSync(sample.root, { recursive: true, encoding: 'utf8' }).filter(
    name => !name.startsWith('components'),
  )
  return Object.fromEntries(
    ['', ...names].map(name => {
      const stat = lstatSync(join(sample.root, name))
      return [
        name,
        `${stat.mtimeMs} ${
          stat.isFile()
            ? createHash('sha256')
                .update(readFileSync(join(sample.root, name)))
                .digest('hex')
            : ''
        }`,
      ]
    }),
  )
}

describe('npm run check', { timeout: 60_000 }, () => {
  it('says in one line that sound content is sound, and counts its minutes below', () => {
    const { status, stdout, stderr } = check()
    expect(stdout).toMatch(
      /^The content is sound: 2 modules, 15 slides, 6 exercises, 4 sources, 35 minutes \(\d+ ms\)\.\n\n/,
    )
    expect(stdout).toMatch(/\n {4}How many would help\? +3:00 +\d:\d\d/)
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it('ends without a stack when what reads it has closed the pipe', async () => {
    const child = spawn(process.execPath, CHECK, {
      cwd: sample.root,
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', chunk => (stderr += chunk))
    expect(await new Promise(resolve => child.once('close', resolve))).toBe(0)
    expect(stderr).toBe('')
  })

  const FULL_DISK = '/dev/full'
  it.skipIf(!existsSync(FULL_DISK))('says so when its results go to a file on a full disk', () => {
    const full = openSync(FULL_DISK, 'w')
    const { status, stderr } = spawnSync(process.execPath, CHECK, {
      cwd: sample.root,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    closeSync(full)
    expect(stderr).toMatch(/^Cannot write the output \(the disk is full\)\.\n {2}Hint: free some space, .*\n$/)
    expect(status).toBe(2)
  })

  it('goes on with its work when nobody reads its progress any more', async () => {
    const telling =
      '--import=data:text/javascript,Math.round=x=>{process.stderr.write(String(x));return%20Math.floor(x)}'
    const child = spawn(process.execPath, CHECK, {
      cwd: sample.root,
      env: { ...process.env, NODE_OPTIONS: telling },
    })
    child.stderr.destroy()
    expect(await new Promise(resolve => child.once('close', resolve))).toBe(0)
  })

  it('prints every problem and their number where errors go, and no stack', () => {
    sample.change('content/workshop.yaml', 'people: 12', 'people: twelve')
    sample.change('content/modules/20-ask-early/lesson.md', '## Guess first', '<hr>')
    const { status, stdout, stderr } = check()
    expect(stderr).toMatch(/^content\/modules\/20-ask-early\/lesson\.md:3:1 {2}lesson\/markup\n/)
    expect(stderr).toContain(
      'content/workshop.yaml:8:9  workshop/people\n  Expected a whole number from 2 to 500, found "twelve".\n',
    )
    expect(stderr).toMatch(/\n2 problems\.\n$/)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(stdout).toBe('')
    expect(status).toBe(1)
  })

  it('prints a fault of its own with the place in the source', () => {
    const broken = '--import=data:text/javascript,Math.round=()=>{throw%20new%20Error(%22a%20fault%22)}'
    const { status, stderr } = checkWith({ NODE_OPTIONS: broken })
    expect(stderr).toMatch(/^Error: a fault\n/)
    const [, file, line] = /^ +at [^/]*(\/.*\.ts):(\d+):\d+/m.exec(stderr)!
    expect(readFileSync(file!, 'utf8').split('\n')[Number(line) - 1]).toContain('Math.round')
    expect(status).toBe(1)
  })

  it('names that place from whatever folder it is started', () => {
    const parts = ['commands/run.mjs', 'building/keep-compiled.mjs', 'model/kind-folders.mjs']
    for (const part of parts) sample.write(part, readFileSync(join(KIT, part), 'utf8'))
    symlinkSync(join(KIT, 'node_modules'), join(sample.root, 'node_modules'), 'junction')
    sample.write('commands/fault.ts', "\nthrow new Error('a fault')\n")
    const fault = join(realpathSync(sample.root), 'commands/fault.ts')
    const { stderr } = spawnSync(process.execPath, [join(sample.root, 'commands/run.mjs'), fault], {
      cwd: '/',
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    expect(stderr).toContain(`(${fault}:2:7)\n`)
  })

  it('writes nothing, whether the content is sound or not', () => {
    const before = everything()
    expect(Object.keys(before).length).toBeGreaterThan(20)
    check()
    expect(everything()).toEqual(before)
    sample.change('content/workshop.yaml', 'people: 12', 'people: twelve')
    const broken = everything()
    expect(broken).not.toEqual(before)
    check()
    expect(everything()).toEqual(broken)
  })

  it('leaves nothing in the folder for temporary files', () => {
    const temporary = join(sample.root, 'temporary')
    mkdirSync(temporary)
    expect(checkWith({ TMPDIR: temporary, TEMP: temporary }, '--help')).toMatchObject({ status: 0, stderr: '' })
    expect(readdirSync(temporary)).toEqual([])
  })

  it('refuses a flag that it does not know before it reads anything, with the nearest one', () => {
    expect(check('--hlep')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Unknown flag --hlep.\n  Hint: did you mean --help?\n',
    })
  })

  it('explains itself when asked', () => {
    const { status, stdout, stderr } = check('--help')
    expect(stdout).toContain('npm run check -- [flags]\n  Checks every content file')
    expect(stdout).toContain('--help')
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})
