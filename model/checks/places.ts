import type { Records } from '../records'
import type { Exercise } from '../schemas/exercise'
import type { YamlFile } from '../source-file'

export function yamlOf(records: Records, file: string): YamlFile {
  return records.files.get(file) as YamlFile
}

/** The YAML file of an exercise, wherever its module lies. */
export function yamlOfExercise(records: Records, exercise: Pick<Exercise, 'id'>): YamlFile {
  const end = `/exercises/${exercise.id}.yaml`
  const file = [...records.files.keys()].find(name => name.endsWith(end))!
  return yamlOf(records, file)
}

/** What an exercise says itself; what a repeat takes over stands, and is checked, in the exercise it repeats. */
export function ownPart<E extends object>(exercise: E, yaml: YamlFile): Partial<E> {
  const own = yaml.value as object
  return Object.fromEntries(Object.entries(exercise).filter(([key]) => Object.hasOwn(own, key))) as Partial<E>
}
