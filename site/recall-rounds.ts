import type { AnswerStore } from '../components/composables/answer-store'
import { readStored } from '../components/composables/stored'
import type { AnyExercise } from '../components/exercises/exercise'
import { kindOf } from '../components/exercises/registry'
import type { PageExercise } from './page-exercise'

/** One time that an exercise is asked again; its answer is kept under an id of its own. */
export interface Round {
  number: number
  exercise: PageExercise
}

export interface Rounds {
  /** The rounds that were done, the first asking left out. */
  done: Round[]
  /** The round to do now, begun or not; none as long as the exercise itself has not been done. */
  now?: Round
}

export const roundId = (exercise: string, number: number) => `${exercise}/round-${number}`

/** As much of an exercise as its lesson asks. */
export const firstAsked = <E extends AnyExercise>(exercise: E) =>
  (kindOf(exercise.kind).first?.(exercise) ?? exercise) as E

/** Whether an exercise asks for knowledge that can be asked for again. */
export const canBeAskedAgain = ({ kind }: { kind: string }) => kindOf(kind).again !== undefined

/** Follows the rounds of an exercise: after each comes another one, as its kind has it for another day. */
export function roundsOf(original: PageExercise, store: Pick<AnswerStore, 'entry'>): Rounds {
  const { progress, again } = kindOf(original.kind)
  const isDone = (exercise: PageExercise) => {
    const answer = readStored(store.entry(exercise.id).value, exercise)
    return answer !== undefined && progress(answer, exercise) === 'done'
  }
  const done: Round[] = []
  if (!again || !isDone(firstAsked(original))) return { done }
  let exercise = firstAsked(original)
  for (let number = 1; ; number++) {
    exercise = { ...again(exercise, original), id: roundId(original.id, number) } as PageExercise
    if (!isDone(exercise)) return { done, now: { number, exercise } }
    done.push({ number, exercise })
  }
}
