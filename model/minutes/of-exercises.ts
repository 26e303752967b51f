import { exercisesOf, isArrival } from '../schedule'
import type { Exercise } from '../schemas/exercise'
import type { Module } from '../workshop'
import type { Speech } from './spoken'
import { workingSeconds } from './working'

/**
 * The exercises in running order, with the minutes that the activities give them, or their own for home. What people
 * do while they arrive takes as long as its answers do: its activity is as long as the doors are open.
 */
export function withMinutes(
  exercises: Record<string, Exercise>,
  modules: readonly Module[],
  speech: Speech,
): Record<string, Exercise> {
  const placed = modules.flatMap(module => module.activities.filter(activity => 'exercise' in activity))
  const minutes = new Map(
    placed.map(activity => {
      const exercise = isArrival(activity) ? exercises[activity.exercise] : undefined
      return [activity.exercise, exercise ? Math.ceil(workingSeconds(exercise, speech) / 60) : activity.minutes]
    }),
  )
  const ids = new Set([...modules.flatMap(exercisesOf), ...Object.keys(exercises)])
  return Object.fromEntries(
    [...ids]
      .filter(id => Object.hasOwn(exercises, id))
      .map(id => [id, { ...exercises[id]!, minutes: minutes.get(id) ?? exercises[id]!.minutesAtHome ?? 0 }]),
  )
}
