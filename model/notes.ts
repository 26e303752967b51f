import type { RichText } from '../components/text/rich-text'
import type { Exercise } from './schemas/exercise'
import type { ScriptLine, SlideRole } from './schemas/script'

/** One line of a slide's speaker notes. */
export interface Note {
  kind: 'say' | 'do' | 'ask'
  text: RichText
  /** Whole seconds that the line makes the room wait. */
  wait?: number
  /** Where it is written: a slides.md, or the YAML of an exercise. */
  file: string
  line: number
}

/** What the notes of a slide depend on. */
interface NotedSlide {
  exercise?: string
  role?: SlideRole
  /** The comment that ends it. */
  notes: Note[]
}

/** Where the lines of a script are written. */
export type PlaceOf = (exercise: Exercise, role: SlideRole, index: number) => { file: string; line: number }

/**
 * The notes of any slide. A slide that shows an exercise has the lines of its role in the exercise's script;
 * every other slide has the comment that ends it in slides.md.
 */
export function notesOf(slide: NotedSlide, exercises: Record<string, Exercise>, placeOf: PlaceOf): Note[] {
  const { role } = slide
  const exercise = slide.exercise !== undefined ? exercises[slide.exercise] : undefined
  if (!role || !exercise) return slide.notes
  const lines = exercise.facilitator.script[role] ?? []
  return lines.map((line, index) => ({ ...noteOf(line), ...placeOf(exercise, role, index) }))
}

/** A line of a script as a note, without the place where it is written. */
export function noteOf({ wait, ...line }: ScriptLine): Pick<Note, 'kind' | 'text' | 'wait'> {
  const note: Pick<Note, 'kind' | 'text'> =
    'say' in line
      ? { kind: 'say', text: line.say }
      : 'do' in line
        ? { kind: 'do', text: line.do }
        : { kind: 'ask', text: line.ask }
  return wait === undefined ? note : { ...note, wait }
}
