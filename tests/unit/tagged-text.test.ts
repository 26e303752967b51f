import { describe, expect, it } from 'vitest'

import { readContent } from '../../handouts/pdf/marked-content'
import { taggedText } from '../../handouts/pdf/tagged-text'

const capitals = (codes: ArrayLike<number>) => String.fromCharCode(...Array.from(codes)).toUpperCase()
const asWritten = (codes: ArrayLike<number>) => String.fromCharCode(...Array.from(codes))

function read(content: string, all = false): string {
  const read = readContent(new Uint8Array(Buffer.from(content, 'latin1')), {
    mcidOf: properties => (/MCID (\d+)/.test(properties) ? 1 : undefined),
    drawn: () => 'words',
  })
  return taggedText(
    read,
    {
      font: name => ({ '/F1': asWritten, '/F2': capitals })[name],
      form: (name, all) => `[${name} ${all ? 'all' : 'its own'}]`,
    },
    all,
  )
}

const P = '/P <</MCID 0>> BDC'

describe('what a page says to a reader', () => {
  it.each([
    ['text that is tagged, and no other', `BT /F1 9 Tf (foot) Tj ${P} (words) Tj EMC (more) Tj ET`, 'words'],
    ['not what is an artifact', '/Artifact BMC BT /F1 9 Tf (foot) Tj ET EMC', ''],
    [
      'strings between kernings, in digits or in letters',
      `/F1 9 Tf ${P} [(ab) -20 <6364> 3 (e\\)f)] TJ EMC`,
      'abcde)f',
    ],
    [
      'an odd last digit as if a zero followed, and digits with spaces between',
      `/F1 9 Tf ${P} <6 1 62 7> Tj EMC`,
      'abp',
    ],
    ['the last operand of those that also set spaces', `/F1 9 Tf ${P} 1 2 (words) " (and) ' EMC`, 'wordsand'],
    ['each font by its own map', `${P} /F1 9 Tf (a) Tj /F2 9 Tf (b) Tj EMC`, 'aB'],
    ['the earlier font again after Q', `${P} /F1 9 Tf q /F2 9 Tf (a) Tj Q (b) Tj EMC`, 'Ab'],
    ['nothing in a font that has no map', `${P} /F9 9 Tf (a) Tj EMC`, ''],
    [
      'all of a form within what is tagged, and what another tags itself',
      `${P} /X1 Do EMC /X2 Do`,
      '[/X1 all][/X2 its own]',
    ],
    ['what is marked within what is tagged', `/F1 9 Tf ${P} /Span BMC (a) Tj EMC (b) Tj EMC (c) Tj`, 'ab'],
  ])('%s', (_, content, expected) => {
    expect(read(content)).toBe(expected)
  })

  it('everything, for a form that is within what is tagged', () => {
    expect(read('/F1 9 Tf (a) Tj', true)).toBe('a')
  })
})
