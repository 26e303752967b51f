/** A module's activities, as every view of the workshop has them. */
export type Activity =
  | { talk: string; id: string; minutes: number }
  | { exercise: string; minutes: number }
  | { debrief: string; minutes: number }
  | { break: string; minutes: number }
  | { buffer: string; minutes: number }

export interface Timed {
  id: string
  title: string
  activities: Activity[]
}

export interface Row {
  /** Minutes from the workshop's beginning. */
  from: number
  minutes: number
  module: string
  activity: Activity
}

export interface Section {
  id: string
  title: string
  from: number
  minutes: number
  isBreak: boolean
}

/** Every activity with the minute it begins at. Minutes are written once, in the modules; this adds them up. */
export function runOfShow(modules: readonly Timed[]): Row[] {
  let from = 0
  return modules.flatMap(module =>
    module.activities.map(activity => {
      const row = { from, minutes: activity.minutes, module: module.id, activity }
      from += activity.minutes
      return row
    }),
  )
}

/** The workshop part by part, breaks on their own and buffers within their part: what an agenda shows. */
export function sections(modules: readonly Timed[]): Section[] {
  const result: Section[] = []
  for (const row of runOfShow(modules)) {
    const isBreak = 'break' in row.activity
    const last = result.at(-1)
    if (last && !isBreak && !last.isBreak && last.id === row.module) last.minutes += row.minutes
    else
      result.push({
        id: row.module,
        title: 'break' in row.activity ? row.activity.break : modules.find(each => each.id === row.module)!.title,
        from: row.from,
        minutes: row.minutes,
        isBreak,
      })
  }
  return result
}

/** Ids of the exercises of a part: those of its activities in their order, then those for home. */
export function exercisesOf(part: { activities: readonly Activity[]; forHome: readonly string[] }): string[] {
  return [...part.activities.flatMap(each => ('exercise' in each ? [each.exercise] : [])), ...part.forHome]
}

/** Whole length in minutes, breaks included. */
export function totalMinutes(modules: readonly Timed[]): number {
  return runOfShow(modules).reduce((sum, row) => sum + row.minutes, 0)
}

/**
 * The time of day so many minutes after the start, as HH:MM; goes round at midnight.
 * @param start HH:MM
 * @param minutes from the start, 0 or more
 */
export function clockTime(start: string, minutes: number): string {
  const [hours = 0, past = 0] = start.split(':').map(Number)
  const total = (hours * 60 + past + minutes) % (24 * 60)
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

/** Seconds as minutes and seconds: 95 is "1:35". */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
