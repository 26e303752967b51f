import { describe, expect, it, test } from 'vitest'

import { bands, kind as forecast } from '../../../components/exercises/forecast/answer'
import { gap } from '../../../components/exercises/forecast/gap'
import { labels } from '../../../components/exercises/forecast/labels'
import { foundInWords, gapInWords } from '../../../components/exercises/forecast/words'
import { tally } from '../../../components/exercises/kind'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const hundred = {
  question: ['How many?'],
  scale: { from: 0, to: 100, step: 5, unit: 'of 100' },
  reveal: { found: { from: 60, to: 70 }, finding: ['Found'], caveat: ['Its limit'] },
}

describe('a forecast', () => {
  it('takes the time of one choice', () => {
    expect(forecast.workingSeconds(hundred, () => 0)).toBe(10)
  })

  it.each([
    [{ from: 0, to: 100, step: 5 }, ['0-20', '25-40', '45-60', '65-80', '85-100']],
    [{ from: 0, to: 10, step: 1 }, ['0-2', '3-4', '5-6', '7-8', '9-10']],
    [{ from: 1, to: 4, step: 1 }, ['1-2', '3-3', '4-4']],
    [{ from: 0, to: 1, step: 0.1 }, ['0-0.2', '0.3-0.4', '0.5-0.6', '0.7-0.8', '0.9-1']],
    [{ from: 0, to: 1, step: 1 }, ['0-1']],
  ])('counts guesses on %j in bands', (scale, expected) => {
    expect(bands({ ...scale, unit: '' }).map(({ from, to }) => `${from}-${to}`)).toEqual(expected)
  })

  it('puts every step of its scale into exactly one band', () => {
    for (let guess = 0; guess <= 100; guess += 5)
      expect(bands(hundred.scale).filter(({ from, to }) => guess >= from && guess <= to)).toHaveLength(1)
  })

  it.each([
    [40, { from: 100, to: 100 }, 60],
    [20, { from: 0, to: 33 }, 0],
    [33.1, { from: 0, to: 33 }, 0.1],
    [5, { from: 10, to: 20 }, 5],
  ])('finds the guess %d as far from %j as it is: %d', (guess, found, expected) => {
    expect(gap(guess, found)).toBe(expected)
  })

  it('forgets a guess that lies outside its scale, and with it that the finding was shown', () => {
    expect(forecast.read({ guess: 130, shown: true }, 1, hundred)).toEqual({ shown: false })
    expect(forecast.read({ guess: 35, shown: true }, 1, hundred)).toEqual({ guess: 35, shown: true })
  })

  it('is done once the finding has been asked for', () => {
    expect(forecast.progress({ shown: false }, hundred)).toBe('none')
    expect(forecast.progress({ guess: 5, shown: false }, hundred)).toBe('some')
    expect(forecast.progress({ guess: 5, shown: true }, hundred)).toBe('done')
  })

  it('gives a room the counts of its bands and nothing else', () => {
    const answers = [
      { guess: 10, shown: true },
      { guess: 15, shown: false },
      { guess: 100, shown: true },
      { shown: false },
    ]
    expect(tally(forecast, hundred, answers)).toEqual({
      '0-20': 2,
      '25-40': 0,
      '45-60': 0,
      '65-80': 0,
      '85-100': 1,
    })
  })

  it.each([
    [{ guess: 40, shown: false }, 'Your guess: 40 of 100'],
    [
      { guess: 40, shown: true },
      'Your guess: 40 of 100\nFound: from 60 to 70 of 100\nYour guess is 20 away from that.',
    ],
    [{ guess: 65, shown: true }, 'Your guess: 65 of 100\nFound: from 60 to 70 of 100\nYour guess lies in that range.'],
  ])('says %j in words, with what was found only after it was asked for', (answer, said) => {
    expect(forecast.toText(answer, hundred, context)).toEqual([{ ask: ['How many?'], text: said }])
  })

  it.each([
    [{ from: 60, to: 60 }, 60, 'Found: 60 of 100', 'That is what you guessed.'],
    [{ from: 0, to: 33 }, 0, 'Found: at most 33 of 100', 'Your guess lies in that range.'],
    [{ from: 80, to: 100 }, 70, 'Found: at least 80 of 100', 'Your guess is 10 away from that.'],
  ])('says of a finding of %j what it tells, and no more', (found, guess, first, second) => {
    expect(foundInWords(found, hundred.scale, labels)).toBe(first)
    expect(gapInWords(guess, found, labels)).toBe(second)
  })

  it('has nothing to say before the guess', () => {
    expect(forecast.toText(forecast.empty(hundred), hundred, context)).toEqual([])
  })

  test.each(hostile)('survives %s', (_, json) => {
    const answer = forecast.read(json, 1, hundred)
    if (answer) {
      expect(forecast.categoriesOf(answer, hundred).every(bin => forecast.categories(hundred).includes(bin))).toBe(true)
      expect(forecast.toText(answer, hundred, context).every(({ text }) => text.length > 0)).toBe(true)
    }
  })
})
