import { z } from 'zod'

import { GROUPINGS } from './exercises/exercise'
import { line, pluralForms } from './exercises/fields'
import { kindSchemas } from './exercises/kinds.schema'

/** A group of labels, every one of which interface.yaml must have. */
export const texts = <K extends string>(...names: readonly K[]) =>
  z.strictObject(Object.fromEntries(names.map(name => [name, line(300)])) as Record<K, z.ZodString>)

/** Labels whose words depend on a number, by the plural forms of the workshop's language. */
export const plurals = <K extends string>(...names: readonly K[]) =>
  z.strictObject(
    Object.fromEntries(names.map(name => [name, pluralForms(300)])) as Record<K, ReturnType<typeof pluralForms>>,
  )

type KindLabels = { [K in keyof typeof kindSchemas]: z.ZodObject<(typeof kindSchemas)[K]['labels']> }

/** The words that components show and that belong to no record. `{n}` and the like mark where a value goes. */
export const componentLabels = {
  common: texts(
    'mistake',
    'contested',
    'retracted',
    'and',
    'others',
    'undated',
    'source',
    'seenMemory',
    'seenSecondHand',
    'unsure',
    'licences',
  ).extend(plurals('minutes').shape),
  answer: texts('clear', 'clearAsk', 'clearYes', 'clearNo', 'notKept', 'onDevice'),
  grouping: texts(...GROUPINGS),
  results: texts('tally', 'fewer', 'more', 'count', 'none', 'limit'),
  ...(Object.fromEntries(
    Object.entries(kindSchemas).map(([kind, { labels }]) => [kind, z.strictObject(labels)]),
  ) as KindLabels),
}

export type ComponentLabels = { [K in keyof typeof componentLabels]: z.output<(typeof componentLabels)[K]> }
