import { activityTitle } from '../model/activities'
import type { CountedActivity, CountedLine } from '../model/minutes/count'
import { countActivities, isOver } from '../model/minutes/count'
import { isArrival, minutesAndSeconds } from '../model/schedule'
import type { Workshop } from '../model/workshop'

const WIDTH = 64
const LONGEST = 3
const COLUMNS = ['planned', 'counted', 'spoken', 'waits', 'work']

/**
 * What `npm run check` prints about time: planned and counted minutes, activity by activity, and under each activity
 * that is over its longest lines.
 */
export function minutesTable(workshop: Workshop): string {
  const counted = countActivities(workshop)
  const over = counted.filter(isOver)
  return [
    `  ${`Minutes at ${workshop.pace} spoken words a minute`.padEnd(WIDTH)}${columns(COLUMNS)}`,
    ...workshop.modules.flatMap(module => [
      `  ${module.title}`,
      ...counted.filter(each => each.module === module.id).flatMap(each => rows(each, workshop)),
    ]),
    `  ${'In all, from the start'.padEnd(WIDTH)}${times(total(counted.filter(each => !isArrival(each.activity))))}`,
    over.length
      ? `  ${over.length} of ${counted.length} activities are over (!), ${minutesAndSeconds(excess(over))} in all.`
      : '  Every activity holds.',
  ].join('\n')
}

function rows(counted: CountedActivity, workshop: Workshop): string[] {
  const title = short(activityTitle(counted.activity, workshop), WIDTH - 2)
  const row = `${isOver(counted) ? '!' : ' '}   ${title.padEnd(WIDTH - 2)}${times(counted)}`
  return isOver(counted) ? [row, ...counted.lines.slice(0, LONGEST).map(longLine)] : [row]
}

function longLine({ file, line, words, wait }: CountedLine): string {
  const parts = [words && `${words} words`, wait && `waits ${minutesAndSeconds(wait)}`].filter(Boolean)
  return `        ${file}:${line}  ${parts.join(', ')}`
}

const times = ({ planned, counted, spoken, waited, working }: Times) =>
  columns([planned, counted, spoken, waited, working].map(minutesAndSeconds))

const columns = (cells: readonly string[]) => cells.map(cell => cell.padStart(9)).join('')

type Times = Pick<CountedActivity, 'planned' | 'counted' | 'spoken' | 'waited' | 'working'>

function total(counted: readonly CountedActivity[]): Times {
  const sum = (part: keyof Times) => counted.reduce((all, each) => all + each[part], 0)
  return {
    planned: sum('planned'),
    counted: sum('counted'),
    spoken: sum('spoken'),
    waited: sum('waited'),
    working: sum('working'),
  }
}

const excess = (over: readonly CountedActivity[]) => over.reduce((all, each) => all + each.counted - each.planned, 0)

const short = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)
