import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, slug } from '../fields'
import { shortestWays, withoutEnd } from './graph'
import type { labels } from './labels'

/** So many turns at least lie between an arrival and any end. */
const TURNS = 4
/** So many words can be said in one breath, by somebody who reads them for the first time. */
const WORDS = 22

const turn = z.strictObject({
  id: slug(),
  /** What the learner sees and hears now. It has to fit every line that leads here; what one line does is revealed. */
  scene: prose({ max: 260 }),
  /** What one might say or do now, and the turn or the end that comes of it. */
  lines: z
    .array(z.strictObject({ id: slug(), say: line(140), to: slug() }))
    .min(2)
    .max(4),
})

export const open = {
  /** Small scenes from arrival to follow-up; in a room, all vote on the first of them. */
  scenarios: z
    .array(
      z.strictObject({
        id: slug(),
        title: line(60),
        setting: prose({ max: 240 }),
        /** What the other person is called. */
        person: line(24),
        /** The first of them opens the scene. */
        turns: z.array(turn).min(TURNS).max(12),
        ends: z
          .array(z.strictObject({ id: slug(), scene: prose({ max: 260 }) }))
          .min(2)
          .max(6),
      }),
    )
    .min(1)
    .max(5),
  /** Seconds that pairs talk without cards, beside the turns that they vote on. */
  talk: z.int().min(10).max(1800).optional(),
}

const reaction = z.strictObject({
  /** What the other person noticed. */
  noticed: prose({ max: 220 }),
  /** What they did, or how it went on. */
  did: prose({ max: 160 }),
})

export const reveal = {
  /** What each line brings about: by scenario, turn and line. */
  reactions: z.record(slug(), z.record(slug(), z.record(slug(), reaction))),
  /** Why it ended as it did: by scenario and end. */
  debriefs: z.record(slug(), z.record(slug(), prose({ max: 320 }))),
}

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: {
    scenarios: {
      id: true,
      title: true,
      setting: true,
      person: true,
      turns: { id: true, scene: true, lines: { id: true, say: true, to: true } },
      ends: { id: true, scene: true },
    },
    talk: true,
  },
  reveal: { reactions: true, debriefs: true },
}

export type ConversationLab = LearnerExercise<'conversation-lab', typeof open, typeof reveal>
export type ConversationLabOnPaper = PaperOf<ConversationLab>

declare module '../kind-types' {
  interface KindTypes {
    'conversation-lab': { exercise: ConversationLab; labels: typeof labels }
  }
}

type Scenario = ConversationLab['scenarios'][number]

/** Every way leads through enough turns to an end, every place can be reached, and every end is debriefed. */
export function check({ scenarios, reveal: revealed }: ConversationLab, tools: CheckTools) {
  const { complain, didYouMean } = tools
  scenarios.forEach((scenario, at) => {
    const path = ['scenarios', at]
    const places = [...scenario.turns, ...scenario.ends].map(({ id }) => id)
    let sound = checkPlaces(scenario, path, tools)
    scenario.turns.forEach(({ lines }, turn) =>
      lines.forEach(({ say, to }, line) => {
        const here = [...path, 'turns', turn, 'lines', line]
        if (!places.includes(to)) {
          sound = false
          complain(
            [...here, 'to'],
            `Expected the id of a turn or an end of "${scenario.id}", found "${to}".`,
            didYouMean(to, places),
          )
        }
        const words = say.split(/\s+/).length
        if (words > WORDS)
          complain(
            [...here, 'say'],
            `Expected a line of at most ${WORDS} words, found ${words}.`,
            'say it aloud: what takes a second breath is two lines, or half of it.',
          )
      }),
    )
    if (sound) checkWays(scenario, path, tools)
    checkReactions(scenario, revealed.reactions, tools)
    checkDebriefs(scenario, revealed.debriefs, tools)
  })
  const known = scenarios.map(({ id }) => id)
  for (const field of ['reactions', 'debriefs'] as const)
    refuseUnknown(Object.keys(revealed[field]), known, 'a scenario', ['reveal', field], tools)
}

/**
 * A line leads to a turn or an end by its id alone, so that no end may be called like a turn.
 * @returns whether none is
 */
function checkPlaces({ turns, ends }: Scenario, path: (string | number)[], { complain }: CheckTools): boolean {
  const isTurn = ({ id }: { id: string }) => turns.some(turn => turn.id === id)
  ends.forEach((end, at) => {
    if (isTurn(end))
      complain(
        [...path, 'ends', at, 'id'],
        `Expected an id of its own, found "${end.id}", which a turn has.`,
        'rename one of the two.',
      )
  })
  return !ends.some(isTurn)
}

function checkWays(scenario: Scenario, path: (string | number)[], { complain }: CheckTools) {
  const ways = shortestWays(scenario)
  const stuck = withoutEnd(scenario)
  for (const field of ['turns', 'ends'] as const)
    scenario[field].forEach(({ id }, at) => {
      const turns = ways.get(id)
      if (turns === undefined)
        complain(
          [...path, field, at, 'id'],
          `Expected a line that leads to "${id}", found none that can be reached.`,
          'let a line lead here, or take it out.',
        )
      else if (field === 'turns' && stuck.has(id))
        complain(
          [...path, field, at, 'id'],
          `Expected a way from "${id}" to an end, found a loop without one.`,
          'let one of its lines lead on to an end.',
        )
      else if (field === 'ends' && turns < TURNS)
        complain(
          [...path, field, at, 'id'],
          `Expected at least ${TURNS} turns on every way to "${id}", found a way of ${turns}.`,
          'let the lines on that way lead to another turn first.',
        )
    })
}

function checkReactions({ id, turns }: Scenario, reactions: ConversationLab['reveal']['reactions'], tools: CheckTools) {
  const path = ['reveal', 'reactions', id]
  const given = reactions[id] ?? {}
  if (!expectIn(reactions, id, 'what each of its lines brings about', path.slice(0, -1), tools)) return
  for (const turn of turns) {
    if (!expectIn(given, turn.id, 'what each of its lines brings about', path, tools)) continue
    for (const line of turn.lines)
      expectIn(given[turn.id]!, line.id, 'what this line brings about', [...path, turn.id], tools)
    const known = turn.lines.map(line => line.id)
    refuseUnknown(Object.keys(given[turn.id]!), known, `a line of "${turn.id}"`, [...path, turn.id], tools)
  }
  const known = turns.map(turn => turn.id)
  refuseUnknown(Object.keys(given), known, `a turn of "${id}"`, path, tools)
}

function checkDebriefs({ id, ends }: Scenario, debriefs: ConversationLab['reveal']['debriefs'], tools: CheckTools) {
  const path = ['reveal', 'debriefs', id]
  if (!expectIn(debriefs, id, 'why each of its ends comes about', path.slice(0, -1), tools)) return
  for (const end of ends) expectIn(debriefs[id]!, end.id, 'why it ends like this', path, tools)
  const known = ends.map(end => end.id)
  refuseUnknown(Object.keys(debriefs[id]!), known, `an end of "${id}"`, path, tools)
}

function expectIn(group: object, name: string, what: string, path: string[], { complain }: CheckTools): boolean {
  const found = Object.keys(group).includes(name)
  if (!found) complain(path, `Expected "${name}" here, with ${what}, found nothing.`, `write it under "${name}:".`)
  return found
}

function refuseUnknown(
  names: readonly string[],
  known: readonly string[],
  what: string,
  path: string[],
  { complain, didYouMean }: CheckTools,
) {
  for (const name of names.filter(each => !known.includes(each)))
    complain([...path, name], `Expected the id of ${what}, found "${name}".`, didYouMean(name, known), 'name')
}
