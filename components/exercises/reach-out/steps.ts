import type { ReachOutAnswer, Texts } from './answer'
import { partsToMend, pickedOf } from './answer'
import type { DraftPart, ReachOut } from './schema'

/** One page of the exercise. */
export type Step =
  | { shows: 'shortlist' }
  | { shows: 'draft' }
  | { shows: 'mend'; part: DraftPart }
  | { shows: 'prompt'; prompt: ReachOut['prompts'][number] }
  | { shows: Texts }

/**
 * What is asked, in order. A room begins with the draft, which it mends together, and ends with the hour of the first
 * message: the second one is for home, and better lines come on the slide with the results.
 */
export function stepsOf(exercise: ReachOut, answer: ReachOutAnswer, reveals: boolean): Step[] {
  const prompts = exercise.prompts.map((prompt): Step => ({ shows: 'prompt', prompt }))
  const own: Step[] = [...prompts, { shows: 'message' }, { shows: 'when' }]
  if (!reveals) return [{ shows: 'draft' }, { shows: 'shortlist' }, ...own]
  return [
    { shows: 'shortlist' },
    { shows: 'draft' },
    ...partsToMend(exercise, answer).map((part): Step => ({ shows: 'mend', part })),
    ...own,
    { shows: 'second' },
    ...(exercise.introduction ? ([{ shows: 'introduction' }] as const) : []),
  ]
}

/** Whether a step has been dealt with, so that coming back goes past it. */
export function isDone(step: Step, answer: ReachOutAnswer, reveals: boolean): boolean {
  switch (step.shows) {
    case 'shortlist':
      return pickedOf(answer) !== undefined
    case 'draft':
      return reveals ? answer.checked : answer.marked.length > 0
    case 'mend': {
      const { words, compared } = answer.mends[step.part.id]!
      return compared || words.trim() !== ''
    }
    case 'prompt':
      return answer.words[step.prompt.id]!.trim() !== ''
    case 'message':
      return answer.elsewhere || answer.message.trim() !== ''
    default:
      return answer[step.shows].trim() !== ''
  }
}

/** Where somebody who comes back goes on: after the last step that was dealt with. */
export function resumedAt(steps: readonly Step[], answer: ReachOutAnswer, reveals: boolean): number {
  const done = steps.map(step => isDone(step, answer, reveals))
  return done.lastIndexOf(true) + 1
}
