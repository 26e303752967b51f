import { dayAfter, readDay } from '../../text/day'
import { isRecord, readText, readWhole } from '../kind'

/** The steps of a ladder, from easy to brave. */
export const STEPS = ['easy', 'further', 'brave'] as const
export const DAYS = 7
/** Some weeks of a small skill; then it is none any more, or another one is chosen. */
const MOST_WEEKS = 12
/** Three tries, with a day between them: what a week begins with. */
const FIRST_TRIES = [0, 2, 4]

export interface Try {
  /** Days after the first day of the week. */
  at: number
  done: boolean
  /** What the other person did. */
  met: string
}

export interface Week {
  /** Its first day, 2031-04-09; empty until it is chosen. */
  from: string
  /** The step that is practised: 0 is the easiest. */
  step: number
  /** By day, the first one first. */
  tries: Try[]
  /** Where the next week goes: a step down, the same again, a step up; absent until it is chosen. */
  next?: -1 | 0 | 1
}

export const emptyWeek = (): Week => ({ from: '', step: 0, tries: [] })

/** Reads weeks from stored JSON; there is always one. */
export function readWeeks(json: unknown): Week[] {
  const weeks = (Array.isArray(json) ? json.slice(0, MOST_WEEKS) : []).map(readWeek)
  return weeks.length ? weeks : [emptyWeek()]
}

function readWeek(json: unknown): Week {
  const given = isRecord(json) ? json : {}
  const tries = new Map<number, Try>()
  for (const each of Array.isArray(given.tries) ? given.tries.slice(0, 100) : []) {
    const from: Record<string, unknown> = isRecord(each) ? each : {}
    const at = readWhole(from.at, 0, DAYS - 1)
    if (at !== undefined) tries.set(at, { at, done: from.done === true, met: readText(from.met, 400) })
  }
  const next = readWhole(given.next, -1, 1) as -1 | 0 | 1 | undefined
  return {
    from: readDay(given.from),
    step: readWhole(given.step, 0, STEPS.length - 1) ?? 0,
    tries: [...tries.values()].sort((a, b) => a.at - b.at),
    ...(next !== undefined && { next }),
  }
}

/** The day of a try; empty as long as the week has no first day. */
export const dayOfTry = ({ from }: Pick<Week, 'from'>, at: number) => (from ? dayAfter(from, at) : '')

/** With another first day. A week that has none of its days yet begins with three of them. */
export function withFrom(week: Week, from: string): Week {
  const tries = week.tries.length || !from ? week.tries : FIRST_TRIES.map(at => ({ at, done: false, met: '' }))
  return { ...week, from, tries }
}

/** With a day more, or without it. */
export function withTry(week: Week, at: number, wanted: boolean): Week {
  const others = week.tries.filter(each => each.at !== at)
  const own = week.tries.find(each => each.at === at) ?? { at, done: false, met: '' }
  return { ...week, tries: (wanted ? [...others, own] : others).sort((a, b) => a.at - b.at) }
}

/** With what became of one try. */
export function withResult(week: Week, at: number, part: Partial<Omit<Try, 'at'>>): Week {
  return { ...week, tries: week.tries.map(each => (each.at === at ? { ...each, ...part } : each)) }
}

/** The week after: the same days, all of them open, on the step that was chosen. */
export function weekAfter({ from, step, tries, next = 0 }: Week): Week {
  return {
    from: dayOfTry({ from }, DAYS),
    step: Math.min(STEPS.length - 1, Math.max(0, step + next)),
    tries: tries.map(({ at }) => ({ at, done: false, met: '' })),
  }
}

export const isFull = (weeks: readonly Week[]) => weeks.length >= MOST_WEEKS

/** Whether anything was put into it. */
export const isPlanned = ({ from, tries }: Week) => from !== '' && tries.length > 0
