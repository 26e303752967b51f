import { hasOwn } from '../has-own'
import { activity } from './activity/answer'
import type { OpenExercise } from './exercise'
import { forecast } from './forecast/answer'
import type { Kind } from './kind'
import { plan } from './plan/answer'
import { recall } from './recall/answer'
import { reframe } from './reframe/answer'
import { selfCheck } from './self-check/answer'

/** Every kind's pure part: the one list to add a new kind to, beside its schema in kinds.schema.ts. */
export const kinds = {
  'self-check': selfCheck,
  forecast,
  reframe,
  recall,
  plan,
  activity,
}

export type KindName = keyof typeof kinds

/** The kind of an exercise, for those who handle answers without knowing what is in them: a store, a room, an LMS. */
export function kindOf(name: string): Kind<OpenExercise, unknown> {
  if (!hasOwn(kinds, name))
    throw new Error(`Expected a kind of exercise (${Object.keys(kinds).join(', ')}), found "${name}".`)
  return kinds[name as KindName] as unknown as Kind<OpenExercise, unknown>
}
