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
  /** The round to do now, begun or not; none as long as the exercise itself has not been done. */
  now?: Round
}

export const roundId = (exercise: string, number: number) => `${exercise}/round-${number}`

/** As much of an exercise as its lesson asks. */
export const firstAsked = (exercise: LearnerExercise) =>
  (kindOf(exercise.kind).first?.(exercise) ?? exercise) as LearnerExercise

/** Whether an exercise asks for knowledge that can be asked for again. */
export const canBeAskedAgain = ({ kind }: Pick<LearnerExercise, 'kind'>) => kindOf(kind).again !== undefined

/** Follows the rounds of an exercise: after each comes another one, as its kind has it for another day. */
export function roundsOf(original: LearnerExercise, store: Pick<AnswerStore, 'entry'>): Rounds {
  const { progress, again } = kindOf(original.kind)
  const isDone = (exercise: LearnerExercise) => {
    const answer = readStored(store.entry(exercise.id).value, exercise)
    return answer !== undefined && progress(answer, exercise) === 'done'
  }
  const done: Round[] = []
  if (!again || !isDone(firstAsked(original))) return { done }
  let exercise = firstAsked(original)
  for (let number = 1; ; number++) {
    exercise = { ...again(exercise, original), id: roundId(original.id, number) } as LearnerExercise
    if (!isDone(exercise)) return { done, now: { number, exercise } }
    done.push({ number, exercise })
  }
}
