import { describe, expect, it } from 'vitest'

import { readToUnicode } from '../../handouts/pdf/to-unicode'

const map = (entries: string, codes = '<0000> <FFFF>') =>
  readToUnicode(`1 begincodespacerange\n${codes}\nendcodespacerange\n${entries}\nendcmap`)

describe("a font's map to characters", () => {
  it('gives single codes their characters, several for a ligature', () => {
    const decode = map('3 beginbfchar\n<0003> <0020>\n<0024> <0041>\n<01F0> <00660066>\nendbfchar')
    expect(decode([0x00, 0x24, 0x00, 0x03, 0x01, 0xf0])).toBe('A ff')
  })

  it('counts through a range, and takes the entries of a list one by one', () => {
    const decode = map('2 beginbfrange\n<0010> <0012> <0061>\n<0020> <0021> [<0078> <00790079>]\nendbfrange')
    expect(decode([0, 0x10, 0, 0x11, 0, 0x12, 0, 0x20, 0, 0x21])).toBe('abcxyy')
  })

  it('reads characters beyond the first 65,536', () => {
    expect(map('1 beginbfchar\n<0001> <D83DDE00>\nendbfchar')([0, 1])).toBe('😀')
  })

  it('has codes of one byte where the font has', () => {
    expect(map('1 beginbfchar\n<41> <0062>\nendbfchar', '<00> <FF>')([0x41, 0x41])).toBe('bb')
  })

  it('finds no meaning in a code that is not there', () => {
    expect(map('1 beginbfchar\n<0001> <0061>\nendbfchar')([0, 2, 0, 1])).toBe('a')
  })
})
