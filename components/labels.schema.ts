import { z } from 'zod'

import { GROUPINGS } from './exercises/exercise'
import { line, pluralForms } from './exercises/fields'
import type { KindLabels } from './exercises/kind-types'

/** A group of labels, every one of which interface.yaml must have. */
export const texts = <K extends string>(...names: readonly K[]) =>
  z.strictObject(Object.fromEntries(names.map(name => [name, line(300)])) as Record<K, z.ZodString>)

/** Labels whose words depend on a number, by the plural forms of the workshop's language. */
export const plurals = <K extends string>(...names: readonly K[]) =>
  z.strictObject(
    Object.fromEntries(names.map(name => [name, pluralForms(300)])) as Record<K, ReturnType<typeof pluralForms>>,
  )

/** The words that components share and that belong to no record. `{n}` and the like mark where a value goes. */
export const componentLabels = {
  common: texts(
    'mistake',
    'contested',
    'retracted',
    'and',
    'others',
    'undated',
    'seenMemory',
    'seenSecondHand',
    'unsure',
    'licences',
  ).extend(plurals('minutes').shape),
  answer: texts('clear', 'clearAsk', 'clearYes', 'clearNo', 'notKept', 'onDevice'),
  grouping: texts(...GROUPINGS),
  exercise: texts('of', 'back', 'next', 'example', 'starters'),
  debrief: texts('how', 'compare', 'often'),
  results: texts('fewer', 'more', 'count', 'limit', 'open', 'close', 'hands'),
  findings: texts('guessed', 'found', 'ofAll', 'about', 'most', 'least', 'percent', 'more', 'less', 'orderAlone'),
}

/** These words, and those of the kinds of exercise. */
export type ComponentLabels = {
  [K in keyof typeof componentLabels]: z.output<(typeof componentLabels)[K]>
} & KindLabels
