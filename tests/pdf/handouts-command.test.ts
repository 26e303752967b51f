import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { makeHandouts } from '../../handouts/build'
import type { HandoutOptions } from '../../handouts/options'
import { withPress } from '../../handouts/press'
import { loadOrThrow } from '../../model/load'
import type { Workshop } from '../../model/workshop'
import { endAll, hasReadOnlyFolders, startCommand, startPowerless } from '../fixtures/command'
import type { KitCopy } from '../fixtures/kit'
import { folderOf, setField } from '../fixtures/kit'
import { secondWorkshop } from '../fixtures/second-workshop'

let kit: KitCopy
let workshop: Workshop
/** An exercise, and its file. */
let id: string
let exercise: string
beforeAll(async () => {
  // The smaller workshop: what is tested is the command, and the README's tests run it with the kit's own content.
  kit = secondWorkshop()
  workshop = await loadOrThrow(kit.root)
  const planned = workshop.modules.flatMap(({ id, activities }) =>
    activities.flatMap(each => ('exercise' in each ? [{ part: id, id: each.exercise }] : [])),
  )
  ;({ id } = planned[0]!)
  exercise = `${folderOf(kit, planned[0]!.part)}/exercises/${id}.yaml`
})
afterEach(endAll)
afterAll(() => kit?.dispose())

const WORKSHOP = 'content/workshop.yaml'
const STYLE = 'handouts/workbook/workbook.css'
const handouts = (...flags: string[]) => startCommand(kit.root, 'handouts', ...flags)
const folder = () => join(kit.root, 'dist/handouts')
/** Prints as the command does, which says what stands in the way of it. */
const printed = (options: Partial<HandoutOptions>) =>
  withPress(kit.root, press =>
    makeHandouts(press, workshop, { papers: ['a4'], people: 12, start: '09:30', ...options }, { done: () => {} }),
  )

/** Lets a test break a file, and mends it again. */
async function broken(file: string, change: () => void, work: () => Promise<void>) {
  const whole = kit.read(file)
  change()
  try {
    await work()
  } finally {
    kit.write(file, whole)
  }
}

/** Earlier PDFs that no failure may touch. */
function leaveEarlier() {
  rmSync(join(kit.root, 'dist'), { recursive: true, force: true })
  mkdirSync(folder(), { recursive: true })
  writeFileSync(join(folder(), 'workbook-letter.pdf'), 'an earlier one')
}
function expectEarlierUntouched() {
  expect(readdirSync(folder())).toEqual(['workbook-letter.pdf'])
  expect(readFileSync(join(folder(), 'workbook-letter.pdf'), 'utf8')).toBe('an earlier one')
}

describe('npm run handouts', () => {
  // What it prints is tested in second-workshop.test.ts; what else is refused, in tests/unit/print-options.test.ts.
  it.each([
    [['--papre', 'a4'], 'Unknown flag --papre.\n  Hint: did you mean --paper?\n'],
    [['--paper', 'lettre'], 'Expected --paper a4 or letter, found "lettre".\n  Hint: did you mean letter?\n'],
  ])('refuses %j with a remedy, and writes nothing', async (flags, told) => {
    leaveEarlier()
    const { code, out, err } = await handouts(...flags).ended
    expect(err).toContain(told)
    expect(err).not.toMatch(/^\s+at /m)
    expect(out).toBe('')
    expect(code).toBe(2)
    expectEarlierUntouched()
  })

  it('prints the problems of the content instead, and leaves earlier PDFs alone', async () => {
    leaveEarlier()
    await broken(
      WORKSHOP,
      () => setField(kit, WORKSHOP, ['people'], 'some'),
      async () => {
        const { code, err } = await handouts().ended
        expect(err).toContain('Expected a whole number from 2 to 500, found "some".')
        expect(code).toBe(1)
      },
    )
    expectEarlierUntouched()
  })

  it('names the exercise whose words are too wide for the page', async () => {
    leaveEarlier()
    const wide = 'Strassenbahnhaltestelle'.repeat(6)
    await broken(
      exercise,
      () => setField(kit, exercise, ['steps', 0], wide),
      async () => {
        const { code, err } = await handouts('--paper', 'a4').ended
        expect(err).toMatch(
          new RegExp(
            `The workbook does not print as it should:\\n {2}- exercise ${id}: ` +
              '“.*” is wider than its place on the page\\.',
          ),
        )
        expect(err).toContain('Hint: shorten the text that is named')
        expect(code).toBe(1)
      },
    )
    expectEarlierUntouched()
  })

  it('names the exercise whose words were lost on the way to paper', async () => {
    const hidden = '.exercise-steps li:last-child { display: none; }\n'
    await broken(
      STYLE,
      () => kit.change(STYLE, '', hidden),
      () =>
        expect(printed({ documents: ['workbook'] })).rejects.toMatchObject({
          message: expect.stringMatching(new RegExp(`exercise ${id}: “.*” was lost\\.`)),
          exit: 1,
        }),
    )
  })

  it('names a sign that no typeface has, with its place', async () => {
    // A code point that stands for nothing: whatever this machine has, nobody has a shape for it.
    await expect(printed({ room: 'Salle \u0378' })).rejects.toMatchObject({
      message: expect.stringContaining(
        'Salle \u0378” has signs that no typeface of this machine has: \u0378 (U+0378).',
      ),
      hint: expect.stringContaining('leave those signs out, or install a typeface that has them'),
      exit: 1,
    })
  })

  it('prints words that are read from the right, and names the typefaces that the machine lends', async ({ skip }) => {
    await broken(
      exercise,
      () => setField(kit, exercise, ['steps', 0], 'Say שלום, 12 times, and smile.'),
      async () => {
        const { code, err } = await handouts('--paper', 'a4', '--room', '3 קומה').ended
        if (/ no typeface of this machine has/.test(err)) skip('This machine has no Hebrew typeface.')
        expect(err).toMatch(/Signs that the kit’s typefaces do not have are set in this machine’s \S+/)
        expect(code, err).toBe(0)
      },
    )
  })

  // An interrupt, later on: midway.test.ts.
  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('leaves nothing half-written when it is stopped by %s', async (signal, expected) => {
    leaveEarlier()
    const run = handouts()
    await run.says(/check/)
    run.child.kill(signal)
    expect((await run.ended).code).toBe(expected)
    expectEarlierUntouched()
  })

  it('says so when a file lies where the folder should be', async () => {
    rmSync(join(kit.root, 'dist'), { recursive: true, force: true })
    mkdirSync(join(kit.root, 'dist'))
    writeFileSync(folder(), 'a file')
    const { code, err } = await handouts().ended
    expect(err).toContain('Expected dist/handouts to be a folder, found a file in its place.')
    expect(code).toBe(2)
    rmSync(folder())
  })

  it.skipIf(!hasReadOnlyFolders)('says so when the folder cannot be written, before it prints anything', async () => {
    leaveEarlier()
    chmodSync(folder(), 0o555)
    const { code, out, err } = await startPowerless(kit.root, 'handouts', '--paper', 'a4').ended
    chmodSync(folder(), 0o755)
    expect(err).toMatch(
      new RegExp(
        '^ {2}check .*\\nCannot write dist/handouts/\\S+ \\(no permission\\)\\.\\n {2}Hint: make the folder ' +
          'writable, then run the command again; nothing was left half-written\\.\\n$',
      ),
    )
    expect(out).toBe('')
    expect(code).toBe(2)
    expectEarlierUntouched()
  })

  it('names the one command that helps where no browser can be started', async () => {
    leaveEarlier()
    process.env.BROWSER_PATH = join(kit.root, 'no-such-browser')
    try {
      const { code, err } = await handouts().ended
      expect(err).toContain('No browser could be started. Tried: BROWSER_PATH=')
      expect(err).toContain('npx playwright install chromium')
      expect(err).not.toMatch(/^\s+at /m)
      expect(code).toBe(2)
    } finally {
      delete process.env.BROWSER_PATH
    }
    expectEarlierUntouched()
  })
})
