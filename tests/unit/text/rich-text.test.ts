import { describe, expect, it } from 'vitest'

import { prose } from '../../../components/text/prose'
import { citation } from '../../../components/text/reference'
import { citesIn, plainText } from '../../../components/text/rich-text'
import { readBlocks } from '../../../model/markdown'

describe('a sentence that an author writes in YAML', () => {
  it.each([
    ['plain words', 'Go out at 9:30; it is 1 < 2 & fine.', ['Go out at 9:30; it is 1 < 2 & fine.']],
    ['emphasis', 'Go *out* **now**.', ['Go ', { em: ['out'] }, ' ', { strong: ['now'] }, '.']],
    ['emphasis at the beginning', '**Now** go.', [{ strong: ['Now'] }, ' go.']],
    ['a link', 'See [this](https://example.org).', ['See ', { link: 'https://example.org', text: ['this'] }, '.']],
    ['a citation', 'It is so [@ibarra2016].', ['It is so ', { cite: ['ibarra2016'] }, '.']],
    ['two sources in one citation', 'So [@a1; @b_2].', ['So ', { cite: ['a1', 'b_2'] }, '.']],
    ['a citation inside emphasis', 'So *it is [@a1]*.', ['So ', { em: ['it is ', { cite: ['a1'] }] }, '.']],
    ['a line that goes on below', 'One\n  line.', ['One line.']],
  ])('keeps %s', (_, text, rich) => {
    expect(prose().parse(text)).toEqual(rich)
  })

  it.each([
    ['raw HTML', 'Go <b>out</b>.', 'raw HTML'],
    ['an image', 'Go ![out](out.png).', 'an image'],
    ['a list', '- Go out.', 'a list'],
    ['a heading', '# Go out', 'a heading'],
    ['code', 'Go `out`.', 'code'],
    ['a second paragraph', 'Go.\n\nOut.', 'a second paragraph'],
    ['a link that runs a program', '[Go](javascript:out)', 'a link to "javascript:out"'],
  ])('refuses %s and says what it found', (_, text, found) => {
    const issues = prose().safeParse(text).error!.issues
    expect(issues[0]!.message).toContain(`found ${found}`)
  })

  it('has a length that is counted in what the author wrote', () => {
    expect(prose({ max: 10 }).safeParse('0123456789').success).toBe(true)
    expect(prose({ max: 10 }).safeParse('0123456789a').success).toBe(false)
  })

  it('reads simple words as the Markdown reader would, only faster', () => {
    for (const text of [
      'Go out. “Now”, she said; it’s 5 – 6 # 7 + 8 = 9 ~ x!',
      '(In brackets) - and a dash',
      '“Quoted” words: and a colon',
    ])
      expect(prose().parse(text)).toEqual((readBlocks(text, () => {})[0] as { text: unknown }).text)
  })
})

describe('the words of a sentence', () => {
  const text = prose().parse('Go *out* [now](https://example.org), **Ada** [@a1].')

  it('are what a screen reader says: without marks and citations', () => {
    expect(plainText(text)).toBe('Go out now, Ada.')
    expect(plainText('  one \n two  ')).toBe('one two')
  })

  it('carry their sources, in order, from inside emphasis and links too', () => {
    expect(citesIn(prose().parse('So [@b], *so [@a]*, [so [@c]](https://example.org).'))).toEqual(['b', 'a', 'c'])
  })
})

describe('a lesson', () => {
  it('is read block by block, with its exercises in place', () => {
    const refused: string[] = []
    const blocks = readBlocks(
      '# One\n\nTwo at 9:30:here.\n\n::exercise{#three}\n\n1. four\n2. five\n\n> six\n\n```\nseven\n```\n',
      ({ node, line }) => refused.push(`${node.type}:${line}`),
    )
    expect(blocks).toEqual([
      { type: 'heading', depth: 1, text: ['One'] },
      { type: 'paragraph', text: ['Two at 9:30:here.'] },
      { type: 'exercise', id: 'three' },
      { type: 'list', ordered: true, items: [['four'], ['five']] },
      { type: 'quote', text: [['six']] },
    ])
    expect(refused).toEqual(['code:12'])
  })
})

describe('a citation as it is shown', () => {
  const labels = { and: 'and', others: 'et al.', undated: 'n.d.', contested: 'contested', retracted: 'retracted' }
  const source = { type: 'article', title: 'On walks', year: 2014, standing: 'uncontested', seen: 'abstract' } as const

  it.each([
    [['Epley, Nicholas'], 'Epley, 2014'],
    [['Epley, Nicholas', 'Schroeder, Juliana'], 'Epley and Schroeder, 2014'],
    [['Casciaro, Tiziana', 'Gino, Francesca', 'Kouchaki, Maryam'], 'Casciaro et al., 2014'],
    [['World Health Organization'], 'World Health Organization, 2014'],
    [[], 'On walks, 2014'],
  ])('names %j as "%s"', (authors, shown) => {
    expect(citation({ ...source, authors }, labels)).toBe(shown)
  })

  it('says that a source has no date', () => {
    expect(citation({ ...source, authors: ['Epley, Nicholas'], year: undefined }, labels)).toBe('Epley, n.d.')
  })

  it('never names a doubtful source without its doubt', () => {
    expect(citation({ ...source, authors: ['Gino, Francesca'], standing: 'retracted' }, labels)).toBe(
      'Gino, 2014, retracted',
    )
    expect(citation({ ...source, authors: ['Casciaro, Tiziana'], standing: 'contested' }, labels)).toBe(
      'Casciaro, 2014, contested',
    )
  })
})
