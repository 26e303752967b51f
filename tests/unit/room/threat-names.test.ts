import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8').replaceAll('’', "'")

it('every threat that room/README.md names has a block of its name in threats.test.ts, and the other way round', () => {
  const [, table = ''] = read('../../../room/README.md').split('| threat | defence |')
  const threats = [...table.matchAll(/^\| (?!-)([^|]+) \|/gm)].map(([, threat]) => threat)
  const blocks = [...read('threats.test.ts').matchAll(/^describe\('(.+)', \(\) => \{$/gm)].map(([, name]) => name)
  expect(threats.length).toBeGreaterThan(10)
  expect(blocks).toEqual(threats)
})
