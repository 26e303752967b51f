/** A module's activities, as every view of the workshop has them. */
export type Activity =
  | { talk: string; id: string; minutes: number }
  | { exercise: string; minutes: number; arrival?: true | undefined }
  | { debrief: string; minutes: number }
  | { break: string; minutes: number }
  | { buffer: string; minutes: number }

export interface Timed {
  id: string
  title: string
  activities: readonly Activity[]
}

export interface Row {
  /** Minutes from the workshop's beginning; below 0 for what people do while they arrive. */
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

/** Whether an activity is over when the workshop begins: its minutes are none of the workshop's. */
export const isArrival = (activity: Activity) => 'arrival' in activity && activity.arrival === true

/** Every activity with the minute it begins at. Minutes are written once, in the modules; this adds them up. */
export function runOfShow(modules: readonly Timed[]): Row[] {
  let from = totalMinutes(modules) - sum(modules.flatMap(({ activities }) => activities))
  return modules.flatMap(module =>
    module.activities.map(activity => {
      const row = { from, minutes: activity.minutes, module: module.id, activity }
      from += activity.minutes
      return row
    }),
  )
}

/**
 * The workshop part by part, breaks on their own and buffers within their part: what an agenda shows. It begins when
 * the workshop does; what people do while they arrive is not on it.
 */
export function sections(modules: readonly Timed[]): Section[] {
  const result: Section[] = []
  for (const row of runOfShow(modules)) {
    if (isArrival(row.activity)) continue
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

/** The exercise that an activity does or debriefs; talks, breaks and buffers have none. */
export function exerciseOf(activity: Activity): string | undefined {
  return 'exercise' in activity ? activity.exercise : 'debrief' in activity ? activity.debrief : undefined
}

/** Ids of the exercises that a part does in the room, in the order of its activities. */
export function exercisesInRoom({ activities }: Pick<Timed, 'activities'>): string[] {
  return activities.flatMap(activity => ('exercise' in activity ? [activity.exercise] : []))
}

/** The part that an exercise belongs to, in the room or for home. */
export function partOf<P extends Parameters<typeof exercisesOf>[0]>(
  parts: readonly P[],
  exercise: string,
): P | undefined {
  return parts.find(part => exercisesOf(part).includes(exercise))
}

/** Ids of the exercises of a part: those that it does in the room, then those for home. */
export function exercisesOf(part: Pick<Timed, 'activities'> & { forHome: readonly string[] }): string[] {
  return [...exercisesInRoom(part), ...part.forHome]
}

/** Whole length in minutes, breaks included, from the workshop's beginning. */
export function totalMinutes(modules: readonly Pick<Timed, 'activities'>[]): number {
  return sum(modules.flatMap(({ activities }) => activities.filter(activity => !isArrival(activity))))
}

const sum = (activities: readonly Activity[]) => activities.reduce((total, { minutes }) => total + minutes, 0)

/**
 * The time of day so many minutes after the start, as HH:MM; goes round at midnight.
 * @param start HH:MM
 * @param minutes from the start; before it when below 0
 */
export function clockTime(start: string, minutes: number): string {
  const [hours = 0, past = 0] = start.split(':').map(Number)
  const DAY = 24 * 60
  const total = (((hours * 60 + past + minutes) % DAY) + DAY) % DAY
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

/** Seconds as minutes and seconds: 95 is "1:35". */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
