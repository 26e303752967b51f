import type { RichText } from '../../components/text/rich-text'
import type { Exercise } from '../../model/schemas/exercise'

/** What an exercise shows once it is answered, as words, apart from anybody's answers. */
export function revealed(exercise: Exercise): RichText[] {
  switch (exercise.kind) {
    case 'self-check':
      return [exercise.reveal.explanation]
    case 'forecast':
      return [exercise.reveal.finding, exercise.reveal.caveat]
    case 'recall':
      return exercise.reveal.answers.map(({ answer }) => answer)
    case 'reframe':
      return [exercise.reveal.reading]
    case 'plan':
      return [exercise.reveal.next]
    case 'activity':
      return exercise.reveal.point ? [exercise.reveal.point] : []
  }
}
