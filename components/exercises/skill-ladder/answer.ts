import { fill } from '../../fill'
import { dayInWords, EARLIEST_DAY } from '../../text/day'
import { isolated } from '../../text/isolate'
import type { Kind } from '../kind'
import { isRecord, readText } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE } from '../working-time'
import type { SkillLadder } from './schema'
import type { Week } from './week'
import { dayOfTry, emptyWeek, isPlanned, readWeeks, STEPS } from './week'

export interface SkillLadderAnswer {
  /** The id of the skill chosen; empty while there is none. */
  skill: string
  /** The three steps in one's own words; where there are none, the record's example stands. */
  steps: [string, string, string]
  /** Never empty: the last of them is the one that goes on now. */
  weeks: Week[]
}

type Asked = Pick<SkillLadder, 'skills'>

/** How many lines a pen gets for each step: in a room, the first one is written. */
export const LINES = 2

export const kind: Kind<Asked, SkillLadderAnswer, SkillLadder['reveal']> = {
  // Versions 1 and 2 were those of a plain activity under the same name, with one note of three steps.
  version: 3,
  empty: () => ({ skill: '', steps: ['', '', ''], weeks: [emptyWeek()] }),
  read(json, version, { skills }) {
    if (!isRecord(json)) return undefined
    const steps: unknown[] = version < 3 ? [json.note] : Array.isArray(json.steps) ? json.steps : []
    return {
      skill: skills.find(({ id }) => id === json.skill)?.id ?? '',
      steps: [readText(steps[0]), readText(steps[1]), readText(steps[2])],
      weeks: readWeeks(version < 3 ? [] : json.weeks),
    }
  },
  /** Planning is what is done in one sitting; the tries come afterwards. */
  progress({ skill, steps, weeks }) {
    if (skill && weeks.some(isPlanned)) return 'done'
    const begun = skill || steps.some(step => step.trim()) || weeks.some(({ from, tries }) => from || tries.length)
    return begun ? 'some' : 'none'
  },
  categories: ({ skills }) => skills.map(({ id }) => id),
  categoryNames: ({ skills }) => skills.map(({ name }) => name),
  categoriesOf: ({ skill }) => (skill ? [skill] : []),
  toText(answer, exercise, { labels: { 'skill-ladder': labels }, language }) {
    const name = exercise.skills.find(({ id }) => id === answer.skill)?.name ?? ''
    const steps = STEPS.map((step, at) => [labels[step], stepOf(answer, exercise, at)] as const)
    const texts = [
      { ask: [labels.mine], text: name },
      {
        ask: [labels.mySteps],
        text: steps.flatMap(([step, text]) => (text ? [`${step}: ${isolated(text)}`] : [])).join('\n'),
      },
      ...answer.weeks.filter(isPlanned).map(week => ({
        ask: [fill(labels.weekOf, { day: dayInWords(week.from, language) })],
        text: [
          labels[STEPS[week.step]!],
          ...week.tries.map(({ at, done, met }) =>
            [dayInWords(dayOfTry(week, at), language), done ? labels.tried : '', isolated(met.trim())]
              .filter(Boolean)
              .join(' · '),
          ),
        ].join('\n'),
      })),
    ]
    return texts.filter(({ text }) => text)
  },
  revealed: ({ point, finding, caveat }) => [point, finding, caveat],
  /** In a room: a skill and a day are chosen, and the first step is written. */
  workingSeconds: () => 2 * SECONDS_A_CHOICE + LINES * SECONDS_A_LINE,
  /** Every day on which a try is still open. A year that is still being typed gives none. */
  appointments(answer, exercise, { labels: { 'skill-ladder': labels } }) {
    const skill = exercise.skills.find(({ id }) => id === answer.skill)
    return answer.weeks.flatMap((week, index) => {
      const step = stepOf(answer, exercise, week.step)
      const title =
        skill && step ? fill(labels.calendar, { skill: skill.name, step: isolated(step.replace(/\s+/g, ' ')) }) : ''
      return title ? openTries(week).map(({ number, day }) => ({ key: `${index + 1}-${number}`, day, title })) : []
    })
  },
  /** The next try, for a plan: its day, and what is done on it. */
  ideas(answer, exercise, { labels: { 'skill-ladder': labels }, language }) {
    const week = answer.weeks[answer.weeks.length - 1]!
    const then = stepOf(answer, exercise, week.step)
    const [first] = openTries(week)
    if (!answer.skill || !then || !first) return []
    return [{ if: fill(labels.ideaIf, { day: dayInWords(first.day, language) }), then: inShort(then) }]
  },
  /** The step that is practised now. */
  reminders(answer, exercise, { labels: { 'skill-ladder': labels } }) {
    const { step } = answer.weeks[answer.weeks.length - 1]!
    const text = answer.skill && stepOf(answer, exercise, step)
    return text ? [{ ask: [fill(labels.stepNow, { step: labels[STEPS[step]!] })], text }] : []
  },
}

/** One's own words for a step, or the example of the skill that was chosen. */
export function stepOf({ skill, steps }: SkillLadderAnswer, { skills }: Asked, at: number): string {
  return steps[at]?.trim() || (skills.find(({ id }) => id === skill)?.steps[at] ?? '')
}

/** A plan is said aloud: a step that is longer than this is cut after a word. */
const LONGEST_IDEA = 110

function inShort(step: string): string {
  const text = step.replace(/\s+/g, ' ')
  return text.length > LONGEST_IDEA ? `${text.slice(0, LONGEST_IDEA).replace(/\s+\S*$/, '')} …` : text
}

/** The tries that are still to come, with their days, and numbers that a try keeps when it is moved. */
const openTries = (week: Week) =>
  week.from < EARLIEST_DAY
    ? []
    : week.tries.flatMap(({ at, done }, index) => (done ? [] : [{ number: index + 1, day: dayOfTry(week, at) }]))

/** The week that goes on now, changed. */
export function withWeek({ weeks }: SkillLadderAnswer, week: Week): Pick<SkillLadderAnswer, 'weeks'> {
  return { weeks: [...weeks.slice(0, -1), week] }
}
