import type { Problem } from './problem'
import type { Exercise } from './schemas/exercise'
import type { WordsRecord } from './schemas/words'
import type { Slide } from './slides'
import type { SourceFile, YamlFile } from './source-file'
import type { Module, Workshop } from './workshop'

/** What the checks across files need: the records that could be read, and their files to point into. */
export interface Records {
  /** The project's folder: for checks that look for other files. */
  root: string
  workshop: Omit<Workshop, 'modules' | 'exercises' | 'slides' | 'pages'>
  modules: Module[]
  exercises: Record<string, Exercise>
  /** Nothing while the deck itself has problems: checks would blame them on the records. */
  slides: Slide[] | undefined
  /** Words to avoid; none for a workshop without content/words.yaml. */
  words: WordsRecord
  files: Map<string, YamlFile | SourceFile>
  report: (problem: Problem) => void
}
