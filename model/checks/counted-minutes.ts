import { activityTitle } from '../activities'
import type { CountedActivity } from '../minutes/count'
import { countActivities, isOver } from '../minutes/count'
import type { Records } from '../records'
import { minutesAndSeconds } from '../schedule'
import type { Slide } from '../slides'
import { yamlOf } from './places'

/** What is said, waited for and worked at must fit into the minutes of its activity. */
export function checkCountedMinutes(records: Records, slides: Slide[]) {
  const { modules, exercises, workshop } = records
  for (const each of countActivities({ ...workshop, modules, exercises, slides }).filter(isOver)) {
    const { folder } = modules.find(({ id }) => id === each.module)!
    records.report(
      yamlOf(records, `${folder}/module.yaml`).problemAt(
        'module/minutes',
        `Expected “${activityTitle(each.activity, { exercises, labels: workshop.labels })}” to take ` +
          `${minutesAndSeconds(each.planned)}, found ${minutesAndSeconds(each.counted)}: ${parts(each)}.`,
        ['activities', each.index, 'minutes'],
        `give it more minutes, or shorten ${longest(each)}.`,
      ),
    )
  }
}

const parts = ({ spoken, waited, working }: CountedActivity) =>
  [
    [spoken, 'spoken'],
    [waited, 'waited'],
    [working, 'of work'],
  ]
    .filter(([seconds]) => seconds)
    .map(([seconds, what]) => `${minutesAndSeconds(Number(seconds))} ${what}`)
    .join(', ')

const longest = ({ lines }: CountedActivity) =>
  lines.length
    ? lines
        .slice(0, 3)
        .map(({ file, line, words }) => `${file}:${line} (${words} words)`)
        .join(', ')
    : 'the exercise'
