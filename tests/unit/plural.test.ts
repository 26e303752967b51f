import { describe, expect, it } from 'vitest'

import { fillPlural, minutesInWords } from '../../components/plural'

const ENGLISH = { one: '{n} minute', other: '{n} minutes' }
const POLISH = { one: '{n} minuta', few: '{n} minuty', many: '{n} minut', other: '{n} minuty' }
const ARABIC = {
  zero: '{n} دقيقة',
  one: 'دقيقة واحدة',
  two: 'دقيقتان',
  few: '{n} دقائق',
  many: '{n} دقيقةً',
  other: '{n} دقيقة',
}

describe('fillPlural', () => {
  it.each([
    ['en-GB', ENGLISH, { 0: '0 minutes', 1: '1 minute', 2: '2 minutes', 21: '21 minutes' }],
    [
      'pl',
      POLISH,
      {
        1: '1 minuta',
        2: '2 minuty',
        5: '5 minut',
        12: '12 minut',
        22: '22 minuty',
        90: '90 minut',
        1.5: '1.5 minuty',
      },
    ],
    ['ar', ARABIC, { 0: '0 دقيقة', 1: 'دقيقة واحدة', 2: 'دقيقتان', 5: '5 دقائق', 11: '11 دقيقةً', 100: '100 دقيقة' }],
    ['ja', { other: '{n}分' }, { 1: '1分', 5: '5分' }],
  ])('uses the form that %s has for each number', (language, forms, wanted) => {
    const said = Object.keys(wanted).map(n => [n, fillPlural(forms, Number(n), { language })])
    expect(Object.fromEntries(said)).toEqual(wanted)
  })

  it('uses "other" where a label lacks the form of its language', () => {
    expect(fillPlural({ one: '{n} minuta', other: '{n} min' }, 5, { language: 'pl' })).toBe('5 min')
  })

  it('fills in the other values as well, and a number that is not the one that decides', () => {
    const forms = { one: '{n} of {all} exercise done', other: '{n} of {all} exercises done' }
    expect(fillPlural(forms, 1, { language: 'en' }, { n: 0, all: 1 })).toBe('0 of 1 exercise done')
    expect(fillPlural(forms, 3, { language: 'en' }, { n: 1, all: 3 })).toBe('1 of 3 exercises done')
  })
})

describe('minutesInWords', () => {
  it("uses the workshop's own label and language", () => {
    const workshop = { language: 'pl', labels: { common: { minutes: POLISH } } }
    expect([1, 3, 5].map(n => minutesInWords(n, workshop))).toEqual(['1 minuta', '3 minuty', '5 minut'])
  })
})
