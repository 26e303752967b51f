import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { unfitName } from '../../../commands/folder-name.mjs'
import { inputsHash } from '../../../commands/inputs-hash'
import { printOptions, readPrintFlags } from '../../../commands/print-options'
import { isOneLine } from '../../../components/text/unfit'
import { isLeftBehind } from '../../../model/left-behind'
import { loadWorkshop } from '../../../model/load'
import type { Problem } from '../../../model/problem'
import { UserError } from '../../../model/user-error'
import type { Sample } from '../../fixtures/sample'
import { sampleWorkshop } from '../../fixtures/sample'

/** What has broken tools before: patterns, addresses, escapes, shells, other directions, no letter at all. */
const HARD = [
  '#2',
  '?',
  'a:b',
  'a|b',
  '%41',
  '50%',
  '[2026]',
  'a{b}',
  "it's",
  '"ü"',
  '$HOME',
  '!',
  '&',
  '~',
  ' ',
  '‏שלום',
  'e\u0301',
]
const SIGNS = [
  '한국',
  '🎉',
  '\u200B',
  '\u202E',
  '\u00A0',
  '()',
  '*',
  '..',
  '@',
  '+',
  '=',
  ';',
  ',',
  'plan',
  '.yaml',
  '-',
  '\\',
]

/** A name that a file of most systems may have: some hard pieces, some signs of any kind. */
const name = fc
  .array(fc.oneof(fc.constantFrom(...HARD, ...SIGNS), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map(parts => parts.join('').replace(/[/\0]/g, '').slice(0, 60).toWellFormed())
  .filter(
    text => text !== '' && text !== '.' && text !== '..' && (process.platform !== 'win32' || /^[\w -]+$/.test(text)),
  )

/** What builders take for a letter, in a folder's name. */
const isFit = (folder: string) => !/['"`#?%$:|[\]{}*\\]|[!+@]\(|\p{Cc}/u.test(folder)

/** A text of any signs, as YAML takes it in quotes. */
const text = fc.oneof(
  fc
    .array(fc.constantFrom(...HARD, ...SIGNS, '\n', '\u0007', '\u2028', '{{', '<b>', '[@', '# '), { maxLength: 8 })
    .map(all => all.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

/** Runs that are the same every time, and whose seed is printed where one fails. */
const RUNS = { numRuns: 10, seed: 8 }

const EARLY = 'content/modules/20-ask-early'
const START = 'content/modules/10-start'

let sample: Sample
beforeEach(() => {
  sample = sampleWorkshop()
})
afterEach(() => sample.dispose())

/** What is no content is passed over in silence; anything else has a problem that names it, and no other has one. */
function expectNamed(problems: readonly Problem[], path: string, isIgnored: boolean) {
  if (isIgnored) expect(problems).toEqual([])
  else {
    expect(problems.length).toBeGreaterThan(0)
    for (const { file } of problems) expect(file.startsWith(path) || file === 'slides.md').toBe(true)
  }
}

describe('names of any signs', () => {
  it('of a file among exercises are ignored or named', async () => {
    await fc.assert(
      fc.asyncProperty(name, async file => {
        const path = `${EARLY}/exercises/${file}`
        writeFileSync(join(sample.root, path), 'nothing')
        try {
          expectNamed((await sample.check()).problems, path, file.startsWith('.') || isLeftBehind(file))
        } finally {
          rmSync(join(sample.root, path))
        }
      }),
      RUNS,
    )
  })

  it('of a folder among modules are ignored or named', async () => {
    await fc.assert(
      fc.asyncProperty(name, async folder => {
        const path = `content/modules/${folder}`
        mkdirSync(join(sample.root, path))
        try {
          expectNamed((await sample.check()).problems, path, folder.startsWith('.') || isLeftBehind(folder))
        } finally {
          rmSync(join(sample.root, path), { recursive: true })
        }
      }),
      RUNS,
    )
  })

  it('of the folder that the kit lies in are fit, or refused in one sentence that names the sign', () => {
    fc.assert(
      fc.property(name, folder => {
        const expectation = expect(unfitName(join(tmpdir(), folder)))
        if (isFit(folder)) expectation.toBeUndefined()
        else expectation.toMatch(/^Expected to lie in folders whose names have no .+, found ".+"\.\n {2}Hint: /)
      }),
      { ...RUNS, numRuns: 300 },
    )
  })

  it.each(['node_modules', '.git', 'test-results'])(
    'of the folder that the kit lies in are refused where builders pass over it: %s',
    folder => {
      expect(unfitName(join(tmpdir(), folder, 'kit'))).toMatch(
        /^Expected to lie outside of any folder called \S+, whose files builders pass over, found .+\.\n {2}Hint: /,
      )
      expect(unfitName(join(tmpdir(), `my${folder}`, 'kit'))).toBeUndefined()
    },
  )

  it('of the folder that the kit lies in are refused where no room’s log could be opened, in bytes', () => {
    const deep = (letter: string, times: number) => join('/', ...Array.from({ length: times }, () => letter.repeat(9)))
    expect(unfitName(deep('a', 45))).toBeUndefined()
    for (const path of [deep('a', 46), deep('한', 17)])
      expect(unfitName(path)).toMatch(
        /^Expected to lie in a folder whose path has at most 450 bytes, found \d+\.\n {2}Hint: move the kit /,
      )
  })

  it('of the folder that the kit lies in are looked at before TypeScript is run, which stops at a question mark', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const first = '--import ./commands/folder-name.mjs'
    expect(
      Object.values(scripts).filter(each => /tsx|run\.mjs/.test(each) && !each.startsWith(`node ${first} `)),
    ).toEqual([])
    const folder = mkdtempSync(join(tmpdir(), 'what?'))
    try {
      const file = resolve('commands/folder-name.mjs')
      const { status, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
      expect([status, stderr]).toEqual([2, expect.stringContaining('names have no ?, found "what?')])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it.each([
    ['/nowhere/at/all', 'there is no such folder'],
    [resolve('package.json'), 'it is no folder'],
  ])('of a folder for temporary files that cannot be used are said before anything is done: %s', (TMPDIR, why) => {
    const { status, stderr } = spawnSync(process.execPath, [resolve('commands/folder-name.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR, TEMP: TMPDIR },
    })
    expect([status, stderr]).toEqual([2, expect.stringContaining(`Cannot write into ${TMPDIR}, `)])
    expect(stderr).toContain(`(${why}).\n  Hint: `)
    expect(stderr).not.toContain('    at ')
  })

  it('of the folder that the kit lies in change nothing, neither what is checked nor what a build is known by', async () => {
    const before = inputsHash(sample.root)
    const home = join(tmpdir(), `workshop-fuzz-${process.pid}`)
    mkdirSync(home)
    try {
      await fc.assert(
        fc.asyncProperty(name, async folder => {
          fc.pre(isFit(folder))
          const other = join(home, folder)
          renameSync(sample.root, other)
          try {
            expect((await loadWorkshop(other)).problems).toEqual([])
            expect(inputsHash(other)).toBe(before)
          } finally {
            renameSync(other, sample.root)
          }
        }),
        RUNS,
      )
    } finally {
      rmSync(home, { recursive: true })
    }
  })

  it('of a picture change what a build is known by, unless a system left the file there', () => {
    const before = inputsHash(sample.root)
    fc.assert(
      fc.property(name, file => {
        const path = join(sample.root, 'public', file)
        cpSync(join(sample.root, 'public/desk.png'), path)
        try {
          expect(inputsHash(sample.root) === before).toBe(isLeftBehind(file))
        } finally {
          rmSync(path)
        }
      }),
      RUNS,
    )
  })
})

describe('texts of any signs', () => {
  it('are a title, or a problem at that title', async () => {
    const file = `${START}/exercises/habits.yaml`
    const before = sample.read(file)
    await fc.assert(
      fc.asyncProperty(text, async title => {
        sample.write(
          file,
          before.replace(/^title: .*$/m, () => `title: ${JSON.stringify(title)}`),
        )
        const { workshop, problems } = await sample.check()
        if (workshop) expect(workshop.exercises.habits!.title).toBe(title.trim())
        else for (const problem of problems) expect(problem).toMatchObject({ file, line: 2 })
      }),
      RUNS,
    )
  })

  it('are words of a lesson and of a slide, or problems in those files', async () => {
    const [lesson, slides] = [`${EARLY}/lesson.md`, `${EARLY}/slides.md`]
    const before = [lesson, slides].map(file => sample.read(file)) as [string, string]
    await fc.assert(
      fc.asyncProperty(text, async words => {
        sample.write(lesson, `${before[0]}\n${words}\n`)
        sample.write(
          slides,
          before[1].replace('# What was found\n', () => `# What was found\n\n${words}\n`),
        )
        const { problems } = await sample.check()
        for (const { file } of problems) expect(file.startsWith(EARLY)).toBe(true)
      }),
      RUNS,
    )
  })

  it('are a room on paper, on one line, or refused by name', async () => {
    const { workshop } = await sample.check()
    fc.assert(
      fc.property(text, room => {
        try {
          const printed = printOptions(readPrintFlags({ room }), workshop!).room ?? ''
          expect(printed).toBe(room.trim())
          expect(isOneLine(printed)).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
      { ...RUNS, numRuns: 300 },
    )
  })
})
