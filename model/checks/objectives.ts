import { RECORD_FILES } from '../content-paths'
import type { Records } from '../records'
import { yamlOf } from './locate'

/** Every objective has to be practised by an exercise. */
export function checkObjectives(records: Records) {
  const practised = new Set(Object.values(records.exercises).flatMap(exercise => exercise.practises))
  records.workshop.objectives.forEach((objective, index) => {
    if (!practised.has(objective.id))
      records.report(
        yamlOf(records, RECORD_FILES.workshop).problemAt(
          'workshop/objectives',
          `Expected an exercise that practises "${objective.id}", found none.`,
          ['objectives', index, 'id'],
          'name it under `practises` in an exercise, or drop the objective.',
        ),
      )
  })
}
