import { activityTitle } from '../activities'
import type { CountedActivity } from '../minutes/count'
import { countActivities, isOver } from '../minutes/count'
import type { Records } from '../records'
import { minutesAndSeconds } from '../schedule'
import type { Slide } from '../slides'
import { yamlOf } from './locate'

/** What is said, waited for and worked at must fit into the minutes of its activity. */
export function checkCountedMinutes(records: Records, slides: Slide[]) {
  const { modules, exercises, workshop } = records
  // Minutes that stand twice are a problem of their own, reported where they stand: which ones count is not known yet.
  const counted = countActivities({ ...workshop, modules, exercises, slides })
  for (const each of counted.filter(one => isOver(one) && !standsTwice(one, counted))) {
    const { folder } = modules.find(({ id }) => id === each.module)!
    records.report(
      yamlOf(records, `${folder}/module.yaml`).problemAt(
        'module/minutes',
        `Expected “${activityTitle(each.activity, { exercises, labels: workshop.labels })}” to take ` +
          `${minutesAndSeconds(each.planned)}, found ${minutesAndSeconds(each.counted)}: ${parts(each)}.`,
        ['activities', each.index, 'minutes'],
        `give it more minutes, or ${shorter(each)}.`,
      ),
    )
  }
}

const standsTwice = ({ activity }: CountedActivity, all: readonly CountedActivity[]) =>
  'exercise' in activity &&
  all.filter(each => 'exercise' in each.activity && each.activity.exercise === activity.exercise).length > 1

const parts = ({ spoken, waited, working }: CountedActivity) =>
  [
    [spoken, 'spoken'],
    [waited, 'waited'],
    [working, 'of work'],
  ]
    .filter(([seconds]) => seconds)
    .map(([seconds, what]) => `${minutesAndSeconds(Number(seconds))} ${what}`)
    .join(', ')

/** What would shorten it most: less to do, or its longest lines. */
const shorter = ({ lines, working, spoken, waited }: CountedActivity) =>
  working > spoken + waited || !lines.length
    ? 'let the exercise ask for less'
    : `shorten ${lines
        .slice(0, 3)
        .map(({ file, line, words, wait }) => `${file}:${line} (${words ? `${words} words` : `waits ${wait} s`})`)
        .join(', ')}`
