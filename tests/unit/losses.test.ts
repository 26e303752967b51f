import { describe, expect, it } from 'vitest'

import { findLosses } from '../../handouts/losses'

const lost = (printed: string, text: string) => findLosses([printed], [{ what: 'exercise one', text }])

describe('what was read back from a PDF', () => {
  it.each([
    ['line ends and hyphens', 'Say it\nonce\u2010more, please.', 'Say it once-more please'],
    ['ligatures, and accents written apart', 'e\u0301te\u0301 \uFB01n', 'été fin'],
    ['Hebrew, drawn from the left', 'Say םולש and smile.', 'Say שלום and smile.'],
    ['Hebrew with points and digits', '12 רדח ,ב המוק םֹולָׁש', 'קומה ב, חדר 12 שָׁלוֹם'],
    ['Arabic in the shapes that it is drawn in, two letters in one', 'ﻪﻟإ ﻻ ﻢﻜﻴﻠﻋ مﻼﺳ', 'سلام عليكم لا إله'],
    ['an Arabic sign for several letters, read in their order', 'الله', 'الله'],
    ['Hebrew as it is read', 'Say שלום', 'Say שלום'],
    ['Hangul and signs outside the first plane', '교육장 3층 𝒜', '교육장 3층 𝒜'],
  ])('is whole: %s', (_, printed, text) => {
    expect(lost(printed, text)).toEqual([])
  })

  it.each([
    ['a Latin word', 'Say it once', 'Say it once more'],
    ['a Hebrew word', 'Say and smile.', 'Say שלום and smile.'],
    ['one letter of a Hebrew word', 'Say םול and smile.', 'Say שלום and smile.'],
    ['what stands beside Hebrew', 'Say םולש and', 'Say שלום and smile.'],
  ])('has lost %s', (_, printed, text) => {
    expect(lost(printed, text)).toEqual([`exercise one: “${text}” was lost.`])
  })

  it('is whole where all is written from the right, and a line is drawn before the one beside it', () => {
    const text = [{ what: 'slide 1', text: 'Tear it off, write no name' }]
    expect(findLosses(['Tear it off, writeSAY.no name'], text, 'rtl')).toEqual([])
    expect(findLosses(['Tear it off, SAY.no name'], text, 'rtl')).toHaveLength(1)
  })

  it('names a blank page, and cuts no sign in half', () => {
    expect(findLosses(['one', ' '], [{ what: 'x', text: '𝒜'.repeat(70) }])).toEqual([
      'page 2 is blank.',
      `x: “${'𝒜'.repeat(60)}” was lost.`,
    ])
  })
})
