import process from 'node:process'

import { beforeAll, describe, expect, it } from 'vitest'

import { checkPicture } from '../../components/findings/check'
import type { Picture } from '../../components/findings/schema'
import { pictureSchema } from '../../components/findings/schema'
import { areFew, blockOf, dotsPath, FIELD, rowPath } from '../../components/findings/shapes'
import { changeOf, noteOf, partsOf } from '../../components/findings/words'
import { loadOrThrow } from '../../model/load'
import { pictureInWords } from '../fixtures/picture-words'
import { picturesOf } from '../fixtures/pictures'
import { context } from '../fixtures/workshop-context'

const read = (picture: object) => pictureSchema.parse({ what: 'What', ...picture })
const parts = (picture: object, language = 'en') => partsOf(read(picture), { ...context, language })
const note = (picture: object) => noteOf(read(picture), context)

/** Every number that stands in a value, as itself. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

describe('a picture says its numbers in words', () => {
  it('of a hundred: the guess, if there is one, and what was found', () => {
    expect(parts({ kind: 'of-100', guessed: 47, guessedIs: 'about', found: 40 })).toEqual([
      { label: 'Guessed', value: 'about 47 of 100' },
      { label: 'Found', value: '40 of 100' },
    ])
    expect(parts({ kind: 'of-100', found: 33, foundIs: 'most' })).toEqual([
      { label: 'Found', value: 'at most 33 of 100' },
    ])
  })

  it('of ten thousand, in the way its language writes numbers', () => {
    const few = { kind: 'in-10000', rows: [{ label: 'before', n: 16 }] }
    expect(parts(few)).toEqual([{ label: 'before', value: '16 of 10,000' }])
    expect(parts(few, 'de')).toEqual([{ label: 'before', value: '16 of 10.000' }])
  })

  it('of shares, to the tenth that was found', () => {
    const shares = [
      { label: 'often', percent: 16.7 },
      { label: 'rarely', percent: 27.8 },
    ]
    expect(parts({ kind: 'bars', bars: shares }).map(({ value }) => value)).toEqual(['16.7%', '27.8%'])
    expect(parts({ kind: 'bars', bars: shares }, 'de')[0]!.value).toBe('16,7%')
  })

  it('of a ladder: places, and that they are no amounts', () => {
    const ladder = {
      kind: 'ladder',
      rungs: [
        { label: 'middle', place: 1 },
        { label: 'near', place: 2 },
        { label: 'far', place: 2 },
      ],
    }
    expect(parts(ladder).map(({ value }) => value)).toEqual(['1', '2', '2'])
    expect(note(ladder)).toBe(context.labels.findings.orderAlone)
  })

  it('of before and after: both, and how far apart they are, unless they can be counted', () => {
    const of = (before: number, after: number) => ({
      kind: 'before-after',
      before: { label: 'before', value: before },
      after: { label: 'after', value: after },
    })
    expect(parts(of(100, 108.1)).map(({ value }) => value)).toEqual(['100', '108.1'])
    expect(note(of(100, 108.1))).toBe('8.1% more')
    expect(note(of(200, 150))).toBe('25% less')
    expect(note(of(100, 100))).toBe('')
    expect(note(of(3, 5))).toBe('')
    expect(changeOf(read(of(3, 5)) as never)).toBe(66.7)
  })
})

describe('a picture is drawn from its data', () => {
  const dots = (path: string) => path.split('M').length - 1

  it('a dot for each person, ten a row, from the top', () => {
    expect([0, 1, 40, 100].map(n => dots(dotsPath(n)))).toEqual([0, 1, 40, 100])
    expect(dotsPath(11)).toMatch(/M5 15h\.01$/)
    expect(dots(rowPath(5))).toBe(5)
  })

  it('ten thousand bricks as rows and columns that leave nothing where they cross', () => {
    const rows = [...FIELD.matchAll(/M0 (\d+)h200v1h-200z/g)].map(([, y]) => Number(y))
    const columns = [...FIELD.matchAll(/M(\d+) 0h2v200h-2z/g)].map(([, x]) => Number(x))
    expect(rows).toEqual(Array.from({ length: 100 }, (_, at) => 2 * at))
    expect(columns).toEqual(Array.from({ length: 50 }, (_, at) => 4 * at))
    // Each row has a brick before each column and, where it is not, each column has one of its own.
    expect(rows.length * columns.length * 2).toBe(10_000)
  })

  it.each([1, 2, 3, 7, 16, 28, 99, 100, 2500])('%i of them as a block of so many cells', n => {
    const { path, width, height } = blockOf(n)
    expect(area(path)).toBe(4 * n)
    expect(Math.max(width, height)).toBeLessThanOrEqual(100)
    expect(width - height).toBeLessThanOrEqual(2)
  })

  it('a handful is people, the rest bars', () => {
    expect([areFew(3, 5), areFew(12), areFew(13), areFew(3, 5.5)]).toEqual([true, true, false, false])
  })
})

/** What a path of straight lines holds, by the shoelace formula. */
function area(path: string): number {
  const corners: [number, number][] = []
  let [x, y] = [0, 0]
  for (const [, command, numbers] of path.matchAll(/([MHV])([\d. ]+)/g)) {
    const [first, second] = numbers!.trim().split(' ').map(Number)
    if (command === 'M') [x, y] = [first!, second!]
    else if (command === 'H') x = first!
    else y = first!
    corners.push([x, y])
  }
  const twice = corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) / 2
}

describe('a picture is held to its finding', () => {
  const complaints = (picture: object, finding: string, caveat = '') => {
    const found: string[] = []
    checkPicture({ finding: [finding], caveat: [caveat], picture: read(picture) }, [], path =>
      found.push(path.join('.')),
    )
    return found
  }

  it('by each number that either sentence can tell', () => {
    const picture = { kind: 'of-100', guessed: 47, found: 40 }
    expect(complaints(picture, 'They guessed 47; it was 40.')).toEqual([])
    expect(complaints(picture, 'They guessed 47.', 'It was 40 in one place.')).toEqual([])
    expect(complaints(picture, 'They guessed 470 and found 4.')).toEqual(['picture.guessed', 'picture.found'])
  })

  it('in the way that languages write numbers', () => {
    const bars = { kind: 'bars', bars: [{ label: 'a', percent: 16.7 }, { label: 'b', percent: 20 }] } // prettier-ignore
    expect(complaints(bars, 'Es waren 16,7 und 20 Prozent.')).toEqual([])
    expect(complaints(bars, 'It was 16.5 and 20 per cent.')).toEqual(['picture.bars.0.percent'])
  })

  it('of ten thousand in numbers or in per cent', () => {
    const few = { kind: 'in-10000', rows: [{ label: 'a', n: 16 }] }
    expect(complaints(few, 'They were 16 of 10,000.')).toEqual([])
    expect(complaints(few, 'It was 0.16%.')).toEqual([])
    expect(complaints(few, 'It was 1.6%.')).toEqual(['picture.rows.0.n'])
  })

  it('by the change where that is what was found', () => {
    const picture = {
      kind: 'before-after',
      before: { label: 'a', value: 100 },
      after: { label: 'b', value: 108.1 },
    }
    expect(complaints(picture, 'It rose by 8.1%.')).toEqual([])
    expect(complaints(picture, 'It rose.')).toEqual(['picture.after.value'])
  })

  it('not where words tell it: nobody, everyone, a bound, a handful', () => {
    expect(complaints({ kind: 'of-100', found: 33, foundIs: 'most' }, 'Under a third.')).toEqual([])
    expect(complaints({ kind: 'of-100', guessed: 0, found: 100 }, 'Every one.')).toEqual([])
  })
})

describe('the pictures of the workshop in content/', () => {
  let pictures: Picture[] = []
  beforeAll(async () => {
    pictures = picturesOf(await loadOrThrow(process.cwd()))
  })

  it('say every number of their data, and no other one', () => {
    for (const picture of pictures) {
      const { what, ...data } = picture
      const all = { 'of-100': [100], 'in-10000': [10_000], 'bars': [], 'ladder': [], 'before-after': [] }[picture.kind]
      const change = picture.kind === 'before-after' ? [Math.abs(changeOf(picture))] : []
      const said = [
        ...pictureInWords(picture, context)
          .slice(what.length)
          .matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g),
      ]
      const numbers = said.map(([number]) => Number(number.replaceAll(',', '')))
      const wanted = numbersIn(data)
      expect(numbers, what).toEqual(expect.arrayContaining(wanted))
      const labelled =
        JSON.stringify(data)
          .match(/"label":"[^"]*\d[^"]*"/g)
          ?.join(' ') ?? ''
      const strange = numbers.filter(n => ![...wanted, ...all, ...change].includes(n) && !labelled.includes(String(n)))
      expect(strange, what).toEqual([])
    }
  })
})
