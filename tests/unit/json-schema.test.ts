import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { exerciseJsonSchema, jsonSchemas } from '../../model/json-schema'

const ROOT = resolve(import.meta.dirname, '../..')
const contentFiles = readdirSync(`${ROOT}/content`, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.yaml'))
  .map(name => `content/${name.replaceAll('\\', '/')}`)
const settings = JSON.parse(readFileSync(`${ROOT}/.vscode/settings.json`, 'utf8')) as {
  'yaml.schemas': Record<string, string>
}
const wired = Object.entries(settings['yaml.schemas'])
const matches = (file: string, glob: string) =>
  new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`).test(file)

describe('the schemas that an editor reads', () => {
  it.each(Object.entries(jsonSchemas()))(
    '%s is the one that `npm run check` holds content against',
    async (name, schema) => {
      await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(
        `../../.vscode/schemas/${name}.schema.json`,
      )
    },
  )

  it('tell an author what a field is for', () => {
    expect(JSON.stringify(jsonSchemas().exercise)).toContain(
      '"description":"What to do, as the slide and the worksheet say it.',
    )
    expect(JSON.stringify(jsonSchemas().workshop)).toContain(
      '"description":"Minutes, breaks included; the activities must add up to it."',
    )
  })

  it.each(contentFiles)('%s has exactly one of them', file => {
    expect(wired.filter(([, glob]) => matches(file, glob)).map(([path]) => path)).toHaveLength(1)
  })

  it.each(contentFiles)('%s satisfies its own', file => {
    const [path] = wired.find(([, glob]) => matches(file, glob))!
    const record = parse(readFileSync(`${ROOT}/${file}`, 'utf8')) as Record<string, unknown>
    const name = path.match(/(\w+)\.schema\.json$/)![1]!
    const schema =
      name === 'exercise' ? exerciseJsonSchema(String(record.kind), 'repeats' in record) : jsonSchemas()[name]
    const read = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
    expect(read.safeParse(record).error?.issues ?? []).toEqual([])
    expect(read.safeParse({ ...record, unheardOf: 1 }).success, 'a field of no schema').toBe(false)
  })
})
