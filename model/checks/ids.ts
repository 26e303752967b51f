import { RECORD_FILES } from '../content-paths'
import type { Records } from '../records'
import type { Path, YamlFile } from '../source-file'
import { ownPart, yamlOf, yamlOfExercise } from './locate'

/** Answers are stored, and slides find their records, under these ids: two of the same name would be one. */
export function checkIds(records: Records) {
  const { references: _, labels: __, guide: ___, ...workshop } = records.workshop
  expectUnique(records, yamlOf(records, RECORD_FILES.workshop), workshop, [])
  for (const { lesson: _, ...module } of records.modules)
    expectUnique(records, yamlOf(records, `${module.folder}/module.yaml`), module, [])
  for (const exercise of Object.values(records.exercises)) {
    const yaml = yamlOfExercise(records, exercise)
    expectUnique(records, yaml, ownPart(exercise, yaml), [])
  }
}

function expectUnique(records: Records, yaml: YamlFile, value: unknown, path: Path) {
  if (!value || typeof value !== 'object') return
  if (Array.isArray(value)) {
    const ids = value.map(entry => (entry && typeof entry === 'object' ? (entry as { id?: unknown }).id : undefined))
    ids.forEach((id, index) => {
      if (typeof id === 'string' && ids.indexOf(id) !== index)
        records.report(
          yaml.problemAt(
            'content/id',
            `Expected an id of its own, found "${id}" a second time.`,
            [...path, index, 'id'],
            'rename one of the two; answers and slides find their entry by it.',
          ),
        )
    })
  }
  for (const [key, child] of Object.entries(value))
    expectUnique(records, yaml, child, [...path, Array.isArray(value) ? Number(key) : key])
}
