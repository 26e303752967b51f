import { describe, expect, it } from 'vitest'

import { operand, readOperations } from '../../handouts/pdf/content'
import type { Resources } from '../../handouts/pdf/marked-content'
import { readContent } from '../../handouts/pdf/marked-content'
import type { Surroundings } from '../../handouts/pdf/marks'
import { markArtifacts } from '../../handouts/pdf/marks'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const operators = (text: string) =>
  readOperations(bytesOf(text)).map(operation => [
    operation.name,
    Array.from({ length: operation.operands.length / 2 }, (_, index) => operand(bytesOf(text), operation, index)),
  ])

describe('a content stream is read operator by operator', () => {
  it.each([
    [
      'numbers and names',
      '1 0 0 -1 .5 +2 cm /G3 gs',
      [
        ['cm', ['1', '0', '0', '-1', '.5', '+2']],
        ['gs', ['/G3']],
      ],
    ],
    [
      'nothing between the tokens',
      "[(a)-5(b)]TJ/F1 12 Tf(x)'",
      [
        ['TJ', ['[(a)-5(b)]']],
        ['Tf', ['/F1', '12']],
        ["'", ['(x)']],
      ],
    ],
    [
      'strings that hold brackets and operators',
      '(a(b)\\)Q) Tj <51> Tj',
      [
        ['Tj', ['(a(b)\\)Q)']],
        ['Tj', ['<51>']],
      ],
    ],
    [
      'dictionaries in dictionaries',
      '/P <</MCID 3 /A <</B [1 (>>)]>>>> BDC EMC',
      [
        ['BDC', ['/P', '<</MCID 3 /A <</B [1 (>>)]>>>>']],
        ['EMC', []],
      ],
    ],
    [
      'comments',
      'q % Q\nQ',
      [
        ['q', []],
        ['Q', []],
      ],
    ],
    ['words that are operands', 'true false null x', [['x', ['true', 'false', 'null']]]],
    [
      'an inline image that holds EI',
      'BI /W 1 /H 1 ID \x01 EI\x02 Q EI\nQ',
      [
        ['BI', []],
        ['Q', []],
      ],
    ],
  ])('%s', (_, content, expected) => {
    expect(operators(content)).toEqual(expected)
  })
})

const about: Resources & Surroundings = {
  mcidOf: properties => (/MCID (\d+)/.exec(properties) ? Number(/MCID (\d+)/.exec(properties)![1]) : undefined),
  drawn: name => (name === '/Tagged' ? 'tagged' : 'picture'),
  release: mcid => mcid >= 90,
  descend: () => {},
}
const marked = (content: string, surroundings = about) =>
  Buffer.from(markArtifacts(readContent(bytesOf(content), surroundings), surroundings))
    .toString('latin1')
    .replace(/\s+/g, ' ')

describe('what is outside marked content becomes an artifact', () => {
  it.each([
    ['text as one', 'BT /F1 9 Tf (1 / 3) Tj ET', '/Artifact BMC BT /F1 9 Tf (1 / 3) Tj ET EMC'],
    [
      'neighbours together, with the colour between them',
      '0 g 1 1 2 2 re f 1 g 3 3 m 4 4 l S',
      '0 g /Artifact BMC 1 1 2 2 re f 1 g 3 3 m 4 4 l S EMC',
    ],
    ['not across q and Q', 'q /X1 Do Q /X2 Do', 'q /Artifact BMC /X1 Do EMC Q /Artifact BMC /X2 Do EMC'],
    [
      'not a state or a clipping path alone',
      'q 1 0 0 1 0 0 cm 0 0 9 9 re W n /G gs BT /F1 9 Tf ET Q',
      'q 1 0 0 1 0 0 cm 0 0 9 9 re W n /G gs BT /F1 9 Tf ET Q',
    ],
    [
      'not what is tagged or marked already',
      '/P <</MCID 1>> BDC (a) Tj EMC /Artifact BMC f EMC',
      '/P <</MCID 1>> BDC (a) Tj EMC /Artifact BMC f EMC',
    ],
    [
      'a replacement text with its text object',
      'BT /Span <</ActualText (fi)>> BDC <01> Tj EMC <02> Tj ET',
      '/Artifact BMC BT /Span <</ActualText (fi)>> BDC <01> Tj EMC <02> Tj ET EMC',
    ],
    [
      'text before and after tagged text in one text object',
      'BT (a) Tj /P <</MCID 1>> BDC (b) Tj EMC (c) Tj ET',
      'BT /Artifact BMC (a) Tj EMC /P <</MCID 1>> BDC (b) Tj EMC /Artifact BMC (c) Tj EMC ET',
    ],
    ['inside a sequence that ties to nothing', '/Span BMC (a) Tj EMC', '/Span BMC /Artifact BMC (a) Tj EMC EMC'],
    [
      'what follows a tagged sequence that crosses Q',
      'q /P <</MCID 1>> BDC f Q EMC f',
      'q /P <</MCID 1>> BDC f Q EMC /Artifact BMC f EMC',
    ],
    [
      'an image, a shading and an inline image',
      '/X1 Do /S1 sh BI /W 1 ID x EI',
      '/Artifact BMC /X1 Do /S1 sh BI /W 1 ID x EI EMC',
    ],
    ['not a form that has tags of its own', 'f /Tagged Do f', '/Artifact BMC f EMC /Tagged Do /Artifact BMC f EMC'],
    ['tagged decoration', '/Table <</MCID 90>> BDC 0 0 1 1 re f EMC', '/Artifact BMC 0 0 1 1 re f EMC'],
    [
      'tagged decoration only where it has no words',
      '/P <</MCID 91>> BDC 0 0 1 1 re f (a) Tj EMC',
      '/P <</MCID 91>> BDC 0 0 1 1 re f (a) Tj EMC',
    ],
    [
      'tagged decoration only outside what is tagged',
      '/P <</MCID 91>> BDC /P <</MCID 92>> BDC f EMC EMC',
      '/P <</MCID 91>> BDC /P <</MCID 92>> BDC f EMC EMC',
    ],
  ])('%s', (_, content, expected) => {
    expect(marked(content)).toBe(expected)
  })

  it('asks a form with tags of its own to see to itself, once it is outside them', () => {
    const descended: string[] = []
    marked('/Tagged Do /P <</MCID 1>> BDC /Tagged Do EMC', { ...about, descend: name => descended.push(name) })
    expect(descended).toEqual(['/Tagged'])
  })
})
