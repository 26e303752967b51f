import { answerKeys } from '../components/exercises/answer-keys'
import { kindOf } from '../components/exercises/registry'

/**
 * Whether the answer key of an exercise is looked up in the room: it then stands beside its script and on the answer
 * sheet. Other keys stand at the guide's end.
 */
export function isKeyBesideScript({ kind }: { kind: string }): boolean {
  return answerKeys.has(kind) && ['key', 'both'].includes(kindOf(kind).besideScript ?? 'worksheet')
}

/** Exercises kind by kind, in the order in which the kinds first come: a kind's keys stand in one table. */
export function byKind<E extends { kind: string }>(exercises: readonly E[]): { kind: string; exercises: E[] }[] {
  const kinds = [...new Set(exercises.map(({ kind }) => kind))]
  return kinds.map(kind => ({ kind, exercises: exercises.filter(each => each.kind === kind) }))
}
