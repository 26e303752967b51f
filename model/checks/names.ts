import { didYouMean } from '../nearest'
import type { Records } from '../records'
import { exerciseOf } from '../schedule'
import { yamlOf, yamlOfExercise } from './locate'

/** Every id that one record uses for another must be the id of something. */
export function checkNames(records: Records) {
  const exercises = Object.keys(records.exercises)
  const objectives = records.workshop.objectives.map(objective => objective.id)

  for (const module of records.modules) {
    const yaml = yamlOf(records, `${module.folder}/module.yaml`)
    module.objectives.forEach((id, index) => {
      if (!objectives.includes(id))
        records.report(
          yaml.problemAt(
            'module/objectives',
            `Expected an objective of workshop.yaml, found "${id}".`,
            ['objectives', index],
            didYouMean(id, objectives),
          ),
        )
    })
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
    const yaml = yamlOfExercise(records, exercise)
    exercise.practises.forEach((id, index) => {
      if (!objectives.includes(id))
        records.report(
          yaml.problemAt(
            'exercise/practises',
            `Expected an objective of workshop.yaml, found "${id}".`,
            ['practises', index],
            didYouMean(id, objectives),
          ),
        )
    })
  }
}
