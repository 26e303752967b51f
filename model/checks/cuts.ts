import { activityTitle } from '../activities'
import { RECORD_FILES } from '../content-paths'
import { isCutFrom } from '../cuts'
import { didYouMean, isLikelyTypoOf } from '../nearest'
import type { Records } from '../records'
import type { Activity, Row } from '../schedule'
import { exerciseOf, runOfShow } from '../schedule'
import { yamlOf } from './locate'

const WHAT = {
  exercise: 'an exercise of the plan',
  debrief: 'a debrief of the plan',
  talk: 'a talk of this part',
}

/** Every cut is one of an activity, saves no more minutes than that has, and leaves alone what must stay. */
export function checkCuts(records: Records) {
  const { modules, exercises } = records
  const { guide, labels } = records.workshop
  const yaml = yamlOf(records, RECORD_FILES.guide)
  const complain = (path: (string | number)[], message: string, hint: string) =>
    records.report(yaml.problemAt(`guide/${path[0]}`, message, path, hint))
  const rows = runOfShow(modules)
  const title = (row: Row) => activityTitle(row.activity, { exercises, labels })
  const ids = Object.keys(exercises)
  guide.stays.forEach((id, index) => {
    if (!ids.includes(id))
      complain(['stays', index], `Expected the id of an exercise, found "${id}".`, didYouMean(id, ids))
  })
  const saved = new Map<object, number>()
  guide.cuts.forEach((cut, index) => {
    const field = 'exercise' in cut ? 'exercise' : 'debrief' in cut ? 'debrief' : 'talk'
    const id = 'exercise' in cut ? cut.exercise : 'debrief' in cut ? cut.debrief : cut.talk
    const row = rows.find(each => isCutFrom(cut, each))
    if (!row) {
      const known = modules.flatMap(module =>
        'talk' in cut && module.id !== cut.part
          ? []
          : module.activities.flatMap(each => (field in each ? nameOf(each) : [])),
      )
      // A misspelt activity is reported in its module.
      if (known.some(each => isLikelyTypoOf(each, id, ids))) return
      complain(['cuts', index, field], `Expected the id of ${WHAT[field]}, found "${id}".`, didYouMean(id, known))
      return
    }
    if (field !== 'talk' && guide.stays.includes(id))
      complain(
        ['cuts', index, field],
        `Expected no cut of what stays, found one of “${exercises[id]?.title ?? id}”.`,
        'remove the cut, or the exercise from `stays:`.',
      )
    const sum = (saved.get(row) ?? 0) + cut.saves
    saved.set(row, sum)
    if (sum > row.minutes)
      complain(
        ['cuts', index, 'saves'],
        `Expected cuts of at most the ${row.minutes} minutes of “${title(row)}”, found ${sum}.`,
        'lower the minutes that it saves.',
      )
  })
}

/** What a cut names an activity by; breaks and buffers cannot be cut. */
const nameOf = (activity: Activity) => exerciseOf(activity) ?? ('talk' in activity ? activity.id : [])
