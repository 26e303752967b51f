import { didYouMean, isLikelyTypoOf } from '../nearest'
import type { Records } from '../records'
import { exerciseOf, exercisesInRoom } from '../schedule'
import type { Exercise } from '../schemas/exercise'
import { checkKind } from './kind'
import { yamlOfExercise } from './locate'

/** What makes an exercise whole beyond its fields: its minutes, its place in a lesson, its kind's own check. */
export function checkExercises(records: Records) {
  const placed = records.modules.flatMap(exercisesInRoom)
  const inLessons = new Set(
    records.modules.flatMap(module => module.lesson.flatMap(block => (block.type === 'exercise' ? [block.id] : []))),
  )
  const ids = Object.keys(records.exercises)
  for (const exercise of Object.values(records.exercises)) {
    const yaml = yamlOfExercise(records, exercise)
    const complain = (rule: string, message: string, hint: string) =>
      records.report(yaml.problem(rule, message, { line: 1, column: 1 }, hint))
    const times = placed.filter(id => id === exercise.id).length
    if (exercise.minutesAtHome !== undefined) checkAtHome(records, exercise)
    else if (times > 1 || (times === 0 && !placed.some(id => isLikelyTypoOf(id, exercise.id, ids))))
      complain(
        'exercise/activity',
        `Expected one activity of a module for "${exercise.id}", found ${times || 'none'}.`,
        times
          ? 'keep one; asking again is an exercise of its own with `repeats`.'
          : `add "- exercise: ${exercise.id}" with its minutes to the activities of its module.yaml, or ` +
              'give it `minutesAtHome` if it is for home.',
      )
    if (
      !inLessons.has(exercise.id) &&
      ![...inLessons].some(id => isLikelyTypoOf(id, exercise.id, ids)) &&
      !isMisplaced(records, exercise.id)
    )
      complain(
        'exercise/lesson',
        `Expected a lesson with ::exercise{#${exercise.id}}, found none.`,
        'write it on a line of its own in lesson.md, where a reader alone should do the exercise.',
      )
    checkKind(exercise, yaml, records)
  }
  for (const module of records.modules) {
    for (const block of module.lesson) {
      if (block.type === 'exercise' && !Object.hasOwn(records.exercises, block.id))
        complainInLesson(records, `${module.folder}/lesson.md`, block.id)
    }
  }
}

/** An exercise for home belongs to the part whose lesson has it: to one, and to no minute of the plan. */
function checkAtHome(records: Records, { id }: Exercise) {
  const complain = (message: string, hint: string) =>
    records.report(yamlOfExercise(records, { id }).problemAt('exercise/home', message, ['minutesAtHome'], hint, true))
  for (const { id: module, activities } of records.modules) {
    if (activities.some(activity => exerciseOf(activity) === id))
      complain(
        `Expected an exercise for home outside the plan, found "${id}" among the activities of "${module}".`,
        'remove the activity, or `minutesAtHome`.',
      )
  }
  const lessons = records.modules.filter(({ forHome }) => forHome.includes(id))
  if (lessons.length > 1)
    complain(
      `Expected one lesson with ::exercise{#${id}}, found ${lessons.map(each => `"${each.id}"`).join(' and ')}.`,
      'keep one; the exercise belongs to the part whose lesson has it.',
    )
}

/** Whether some lesson names the exercise in a form that is reported as a problem of that lesson. */
function isMisplaced(records: Records, id: string): boolean {
  return records.modules.some(module =>
    new RegExp(`exercise\\s*[{[]#?${id}\\b`).test(records.files.get(`${module.folder}/lesson.md`)!.text),
  )
}

function complainInLesson(records: Records, name: string, id: string) {
  const file = records.files.get(name)!
  const offset = file.text.indexOf(`{#${id}}`) + '{#'.length
  records.report(
    file.problem(
      'lesson/exercise',
      `Expected the id of an exercise, found "${id}".`,
      file.placeOf(offset, id.length),
      didYouMean(id, Object.keys(records.exercises)),
    ),
  )
}
