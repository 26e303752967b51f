import { z } from 'zod'

import { line, pluralForms } from '../../components/exercises/fields'
import type { KindLabels } from '../../components/exercises/kind-types'
import { componentLabels } from '../../components/labels.schema'
import { kinds } from '../kinds'
import { deck, stage } from './labels/deck'
import { guide } from './labels/guide'
import { handouts } from './labels/handouts'
import { desk, room, roomRefusals, roomScreen } from './labels/room'
import { lesson, offline, pages, recallRound, site, takeHome } from './labels/site'

const groups = {
  ...componentLabels,
  deck,
  handouts,
  guide,
  lesson,
  pages,
  site,
  takeHome,
  recallRound,
  offline,
  stage,
  room,
  roomScreen,
  desk,
  roomRefusals,
}

/** Words that take the place of a kind's own: any of them, in a group of its name. */
const overrides = Object.fromEntries(
  Object.entries(kinds).map(([kind, { labels }]) => {
    const words = Object.entries(labels).map(
      ([name, label]) => [name, (typeof label === 'string' ? line(300) : pluralForms(300)).optional()] as const,
    )
    return [kind, z.strictObject(Object.fromEntries(words)).optional()]
  }),
)

/** content/interface.yaml: every word that screens and papers show and that belongs to no record. */
export const interfaceSchema = z.strictObject<typeof groups>({ ...overrides, ...groups })

type InterfaceRecord = z.output<typeof interfaceSchema>
export type Labels = InterfaceRecord & KindLabels

/** The words of the interface together with those of the kinds of exercise. */
export function withKindLabels(record: InterfaceRecord): Labels {
  const written: Record<string, object | undefined> = record
  const words = Object.entries(kinds).map(([kind, { labels }]) => [kind, { ...labels, ...written[kind] }])
  // The kinds were found at run time; which words each of them has is the type that its folder added to KindTypes.
  return { ...record, ...(Object.fromEntries(words) as KindLabels) }
}
