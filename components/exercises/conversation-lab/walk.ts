import type { ConversationLabOnPaper } from './schema'

export type Scenario = ConversationLabOnPaper['scenarios'][number]
export type Turn = Scenario['turns'][number]
export type Line = Turn['lines'][number]
export type End = Scenario['ends'][number]

/** One turn of a try, as it is kept. */
export interface Said {
  /** The id of the turn. */
  turn: string
  /** What the learner wrote before any line was shown. */
  words: string
  /** The id of the line that came nearest; empty while there is none. */
  line: string
  /** Whether its effect was looked at; after that the line stays as it was. */
  seen: boolean
}

/** A loop may be walked so often, and no more: nobody says forty lines. */
export const MOST_TURNS = 40

export interface Walk {
  /** Every turn on the way, with what was said; the last one is still open unless there is an end. */
  steps: { turn: Turn; said: Said; line?: Line }[]
  end?: End
}

/** Follows what was said from the first turn on, up to the first that does not fit the scenario. */
export function walkOf(scenario: Scenario, tried: readonly Said[]): Walk {
  const steps: Walk['steps'] = []
  let next = scenario.turns[0]?.id
  while (steps.length < MOST_TURNS) {
    const turn = scenario.turns.find(({ id }) => id === next)
    if (!turn) break
    const kept = tried[steps.length]
    const said = kept?.turn === turn.id ? kept : { turn: turn.id, words: '', line: '', seen: false }
    const line = turn.lines.find(({ id }) => id === said.line)
    steps.push({ turn, said, ...(line && { line }) })
    if (!line) return { steps }
    next = line.to
  }
  const end = scenario.ends.find(({ id }) => id === next)
  return { steps, ...(end && { end }) }
}

/** The turn at which two tries took different ways, with both lines; nothing when they are the same. */
export function parting(before: Walk, now: Walk): { turn: Turn; before: Line; now: Line } | undefined {
  for (const [index, { turn, line }] of now.steps.entries()) {
    const then = before.steps[index]
    if (then?.line && line && then.turn === turn && then.line !== line) return { turn, before: then.line, now: line }
  }
  return undefined
}
