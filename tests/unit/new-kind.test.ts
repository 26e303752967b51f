import { execFile } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copyOfKit } from '../fixtures/kit'
import { addNewKind, NEW_KIND } from '../fixtures/new-kind'
import type { Outputs } from '../fixtures/outputs'

/**
 * The template of a kind, copied under another name, in a kit of its own. That it reaches the built deck too is proven
 * with another workshop in tests/pdf/canary.test.ts, which builds one in any case.
 */
const kit = copyOfKit()
const {
  name: KIND,
  prefix: PREFIX,
  exercise: EXERCISE,
  question: QUESTION,
  option: OPTION,
  comment: COMMENT,
} = NEW_KIND
const FOLDER = join(kit.root, NEW_KIND.folder)
let types: Promise<Run>
let check: Promise<Run>
let outputs: Outputs

beforeAll(async () => {
  // The figures stand on fixtures of the tests, which the copy has none of.
  rmSync(join(kit.root, 'bench'), { recursive: true })
  addNewKind(kit)

  // `npm run types` judges all else with the template as one of the kinds. Under another name, only the folder is new,
  // and what takes every kind from KindTypes: a quarter of the time that the whole kit takes once more.
  const include = [`components/exercises/${KIND}`, 'components/labels.schema.ts', 'model/schemas', 'model/views.ts']
  const compilerOptions = { incremental: false, tsBuildInfoFile: null }
  kit.write('tsconfig.kind.json', JSON.stringify({ extends: './tsconfig.json', include, compilerOptions }))
  types = run('node_modules/vue-tsc/bin/vue-tsc.js', '-p', 'tsconfig.kind.json')
  check = run('commands/run.mjs', 'commands/check.ts')
  const made = await run('--import', 'tsx', join(import.meta.dirname, '../fixtures/outputs.ts'))
  expect(made.code, made.err).toBe(0)
  outputs = JSON.parse(made.out) as Outputs
}, 240_000)
afterAll(() => kit.dispose())

interface Run {
  code: number
  out: string
  err: string
}

/** Runs Node in the copy. */
function run(...args: string[]): Promise<Run> {
  const { NODE_ENV: _, NODE_OPTIONS: __, ...env } = process.env
  return new Promise(resolve =>
    execFile(process.execPath, args, { cwd: kit.root, env, maxBuffer: 100_000_000 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  )
}

describe('a copy of the template, under another name', { timeout: 120_000 }, () => {
  it('is a kind for the compiler', async () => {
    expect(await types).toEqual({ code: 0, out: '', err: '' })
  })

  it('is a kind for `npm run check`, which finds its exercise sound', async () => {
    const { code, out, err } = await check
    expect(err).toBe('')
    expect(out).toMatch(/^The content is sound: /)
    expect(code).toBe(0)
  })

  it('has an example answer that answers its example', () => {
    expect(outputs.progress[KIND]).toBe('done')
  })

  it('reaches the page of its part on the site, for a screen and for a pen', () => {
    const pages = Object.entries(outputs.site).filter(([, html]) => html.includes(`data-id="${EXERCISE}"`))
    expect(pages).toHaveLength(1)
    const [[, html] = ['', '']] = pages
    expect(html).toContain(`<div class="${KIND}" data-state="open">`)
    expect(html).toContain(`<div class="paper-${KIND}">`)
    // Beside the lesson: the pages that gather what was done everywhere.
    expect(outputs.site['take-home.html']).toContain(COMMENT)
  })

  it('reaches the workbook with all that it asks, and with nothing that it reveals', () => {
    for (const text of [QUESTION, OPTION, 'What have you seen that makes you think so?'])
      expect(outputs.workbook).toContain(text)
    expect(outputs.workbook).toContain(`data-kind="${KIND}"`)
    expect(outputs.workbook).not.toContain(COMMENT)
  })

  it('reaches the guide: its script, what the results show, and its part of the answer key', () => {
    expect(outputs.guide).toContain('Count half a minute of silence, then ask for hands.')
    for (const text of ['What to say about it', OPTION, COMMENT]) expect(outputs.guide).toContain(text)
    // Beside its script, as the screen shows it, and among the answers in full at the guide's end.
    expect(outputs.guide.split(COMMENT)).toHaveLength(3)
  })

  it('is refused by `npm run check` without what a surface needs, and where it names what is not there', async () => {
    rmSync(join(FOLDER, `${PREFIX}Paper.vue`))
    rmSync(join(FOLDER, `${PREFIX}Results.vue`))
    const [module] = readdirSync(join(kit.root, 'content/modules'))
    const file = `content/modules/${module}/exercises/${EXERCISE}.yaml`
    kit.change(file, '- option: name', '- option: nmae')
    const { code, err } = await run('commands/run.mjs', 'commands/check.ts')
    expect(code).toBe(1)
    expect(err).toContain(`${file}:3:7  exercise/kind
  Expected ${PREFIX}Paper.vue in the folder of the kind "${KIND}", found none.
      3 | kind: ${KIND}
        |       ${'^'.repeat(KIND.length)}
  Hint: write components/exercises/${KIND}/${PREFIX}Paper.vue; components/exercises/_template shows what it holds.
`)
    expect(err).toContain(`Expected ${PREFIX}Results.vue in the folder of the kind "${KIND}", found none.`)
    expect(err).toContain('exercise/option\n  Expected the id of an option, found "nmae".')
    expect(err).toContain('Hint: did you mean `name`?')
    expect(err.match(/^content\//gm)).toHaveLength(3)
  })

  it('is refused when its words are missing, before its record is read', async () => {
    rmSync(join(FOLDER, 'labels.ts'))
    const { code, err } = await run('commands/run.mjs', 'commands/check.ts')
    expect(code).toBe(1)
    expect(err).toContain(`Expected labels.ts in the folder of the kind "${KIND}", found none.`)
  })
})
