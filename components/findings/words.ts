import { fill } from '../fill'
import type { ComponentLabels } from '../labels.schema'
import type { Bound } from './picture'
import type { Picture, PictureOf } from './schema'
import { areFew } from './shapes'

/** What a picture's words need: its labels, and the language that numbers are written in. */
export interface PictureWords {
  language: string
  labels: Pick<ComponentLabels, 'findings'>
}

/** One thing that a picture shows: what it is called, and its number or place in words. */
export interface Part {
  label: string
  value: string
}

/** The words of a picture, part by part in the order of its data. They are its text, and nothing else is. */
export function partsOf(picture: Picture, words: PictureWords): Part[] {
  const { findings: labels } = words.labels
  switch (picture.kind) {
    case 'of-100':
      return dotsOf(picture).map(({ role, n, is }) => ({ label: labels[role], value: outOf(n, 100, is, words) }))
    case 'in-10000':
      return picture.rows.map(({ label, n }) => ({ label, value: outOf(n, 10_000, 'exactly', words) }))
    case 'bars':
      return picture.bars.map(({ label, percent }) => ({
        label,
        value: fill(labels.percent, { n: number(percent, words) }),
      }))
    case 'ladder':
      return picture.rungs.map(({ label, place }) => ({ label, value: number(place, words) }))
    case 'before-after':
      return [picture.before, picture.after].map(({ label, value }) => ({ label, value: number(value, words) }))
  }
}

/** The guess, if there is one, and what was found. */
export function dotsOf(picture: PictureOf<'of-100'>): { role: 'guessed' | 'found'; n: number; is: Bound }[] {
  const { guessed, guessedIs, found, foundIs } = picture
  return [
    ...(guessed === undefined ? [] : [{ role: 'guessed' as const, n: guessed, is: guessedIs }]),
    { role: 'found', n: found, is: foundIs },
  ]
}

/** What stands below a picture: how far the second number lies from the first, or that there is no number at all. */
export function noteOf(picture: Picture, words: PictureWords): string {
  const { findings: labels } = words.labels
  if (picture.kind === 'ladder') return labels.orderAlone
  // A handful of people can be counted.
  if (picture.kind !== 'before-after' || areFew(picture.before.value, picture.after.value)) return ''
  const change = changeOf(picture)
  return change === 0 ? '' : fill(change > 0 ? labels.more : labels.less, { n: number(Math.abs(change), words) })
}

/** By how many per cent of the first value the second one differs, to a tenth. */
export function changeOf({ before, after }: PictureOf<'before-after'>): number {
  return Math.round((1000 * (after.value - before.value)) / before.value) / 10
}

function outOf(n: number, all: number, is: Bound, words: PictureWords): string {
  const { findings: labels } = words.labels
  const whole = fill(labels.ofAll, { n: number(n, words), all: number(all, words) })
  return is === 'exactly' ? whole : fill(labels[is], { n: whole })
}

const number = (value: number, { language }: PictureWords) => new Intl.NumberFormat(language).format(value)
