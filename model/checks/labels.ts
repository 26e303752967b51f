import { RECORD_FILES } from '../content-paths'
import { kinds } from '../kinds'
import type { Records } from '../records'
import { yamlOf } from './locate'

/** Kinds bring English words along: a workshop in another language needs its own for every kind that it uses. */
export function checkLabels(records: Records) {
  const { language } = records.workshop
  if (/^en(?:-|$)/.test(language)) return
  const yaml = yamlOf(records, RECORD_FILES.interface)
  const written = yaml.value as Record<string, object | undefined>
  for (const kind of new Set(Object.values(records.exercises).map(exercise => exercise.kind))) {
    for (const [name, english] of Object.entries(kinds[kind]!.labels)) {
      if (Object.hasOwn(written[kind] ?? {}, name)) continue
      records.report(
        yaml.problemAt(
          `interface/${name}`,
          `Expected the field "${name}" of "${kind}" in the workshop's language, "${language}", found none.`,
          [kind, name],
          `write it under "${kind}:"; in English it says "${english}"`,
        ),
      )
    }
  }
}
