import { afterEach, describe, expect, it } from 'vitest'

import { directionOf, isLanguageTag } from '../../../model/language'

describe('isLanguageTag', () => {
  it.each(['en', 'en-GB', 'pt-BR', 'zh-Hans', 'zh-Hant-TW', 'sr-Latn-RS', 'haw', 'de-CH-1996', 'es-419'])(
    'accepts %s',
    tag => expect(isLanguageTag(tag)).toBe(true),
  )
  it.each(['', 'e', 'en_GB', 'en-', 'English', 'German', 'pt BR', 'zh-Hans-', 'en-GB-x'])('refuses "%s"', tag =>
    expect(isLanguageTag(tag)).toBe(false),
  )
})

describe('directionOf', () => {
  const { prototype } = Intl.Locale
  const own = Object.getOwnPropertyDescriptor(prototype, 'getTextInfo')
  afterEach(() => {
    if (own) Object.defineProperty(prototype, 'getTextInfo', own)
    else delete (prototype as { getTextInfo?: unknown }).getTextInfo
  })

  it.each([
    ['en-GB', 'ltr'],
    ['zh-Hans', 'ltr'],
    ['sr-Cyrl', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['fa', 'rtl'],
    ['ur-PK', 'rtl'],
  ])('of %s is %s', (language, direction) => expect(directionOf(language)).toBe(direction))

  it("is what the standard's method says, where there is one", () => {
    Object.defineProperty(prototype, 'getTextInfo', { configurable: true, value: () => ({ direction: 'rtl' }) })
    expect(directionOf('en')).toBe('rtl')
  })
})
