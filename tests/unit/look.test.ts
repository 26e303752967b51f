import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori'
import { describe, expect, it } from 'vitest'

import { ACCENTS } from '../../components/look/accents'

const css = readFileSync(resolve(import.meta.dirname, '../../components/look/tokens.css'), 'utf8')
const tokens = [...css.matchAll(/^ {2}--(\w+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);$/gm)]
const SCHEMES = {
  light: Object.fromEntries(tokens.map(([, name, light]) => [name!, light!])),
  dark: Object.fromEntries(tokens.map(([, name, , dark]) => [name!, dark!])),
}

/** WCAG 2.2, 1.4.3: text against what it stands on. */
const READABLE = 4.5
/** WCAG 2.2, 1.4.11: what has to be seen to know a control or its state. */
const SEEN = 3
/**
 * Steps of lightness, CIE L* from 0 to 100, between any two accents. An eye tells one apart side by side, about
 * three from memory; eight leave room for a printer's dots and a projector in daylight. More would not leave
 * room for five accents of which four still stand out from the paper.
 */
const GREY_STEPS = 8
/** CIEDE2000 between any two accents for an eye without one kind of cone: 1 is just noticed, 10 is seen at a glance. */
const AT_A_GLANCE = 10

const lab = converter('lab65')
const lightness = (color: string) => lab(color)!.l
const EYES = {
  'all cones': (color: string) => parse(color)!,
  'protanopia': (color: string) => filterDeficiencyProt(1)(parse(color)!)!,
  'deuteranopia': (color: string) => filterDeficiencyDeuter(1)(parse(color)!)!,
  'tritanopia': (color: string) => filterDeficiencyTrit(1)(parse(color)!)!,
}

/** Every two accents, with how far apart they are; those that are nearer than `least` are what a test complains of. */
function tooNear(
  colors: Record<string, string>,
  least: number,
  apart: (one: string, other: string) => number,
): string[] {
  const pairs = ACCENTS.flatMap((one, index) => ACCENTS.slice(index + 1).map(other => [one, other] as const))
  return pairs
    .map(([one, other]) => ({ pair: `${one} and ${other}`, distance: apart(colors[one]!, colors[other]!) }))
    .filter(({ distance }) => distance < least)
    .map(({ pair, distance }) => `${pair}: ${distance.toFixed(1)}`)
}

/** Every two of these that stand out too little from each other. */
function tooFaint(colors: Record<string, string>, least: number, front: readonly string[], back: string[]): string[] {
  return front
    .flatMap(one =>
      back.map(other => ({ pair: `${one} on ${other}`, contrast: wcagContrast(colors[one]!, colors[other]!) })),
    )
    .filter(({ contrast }) => contrast < least)
    .map(({ pair, contrast }) => `${pair}: ${contrast.toFixed(2)}`)
}

it('every colour is one of the list, for light and for dark', () => {
  expect(tokens.map(([, name]) => name)).toEqual([
    'paper',
    'surface',
    'ink',
    'muted',
    'line',
    'track',
    'edge',
    'focus',
    ...ACCENTS,
  ])
  expect(css.replace(/\/\*.*?\*\//gs, '').match(/#[0-9a-f]{3,8}\b|(?:rgb|hsl|oklch)a?\(/gi)).toHaveLength(
    2 * tokens.length,
  )
})

it('data-accent gives an element each of the accents', () => {
  const given = [...css.matchAll(/\[data-accent='(\w+)'\] \{\s*--accent: var\(--(\w+)\);\s*\}/g)]
  expect(given.map(([, accent, token]) => [accent, token])).toEqual(ACCENTS.map(accent => [accent, accent]))
})

describe.each(Object.entries(SCHEMES))('in the %s', (_, colors) => {
  it('text can be read wherever it stands', () => {
    expect(tooFaint(colors, READABLE, ['ink', 'muted'], ['paper', 'surface', 'track'])).toEqual([])
    // A button's text on its own ground.
    expect(tooFaint(colors, READABLE, ['paper'], ['ink'])).toEqual([])
  })

  it('the edges of controls and the mark of the focus stand out', () => {
    expect(tooFaint(colors, SEEN, ['edge', 'focus'], ['paper', 'surface', 'track'])).toEqual([])
  })

  it('accents stand out from what is behind them; gold, too pale on white, has the ink around it', () => {
    const alone = colors === SCHEMES.dark ? ACCENTS : ACCENTS.filter(accent => accent !== 'gold')
    expect(tooFaint(colors, SEEN, alone, ['paper', 'surface', 'track'])).toEqual([])
    expect(tooFaint(colors, SEEN, ['ink'], ['paper', 'surface', 'track'])).toEqual([])
  })

  it('the accents are apart on a grey printer', () => {
    expect(tooNear(colors, GREY_STEPS, (one, other) => Math.abs(lightness(one) - lightness(other)))).toEqual([])
  })

  it.each(Object.entries(EYES))('the accents are apart at a glance with %s', (_, seen) => {
    const difference = differenceCiede2000()
    expect(tooNear(colors, AT_A_GLANCE, (one, other) => difference(seen(one), seen(other)))).toEqual([])
  })
})
