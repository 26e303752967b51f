import type { AnswerStore } from '../components/composables/answer-store'
import { readStored } from '../components/composables/stored'
import { kindOf } from '../components/exercises/registry'
import type { LearnerExercise } from '../model/views'

/** One time that an exercise is asked again; its answer is kept under an id of its own. */
export interface Round {
  number: number
  exercise: LearnerExercise
}

export interface Rounds {
  /** The rounds that were done, the first asking left out. */
  done: Round[]
  /** The round to do now: one that was begun, or a new one with what was not known the last time. */
  now?: Round
  /** Whether the exercise itself has been done, so that there is something to ask again. */
  asked: boolean
}

export const roundId = (exercise: string, number: number) => `${exercise}/round-${number}`

/** Whether an exercise asks for knowledge that can be asked for again. */
export const canBeAskedAgain = ({ kind }: Pick<LearnerExercise, 'kind'>) => kindOf(kind).again !== undefined

/**
 * Follows the rounds of an exercise. Each asks what was not known in the one before; when all was known there is
 * none, until somebody asks for everything again.
 */
export function roundsOf(original: LearnerExercise, store: Pick<AnswerStore, 'entry'>): Rounds {
  const { progress, again } = kindOf(original.kind)
  const done: Round[] = []
  let [exercise, answer] = [original, readStored(store.entry(original.id).value, original)]
  if (answer === undefined || progress(answer, exercise) !== 'done') return { done, asked: false }
  for (let number = 1; ; number++) {
    const id = roundId(original.id, number)
    const rest = again?.(answer, exercise)
    const stored = store.entry(id).value
    if (!stored)
      return { done, asked: true, ...(rest && { now: { number, exercise: { ...rest, id } as LearnerExercise } }) }
    exercise = { ...(rest ?? original), id } as LearnerExercise
    answer = readStored(stored, exercise)
    if (answer === undefined || progress(answer, exercise) !== 'done')
      return { done, asked: true, now: { number, exercise } }
    done.push({ number, exercise })
  }
}
