import { fill } from '../../fill'
import type { RichText } from '../../text/rich-text'
import { plainText } from '../../text/rich-text'
import type { Kind } from '../kind'
import { isRecord, readText } from '../kind'
import { SECONDS_A_CHOICE } from '../working-time'
import { longestWay } from './graph'
import type { labels as english } from './labels'
import type { ConversationLab } from './schema'
import type { Said, Scenario, Walk } from './walk'
import { MOST_TURNS, parting, walkOf } from './walk'

/** What was tried of one scenario. */
export interface Tried {
  /** The try that goes on now, or was the last. */
  now: Said[]
  /** The one before it, from its first turn to its end. */
  before: Said[]
}

export interface ConversationLabAnswer {
  /** The id of the scenario on the screen; empty until one was chosen. */
  scenario: string
  /** By the ids of the scenarios. */
  tries: Record<string, Tried>
}

type Asked = Pick<ConversationLab, 'scenarios' | 'reveal'> & { talk?: number | undefined }

export const kind: Kind<Asked, ConversationLabAnswer, ConversationLab['reveal']> = {
  // Versions 1 and 2 were those of a plain activity under the same name, with one vote.
  version: 3,
  empty: exercise => readTries({}, '', exercise),
  read(json, version, exercise) {
    if (!isRecord(json)) return undefined
    if (version < 3) return fromVote(readText(json.vote), exercise)
    return readTries(isRecord(json.tries) ? json.tries : {}, readText(json.scenario), exercise)
  },
  progress(answer, { scenarios }) {
    const tried = scenarios.map(scenario => ({ scenario, ...triedOf(answer, scenario.id) }))
    if (tried.some(({ scenario, now, before }) => before.length || walkOf(scenario, now).end)) return 'done'
    return tried.some(({ now }) => now.length) || answer.scenario ? 'some' : 'none'
  },
  /** A room votes on the first scenario, line by line. */
  categories: ({ scenarios: [first] }) =>
    first!.turns.flatMap(turn => turn.lines.map(line => categoryOf(turn.id, line.id))),
  categoriesOf: (answer, { scenarios: [first] }) => [
    ...new Set(
      walkOf(first!, triedOf(answer, first!.id).now).steps.flatMap(({ turn, line }) =>
        line ? [categoryOf(turn.id, line.id)] : [],
      ),
    ),
  ],
  /** A room asks for one's own words; lines come afterwards, turn by turn. */
  doneInRoom: (answer, { scenarios: [first] }) =>
    triedOf(answer, first!.id).now.some(({ words }) => words.trim() !== ''),
  /** What one vote brings about is shown before the next. */
  openAfterReveal: true,
  /** What was said, how it was met as far as that was looked at, and what another try changed. */
  toText(answer, { scenarios, reveal }, { labels: { 'conversation-lab': labels } }) {
    return scenarios.flatMap(scenario => {
      const tried = triedOf(answer, scenario.id)
      const walk = walkOf(scenario, tried.now)
      const lines = [
        ...walk.steps.flatMap(step => stepInWords(step, scenario, reveal, labels)),
        ...endInWords(walk, scenario, reveal, labels),
        ...changeInWords(walkOf(scenario, tried.before), walk, labels),
      ]
      return lines.length ? [{ ask: [scenario.title], text: lines.join('\n') }] : []
    })
  },
  /** A room sees the ends of the first scenario; the answer key has all of it. */
  revealed: ({ debriefs }) => Object.values(Object.values(debriefs)[0] ?? {}),
  /** The longest way through the first scenario, read out and voted on turn by turn; then pairs talk. */
  workingSeconds: ({ scenarios: [first], talk = 0 }, aloud) =>
    talk +
    longestWay(first!, at => {
      const { scene, lines } = first!.turns[at]!
      return SECONDS_A_CHOICE + aloud([scene, ...lines.map(({ say }): RichText => [say])])
    }),
}

export const categoryOf = (turn: string, line: string) => `${turn}/${line}`

export const triedOf = ({ tries }: ConversationLabAnswer, scenario: string): Tried =>
  (Object.keys(tries).includes(scenario) && tries[scenario]) || { now: [], before: [] }

/** The reaction to a line, where the record has one. */
export function reactionTo(reveal: ConversationLab['reveal'], scenario: string, turn: string, line: string) {
  return reveal.reactions[scenario]?.[turn]?.[line]
}

/** What is changed when somebody writes, chooses or looks at one turn of the try that goes on. */
export function withSaid(
  answer: ConversationLabAnswer,
  scenario: Scenario,
  index: number,
  part: Partial<Omit<Said, 'turn'>>,
): Pick<ConversationLabAnswer, 'tries'> {
  const tried = triedOf(answer, scenario.id)
  const steps = walkOf(scenario, tried.now).steps.map(({ said }) => said)
  const said = { ...steps[index]!, ...part }
  // Another line leads elsewhere: what was said there does not come after it.
  const after = part.line === undefined || part.line === steps[index]!.line ? steps.slice(index + 1) : []
  const now = [...steps.slice(0, index), said, ...after].filter(isBegun)
  return { tries: { ...answer.tries, [scenario.id]: { ...tried, now } } }
}

/** Begins another try, and keeps the one that has come to its end to compare with. */
export function withAnotherTry(
  answer: ConversationLabAnswer,
  scenario: Scenario,
): Pick<ConversationLabAnswer, 'tries'> {
  const { now } = triedOf(answer, scenario.id)
  return { tries: { ...answer.tries, [scenario.id]: { now: [], before: now } } }
}

const isBegun = ({ words, line }: Said) => words !== '' || line !== ''

function readTries(given: Record<string, unknown>, chosen: string, { scenarios }: Asked): ConversationLabAnswer {
  return {
    scenario: scenarios.find(({ id }) => id === chosen)?.id ?? '',
    tries: Object.fromEntries(scenarios.map(scenario => [scenario.id, readTried(given[scenario.id], scenario)])),
  }
}

function readTried(json: unknown, scenario: Scenario): Tried {
  const given = isRecord(json) ? json : {}
  const before = readTry(given.before, scenario)
  // A try that has no end any more, because the scenario changed, is nothing to compare with.
  return { now: readTry(given.now, scenario), before: walkOf(scenario, before).end ? before : [] }
}

function readTry(json: unknown, scenario: Scenario): Said[] {
  const said = (Array.isArray(json) ? json.slice(0, MOST_TURNS) : []).map((each: unknown): Said => {
    const from = isRecord(each) ? each : {}
    return {
      turn: readText(from.turn, 80),
      words: readText(from.words),
      line: readText(from.line, 80),
      seen: from.seen === true,
    }
  })
  return walkOf(scenario, said)
    .steps.map(({ said, line }) => ({ ...said, line: line?.id ?? '', seen: said.seen && line !== undefined }))
    .filter(isBegun)
}

/** The vote of the activity that had this name before is the first line of the scenario that opens with it. */
function fromVote(vote: string, exercise: Asked): ConversationLabAnswer {
  const opens = exercise.scenarios.find(({ turns: [first] }) => first?.lines.some(({ id }) => id === vote))
  const said = opens && { turn: opens.turns[0]!.id, line: vote }
  return readTries(opens ? { [opens.id]: { now: [said] } } : {}, opens?.id ?? '', exercise)
}

type Labels = typeof english

function stepInWords(
  { turn, said, line }: Walk['steps'][number],
  { id, person }: Scenario,
  reveal: ConversationLab['reveal'],
  labels: Labels,
): string[] {
  const words = said.words.trim()
  if (!words && !line) return []
  const reaction = said.seen && line ? reactionTo(reveal, id, turn.id, line.id) : undefined
  return [
    plainText(turn.scene),
    ...(words ? [`${labels.yours} ${words}`] : []),
    ...(line ? [`${labels.said} ${line.say}`] : []),
    ...(reaction
      ? [
          `${fill(labels.noticed, { person })} ${plainText(reaction.noticed)}`,
          `${labels.did} ${plainText(reaction.did)}`,
        ]
      : []),
  ]
}

function endInWords(
  { steps, end }: Walk,
  { id }: Scenario,
  { debriefs }: ConversationLab['reveal'],
  labels: Labels,
): string[] {
  if (!end) return []
  const why = steps.every(({ said }) => said.seen) ? debriefs[id]?.[end.id] : undefined
  return [`${labels.end}: ${plainText(end.scene)}`, ...(why ? [`${labels.why} ${plainText(why)}`] : [])]
}

function changeInWords(before: Walk, now: Walk, labels: Labels): string[] {
  const at = before.end && now.end && parting(before, now)
  return at
    ? [
        `${labels.changedAt} ${plainText(at.turn.scene)}`,
        `${labels.before} ${at.before.say}`,
        `${labels.now} ${at.now.say}`,
        `${labels.endBefore} ${plainText(before.end!.scene)}`,
      ]
    : []
}
