import type { Counts } from '../kind'
import { categoryOf } from './answer'
import type { End, Line, Scenario, Turn } from './walk'
import { MOST_TURNS } from './walk'

/** One turn of a room's way, with the line that has the most hands. */
export interface Voted {
  turn: Turn
  won?: Line
  /** Whether several lines have equally many hands. */
  tie: boolean
}

/**
 * The way that a room's hands lead: every turn up to the first without a winner, or to an end.
 * @param said the categories of the lines that were said already: votes that come later do not change them
 */
export function roomWay(
  scenario: Scenario,
  counts: Counts,
  said: readonly string[] = [],
): { turns: Voted[]; end?: End } {
  const turns: Voted[] = []
  let next = scenario.turns[0]?.id
  while (turns.length < MOST_TURNS) {
    const turn = scenario.turns.find(({ id }) => id === next)
    if (!turn) break
    const hands = turn.lines.map(line => counts[categoryOf(turn.id, line.id)] ?? 0)
    const most = Math.max(...hands)
    const first = turn.lines.filter((_, index) => most > 0 && hands[index] === most)
    const decided = turn.lines.find(({ id }) => categoryOf(turn.id, id) === said[turns.length])
    const won = decided ?? (first.length === 1 ? first[0] : undefined)
    // A turn that comes round again has had its vote: it would lead the same way for ever.
    const again = turns.some(each => each.turn === turn)
    turns.push({ turn, ...(won && !again && { won }), tie: !decided && first.length > 1 })
    if (!won || again) return { turns }
    next = won.to
  }
  const end = scenario.ends.find(({ id }) => id === next)
  return { turns, ...(end && { end }) }
}

/** The categories of the lines that were said when a room has come to a step, to be sent to its phones. */
export const saidAt = ({ turns }: ReturnType<typeof roomWay>, step: number): string[] =>
  turns.slice(0, Math.ceil(step / 2)).flatMap(({ turn, won }) => (won ? [categoryOf(turn.id, won.id)] : []))

/** What the projector shows: the votes on a turn, what its line brings about, or the end. */
export interface RoomPlace {
  turn: number
  shows: 'votes' | 'reaction' | 'end'
}

/**
 * Two steps for each turn, then the end.
 * @param step from 0; a step that the hands do not lead to is the last one that they do lead to
 */
export function roomPlace({ turns, end }: ReturnType<typeof roomWay>, step: number): RoomPlace & { step: number } {
  const last = end ? turns.length * 2 : (turns.length - 1) * 2
  const at = Math.max(0, Math.min(step, last))
  const turn = Math.floor(at / 2)
  if (turn >= turns.length) return { step: at, turn: turns.length - 1, shows: 'end' }
  return { step: at, turn, shows: at % 2 ? 'reaction' : 'votes' }
}
