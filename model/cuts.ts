import type { RichText } from '../components/text/rich-text'
import { activityTitle } from './activities'
import type { Row } from './schedule'
import { runOfShow } from './schedule'
import type { CutRecord } from './schemas/guide'
import type { Workshop } from './workshop'

/** Something that gives minutes back, at its place in the run of show. */
export interface Cut {
  /** Minutes from the workshop's beginning at which its activity begins. */
  from: number
  title: string
  /** What to do instead; a buffer is used up without a word. */
  how?: RichText
  saves: number
}

/** A moment at which the clock is looked at: the beginning of a part. */
export interface Checkpoint {
  module: string
  title: string
  from: number
}

/** What to leave out from a moment on when so many minutes are missing. */
export interface Relief {
  /** Indexes into the list of cuts. */
  cuts: number[]
  saved: number
  /** The minutes that are still missing when everything that may go is gone. */
  short: number
}

export interface CutTable {
  /** Buffers first, then the cuts in the order of the record: what is missed least first. */
  cuts: Cut[]
  missing: readonly number[]
  rows: { checkpoint: Checkpoint; reliefs: Relief[] }[]
}

/** Minutes missing that the table has a column for, up to a quarter of the workshop. */
const MISSING = [3, 5, 10, 15, 20]

type Planned = Pick<Workshop, 'modules' | 'exercises' | 'labels' | 'guide' | 'length'>

/** What to leave out, by where one is and by how many minutes are missing. Only what is still to come can be cut. */
export function cutTable(workshop: Planned): CutTable {
  const { modules, guide, length } = workshop
  const missing = MISSING.filter((each, index) => index === 0 || each <= length / 4)
  const rows = runOfShow(modules)
  const title = ({ activity }: Row) => activityTitle(activity, workshop)
  const cuts = [
    ...rows
      .filter(({ activity }) => 'buffer' in activity)
      .map((row): Cut => ({ from: row.from, title: title(row), saves: row.minutes })),
    ...guide.cuts.flatMap((record): Cut[] => {
      const row = rows.find(each => isCutFrom(record, each))
      return row ? [{ from: row.from, title: title(row), how: record.how, saves: record.saves }] : []
    }),
  ]
  const checkpoints = modules.map(({ id, title }): Checkpoint => {
    const { from } = rows.find(row => row.module === id)!
    return { module: id, title, from }
  })
  return {
    cuts,
    missing,
    rows: checkpoints.map(checkpoint => ({
      checkpoint,
      reliefs: missing.map(each => relief(cuts, checkpoint.from, each)),
    })),
  }
}

/** Whether a cut takes minutes from the activity of this row. */
export function isCutFrom(cut: CutRecord, { module, activity }: Pick<Row, 'module' | 'activity'>): boolean {
  if ('exercise' in cut) return 'exercise' in activity && activity.exercise === cut.exercise
  if ('debrief' in cut) return 'debrief' in activity && activity.debrief === cut.debrief
  return 'talk' in activity && activity.id === cut.talk && module === cut.part
}

/** Takes cuts in their order until the minutes are there, and gives back those that turned out to be too many. */
function relief(cuts: readonly Cut[], from: number, missing: number): Relief {
  const taken: number[] = []
  let saved = 0
  for (const [index, cut] of cuts.entries()) {
    if (saved >= missing) break
    if (cut.from < from) continue
    taken.push(index)
    saved += cut.saves
  }
  for (const index of taken.toReversed()) {
    const { saves, how } = cuts[index]!
    if (how && saved - saves >= missing) {
      taken.splice(taken.indexOf(index), 1)
      saved -= saves
    }
  }
  return { cuts: taken, saved, short: Math.max(0, missing - saved) }
}
