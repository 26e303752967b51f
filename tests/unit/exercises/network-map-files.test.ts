import { describe, expect, it } from 'vitest'

import { kind } from '../../../components/exercises/network-map/answer'
import { asCsv } from '../../../components/exercises/network-map/files/csv'
import { asGraphml } from '../../../components/exercises/network-map/files/graphml'
import { asSaved, readSaved } from '../../../components/exercises/network-map/files/saved'
import { asSvg } from '../../../components/exercises/network-map/files/svg'
import { xml } from '../../../components/exercises/network-map/files/xml'
import type { Network, Person } from '../../../components/exercises/network-map/map'
import { sceneOf } from '../../../components/exercises/network-map/scene'
import type { NetworkMap } from '../../../components/exercises/network-map/schema'
import { examples } from '../../fixtures/examples'

const example = examples.find(({ name }) => name === 'network-map')!
const record = example.learner as unknown as NetworkMap
const stored = kind.read(example.stored.answer, example.stored.version, record)!

/** Codes that would break a file that is put together carelessly. */
const ODD = ['a,"b"', '=1+1', '<b>&', '@x', 'ø\u202E', '👩‍🚀', "O'N", ' - ']
const odd: Network = {
  people: ODD.map((code, index): Person => ({
    id: index + 1,
    code,
    ring: index % 2,
    from: ['asked'],
    bins: index % 2 ? { field: 'care' } : {},
  })),
  ties: [
    [1, 2],
    [2, 3],
  ],
}

/** RFC 4180, as a spreadsheet reads it, which takes a byte order mark for a sign that this is UTF-8. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  expect(text[0]).toBe('\uFEFF')
  for (const [, quoted, bare, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && bare === '' && end === '') continue
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare!)
    if (end === '\r\n') rows.push([])
  }
  return rows.filter(row => row.length)
}

describe('the table of a map', () => {
  it('has a row for each person, with all that is known, and whom they know', () => {
    const [head, ...rows] = readCsv(asCsv(stored.network, record))
    expect(head).toEqual(['id', 'code', 'closeness', 'field', 'contact', 'prompts', 'dormant', 'knows'])
    expect(rows).toEqual([
      ['1', 'AB', 'Close to me', 'care', 'this year', 'asked', 'no', 'CD'],
      ['2', 'CD', 'Close to me', 'care', '', 'asked news', 'no', 'AB; EF'],
      ['3', 'EF', 'Further away', 'craft', 'this year', 'news', 'no', 'CD'],
      ['4', 'GH', 'Further away', 'office', 'years ago', 'lost', 'yes', ''],
    ])
  })

  it('reads back whatever a code is made of, and runs none of it', () => {
    const [, ...rows] = readCsv(asCsv(odd, record))
    expect(rows.map(([, code]) => code)).toEqual(ODD.map(code => (/^ ?[-=@]/.test(code) ? `'${code}` : code)))
    expect(rows.every(row => row.length === 8)).toBe(true)
  })
})

/** What stands in a document of ours, whose elements are never nested in their own kind. */
const elements = (document: string, name: string) =>
  [...document.matchAll(new RegExp(`<${name}\\b([^>]*?)(?:/>|>(.*?)</${name}>)`, 'gs'))].map(
    ([, attributes, inner]) => ({
      ...Object.fromEntries([...attributes!.matchAll(/([\w.]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
      inner: inner ?? '',
    }),
  ) as (Record<string, string> & { inner: string })[]
const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

describe('the network of a map', () => {
  it('has a node for each person, an edge for each tie, and declares every key that it uses', () => {
    const graphml = asGraphml(odd, record)
    const nodes = elements(graphml, 'node')
    expect(nodes.map(({ id }) => id)).toEqual(odd.people.map(({ id }) => `n${id}`))
    expect(
      nodes.map(({ inner }) => unescaped(elements(inner, 'data').find(({ key }) => key === 'code')!.inner)),
    ).toEqual(ODD)
    expect(elements(graphml, 'edge').map(({ source, target }) => [source, target])).toEqual([
      ['n1', 'n2'],
      ['n2', 'n3'],
    ])
    const declared = elements(graphml, 'key').map(({ id }) => id)
    const used = nodes.flatMap(({ inner }) => elements(inner, 'data').map(({ key }) => key))
    expect(declared).toEqual(expect.arrayContaining([...new Set(used)]))
    expect(graphml).toContain('edgedefault="undirected"')
  })

  it('holds no character that XML has not', () => {
    expect(xml('a\u0000\u001B\uD800b<&>"\uFFFE 👩')).toBe('ab&lt;&amp;&gt;&quot; 👩')
  })
})

describe('the drawing of a map', () => {
  it('has letters as large as its people leave room for, and nothing beyond its edges', () => {
    const letters = [3, 40].map(count => {
      const people = Array.from({ length: count }, (_, id): Person => ({ id, code: `P${id}`, from: [], bins: {} }))
      const svg = asSvg(sceneOf({ people, ties: [] }, { record, asked: people }), ['Near', 'Far'], 'you', ['a'], '')
      const [, x, y, wide, high] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)!.map(Number)
      const places = [...svg.matchAll(/translate\((\S+) (\S+)\)">/g)].map(([, ...at]) => at.map(Number))
      const plate = Number(/<g [^>]*><rect x="-([\d.]+)"/.exec(svg)![1])
      expect(places).toHaveLength(count)
      for (const [left, top] of places as [number, number][]) {
        expect(left - plate - 1).toBeGreaterThanOrEqual(x!)
        expect(left + plate + 1).toBeLessThanOrEqual(x! + wide!)
        expect(top).toBeLessThan(y! + high!)
      }
      return (16 * 1200) / wide!
    })
    expect(letters[0]).toBeGreaterThan(55)
    expect(letters[1]).toBeGreaterThan(30)
  })

  it('stands alone: everybody, every tie, and all of it in words', () => {
    const scene = sceneOf(odd, { record, asked: odd.people, groupBy: 'field' })
    const svg = asSvg(scene, record.closeness.rings, 'you', ['double edge: <alone>'], 'All of <it> in "words".')
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(elements(svg, 'title')[0]!.inner).toBe('All of &lt;it&gt; in &quot;words&quot;.')
    expect(elements(svg, 'line')).toHaveLength(2)
    expect(elements(svg, 'text').at(-1)!.inner).toBe('double edge: &lt;alone&gt;')
    expect(elements(svg, 'g')).toHaveLength(ODD.length)
    expect(elements(svg, 'path')).toHaveLength(ODD.length / 2)
    expect(svg).not.toMatch(/NaN|undefined|href|style=|<b>/)
  })
})

describe('a map that is saved', () => {
  it('is loaded again as it was', () => {
    expect(readSaved(asSaved(stored), record)).toEqual(stored)
    expect(readSaved(asSaved({ ...stored, network: odd }), record)!.network.people.map(({ code }) => code)).toEqual(
      // A code is one line, without blanks at its ends.
      ODD.map(code => code.trim()),
    )
  })

  it('is brought up to date where an earlier version saved it', () => {
    const saved = { format: 'network-map', version: 2, answer: { people: [{ id: 1, code: 'AB', ring: 0 }], ties: [] } }
    expect(readSaved(JSON.stringify(saved), record)!.network.people).toMatchObject([{ id: 1, code: 'AB', ring: 0 }])
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{"format":'],
    ['a list', '[]'],
    ['another format', JSON.stringify({ format: 'workshop-answers', version: 1, answer: {} })],
    ['a version that is none', JSON.stringify({ format: 'network-map', version: '3', answer: {} })],
    ['a newer version', JSON.stringify({ format: 'network-map', version: 99, answer: {} })],
    ['an answer that is none', JSON.stringify({ format: 'network-map', version: 3, answer: [] })],
    ['more than any map is', JSON.stringify({ format: 'network-map', version: 3, answer: { note: 'x'.repeat(1e6) } })],
  ])('is not taken from %s', (_, text) => {
    expect(readSaved(text, record)).toBeUndefined()
  })
})
