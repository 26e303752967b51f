import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import type { Problem } from '../../../model/problem'
import { formatProblem } from '../../../model/problem'
import { sampleWorkshop } from '../../fixtures/sample'
import { mutations, seeded } from './mutations'

const CASES_A_FILE = 20

const sample = sampleWorkshop()
afterAll(() => sample.dispose())
const files = [
  'slides.md',
  ...readdirSync(join(sample.root, 'content'), { recursive: true, encoding: 'utf8' })
    .map(name => `content/${name.replaceAll('\\', '/')}`)
    .filter(name => /\.(?:yaml|md)$/.test(name))
    .sort(),
]

describe('a workshop with a slip in one of its files', () => {
  it.each(files)(
    '%s: every slip gives a located problem or a sound workshop, never a crash',
    { timeout: 120_000 },
    async file => {
      const text = sample.read(file)
      const kinds = Object.entries(mutations)
      const pick = seeded(file.length * 7919 + text.length)
      let broken = 0
      for (let nth = 0; nth < CASES_A_FILE; nth++) {
        const [name, mutate] = kinds[nth % kinds.length]!
        const changed = mutate(text, pick)
        sample.write(file, changed)
        const told = `case ${nth}, ${name}, gives:\n${changed.slice(0, 3000)}`
        const { workshop, problems } = await sample.check().catch((error: unknown) => {
          throw new Error(`Crashed at ${told}`, { cause: error })
        })
        expect(workshop === undefined, told).toBe(problems.length > 0)
        for (const problem of problems) expect(faultOf(problem), `${formatProblem(problem)}\n${told}`).toBe('')
        broken += problems.length ? 1 : 0
      }
      sample.write(file, text)
      expect(broken, 'slips that were noticed').toBeGreaterThan(0)
    },
  )
})

/** What is wrong with a problem as an author would read it. */
function faultOf(problem: Problem): string {
  const { file, line, column, message, hint } = problem
  const path = join(sample.root, file)
  if (!existsSync(path)) return /found (?:none|no )/.test(message) ? '' : 'it names a file that is not there'
  const lines = statSync(path).isDirectory() ? [''] : readFileSync(path, 'utf8').split('\n')
  if (line < 1 || line > lines.length) return 'its line is not in the file'
  if (column < 1 || column > lines[line - 1]!.length + 1) return 'its column is not in the line'
  const printed = formatProblem(problem)
  const own = `${message}\n${hint ?? ''}`
  if (/\bundefined\b|\[object|\bNaN\b/.test(own)) return 'it shows a value of the program'
  if (printed.includes(sample.root)) return 'it shows a path of this machine'
  return /^Expected .+, found /s.test(message) && hint
    ? ''
    : 'it does not say what was expected and found, and what to do'
}
