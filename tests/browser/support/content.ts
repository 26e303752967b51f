import process from 'node:process'

import type { KindName } from '../../../components/exercises/kind-types'
import { fill } from '../../../components/fill'
import { loadOrThrow } from '../../../model/load'
import type { Exercise } from '../../../model/schemas/exercise'
import { fileOf } from '../../../site/pages'
import { examples } from '../../fixtures/examples'

/** The workshop in content/, whichever it is: tests find in it what they need by kind and by role, never by an id. */
export const workshop = await loadOrThrow(process.cwd())
export const exercises = Object.values(workshop.exercises)

type OfKind<K extends KindName> = Extract<Exercise, { kind: K }>

/** The first exercise of a kind that repeats no other one, if the workshop has any. */
export const firstOf = <K extends KindName>(kind: K) =>
  exercises.find((each): each is OfKind<K> => each.kind === kind && !each.repeats)

/** Its id; nothing when the workshop has none, and tests that need one are skipped then. */
export const idOf = (kind: KindName) => firstOf(kind)?.id ?? ''

/** The same, or the kind's own example where the workshop has none: tests that take its parts are skipped then. */
export const firstOrExample = <K extends KindName>(kind: K) =>
  firstOf(kind) ?? (examples.find(({ name }) => name === kind)!.exercise as OfKind<K>)

/** The exercise that asks another one again, if the workshop has any. */
export const repeatOf = (id: string) => exercises.find(({ repeats }) => id && repeats === id)?.id ?? ''

/** The part of the workshop that has an exercise; the first one when none has. */
export const moduleOf = (id: string) =>
  workshop.modules.find(
    ({ forHome, activities }) =>
      forHome.includes(id) || activities.some(activity => 'exercise' in activity && activity.exercise === id),
  ) ?? workshop.modules[0]!

/**
 * Why tests cannot be run with the workshop in content/; nothing when they can. It ends their titles, so that a report
 * says what is missing: `const SKIPPED = lacking('plan')`, then `it.skipIf(SKIPPED)(`a plan …${SKIPPED}`, …)`.
 * @param needs kinds of which an exercise is needed, or something else by name, with whether the workshop has it
 */
export function lacking(...needs: (KindName | { [name: string]: unknown })[]): string {
  const missing = needs.flatMap(need =>
    typeof need === 'string'
      ? idOf(need)
        ? []
        : [`exercise of the kind "${need}"`]
      : Object.keys(need).filter(name => !need[name]),
  )
  return missing.length ? ` (skipped: this workshop has no ${missing.join(', and no ')})` : ''
}

/** The page of the site that has an exercise. */
export const pageOf = (id: string) => fileOf(moduleOf(id))

/** Where an exercise is written. */
export const fileOfExercise = (id: string) => `${moduleOf(id).folder}/exercises/${id}.yaml`

/** The slide that asks an exercise, shows its results or looks back at it; 0 when there is none. */
export const slideOf = (id: string, role: string) =>
  workshop.slides.find(slide => slide.exercise === id && slide.role === role)?.no ?? 0

/** Whether an activity begins with a text to write: neither a script to read aloud nor a vote comes before it. */
export const asksForText = ({ note, vote, roleplay }: OfKind<'activity'>) => Boolean(note) && !vote && !roleplay

/** The sentence that a plan makes of its two halves, as a screen says it. */
export const planSentence = (moment: string, act: string) =>
  fill(workshop.labels.plan.sentence, { if: moment, then: act })
