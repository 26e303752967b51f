import { didYouMean } from '../nearest'
import type { Records } from '../records'
import { exerciseOf } from '../schedule'
import type { YamlFile } from '../source-file'
import { yamlOf, yamlOfExercise } from './locate'

/** Every id that one record uses for another must be the id of something. */
export function checkNames(records: Records) {
  const exercises = Object.keys(records.exercises)
  const objectives = records.workshop.objectives.map(objective => objective.id)
  const checkObjectives = (ids: readonly string[], field: string, yaml: YamlFile, rule: string) =>
    ids.forEach((id, index) => {
      if (!objectives.includes(id))
        records.report(
          yaml.problemAt(
            rule,
            `Expected an objective of workshop.yaml, found "${id}".`,
            [field, index],
            didYouMean(id, objectives),
          ),
        )
    })

  for (const module of records.modules) {
    const yaml = yamlOf(records, `${module.folder}/module.yaml`)
    checkObjectives(module.objectives, 'objectives', yaml, 'module/objectives')
    module.activities.forEach((activity, index) => {
      const id = exerciseOf(activity)
      const field = 'exercise' in activity ? 'exercise' : 'debrief'
      if (id !== undefined && !exercises.includes(id))
        records.report(
          yaml.problemAt(
            `module/${field}`,
            `Expected the id of an exercise, found "${id}".`,
            ['activities', index, field],
            didYouMean(id, exercises),
          ),
        )
    })
  }
  for (const exercise of Object.values(records.exercises)) {
    checkObjectives(exercise.practises, 'practises', yamlOfExercise(records, exercise), 'exercise/practises')
  }
}
