import type { Records } from '../records'
import type { Exercise } from '../schemas/exercise'
import type { Slide } from '../slides'
import type { YamlFile } from '../source-file'

export function yamlOf(records: Records, file: string): YamlFile {
  return records.files.get(file) as YamlFile
}

/** The YAML file of an exercise, wherever its module lies. */
export function yamlOfExercise({ files }: Pick<Records, 'files'>, { id }: Pick<Exercise, 'id'>): YamlFile {
  const file = [...files.keys()].find(name => name.endsWith(`/exercises/${id}.yaml`))!
  return files.get(file) as YamlFile
}

/** The YAML file that the script of an exercise is written in: a repeat may take over that of the first exercise. */
export function scriptFile(exercise: Exercise, files: Records['files']): YamlFile {
  const yaml = yamlOfExercise({ files }, exercise)
  const isOwn = exercise.repeats === undefined || Object.hasOwn(yaml.value as object, 'facilitator')
  return isOwn ? yaml : yamlOfExercise({ files }, { id: exercise.repeats! })
}

/** What an exercise says itself; what a repeat takes over stands, and is checked, in the exercise it repeats. */
export function ownPart<E extends object>(exercise: E, yaml: YamlFile): Partial<E> {
  const own = yaml.value as object
  return Object.fromEntries(Object.entries(exercise).filter(([key]) => Object.hasOwn(own, key))) as Partial<E>
}

/** The offsets at which a slide begins and ends in its file. */
export function rangeOf(records: Records, slide: Slide): [number, number] {
  const lines = records.files.get(slide.file)!.text.split('\n')
  const length = (some: string[]) => some.reduce((sum, line) => sum + line.length + 1, 0)
  return [length(lines.slice(0, slide.line - 1)), length(lines.slice(0, slide.end))]
}

/** Reports a problem at the first of these words on the slide, or at its beginning. */
export function reportOnSlide(
  records: Records,
  slide: Slide,
  words: string,
  rule: string,
  message: string,
  hint: string,
) {
  const file = records.files.get(slide.file)!
  const [from, to] = rangeOf(records, slide)
  const at = words ? file.text.slice(0, to).indexOf(words, from) : -1
  records.report(
    file.problem(rule, message, at === -1 ? { line: slide.line, column: 1 } : file.placeOf(at, words.length), hint),
  )
}
