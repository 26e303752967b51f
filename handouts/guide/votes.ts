import { kindOf } from '../../components/exercises/registry'
import type { Exercise } from '../../model/schemas/exercise'
import type { Workshop } from '../../model/workshop'

/** More answers than a hand has fingers cannot be shown by one. */
const FINGERS = 5

/** What a room's answers to an exercise are called, one finger for the first; none where hands do not vote on it. */
export function voteOf(
  exercise: Exercise,
  workshop: Pick<Workshop, 'slides' | 'labels' | 'references' | 'modules' | 'language'>,
): string[] {
  const isCounted = workshop.slides.some(slide => slide.exercise === exercise.id && slide.role === 'results')
  const names = (isCounted && kindOf(exercise.kind).categoryNames?.(exercise, workshop)) || []
  return names.length <= FINGERS ? names : []
}
