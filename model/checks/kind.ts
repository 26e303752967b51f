import { kinds } from '../kinds'
import { didYouMean } from '../nearest'
import type { Records } from '../records'
import type { Exercise } from '../schemas/exercise'
import type { YamlFile } from '../source-file'

/** Runs the check of the exercise's kind, unless the exercise is a repeat that takes over all of the kind's fields. */
export function checkKind(exercise: Exercise, yaml: YamlFile, records: Records) {
  const { open, check } = kinds[exercise.kind]!.schema
  const written = yaml.value as object
  if (exercise.repeats && ![...Object.keys(open), 'reveal'].some(field => Object.hasOwn(written, field))) return
  check?.(exercise, {
    modules: records.modules.map(({ id }) => id),
    didYouMean,
    complain: (path, message, remedy, at) => {
      const field = path.slice(0, at === 'name' ? -1 : undefined).findLast(step => typeof step === 'string')
      records.report(yaml.problemAt(`exercise/${String(field)}`, message, path, remedy, at === 'name'))
    },
  })
}
