import type { Exercise } from '../schemas/exercise'

/** Seconds to read and answer a statement or a choice, and to write a line. */
const CHOICE = 10
const LINE = 25

/** How long the questions of an exercise take to answer, kind by kind. */
export function secondsOfKind(exercise: Exercise): number {
  switch (exercise.kind) {
    case 'self-check':
      return exercise.statements.length * CHOICE
    case 'forecast':
      return CHOICE
    case 'reframe':
      return 2 * CHOICE + lines(exercise.prompts)
    case 'recall':
      return sum(exercise.items.map(item => (item.options ? CHOICE : item.lines * LINE)))
    case 'plan':
      return 3 * LINE
    case 'activity':
      return (
        (exercise.roleplay?.length ?? 0) * CHOICE +
        (exercise.vote ? CHOICE : 0) +
        (exercise.map?.people ?? 0) * LINE +
        (exercise.note?.lines ?? 0) * LINE
      )
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
const lines = (questions: { lines: number }[]) => sum(questions.map(question => question.lines * LINE))
