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

/**
 * Which step one is at, and of how many. The sentences to mend belong to the draft that they are in: how many they are
 * shows only when it is checked, and the steps that somebody was told of stay as many as they were.
 */
export function placeIn(steps: readonly Step[], at: number) {
  const [mends, counted] = [true, false].map(isMend => steps.filter(({ shows }) => (shows === 'mend') === isMend))
  return {
    n: steps.slice(0, at + 1).filter(step => counted!.includes(step)).length,
    all: counted!.length,
    /** Which of the sentences, from 1; 0 at any other step. */
    sentence: mends!.indexOf(steps[at]!) + 1,
    sentences: mends!.length,
  }
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
