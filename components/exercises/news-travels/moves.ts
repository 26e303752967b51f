import type { Level } from './levels'
import { HOURS, LEVELS, WEEKS } from './levels'
import type { Act, Levels, Town } from './ties'
import { changeable, hoursFor, hoursSpent, levelOf, levelsFor } from './ties'

/** A week that goes by, among the moves of an act; the others are ties: "Ida=weak". */
export const WEEK = '+'
/** More moves than anyone makes; the oldest go. */
const MOST = 60

export interface Played {
  levels: Levels
  weeks: number
}

/** What an act's moves come to: the last level of each tie, and the weeks since a tie was changed. */
export function played(moves: readonly string[]): Played {
  const levels: Record<string, Level> = {}
  let weeks = 0
  for (const move of moves) {
    if (move === WEEK) weeks++
    else {
      const [name, level] = partsOf(move)
      levels[name] = level as Level
      weeks = 0
    }
  }
  return { levels, weeks }
}

export const moveOf = (name: string, level: Level) => `${name}=${level}`

/** One tie changed: the weeks begin anew, and the step can be taken back. */
export function withTie(moves: readonly string[], name: string, level: Level): string[] {
  return [...moves.filter(move => move !== WEEK), moveOf(name, level)].slice(-MOST)
}

export function withWeeks(moves: readonly string[], count: number): string[] {
  const left = WEEKS - played(moves).weeks
  return [...moves, ...Array.from({ length: Math.min(count, left) }, () => WEEK)]
}

/** Whether a tie may be set to a level without giving more hours than there are. */
export function affordable(town: Town, act: Act, levels: Levels, name: string, level: Level): boolean {
  const most = hoursFor(town, act)
  if (most === undefined) return true
  return hoursSpent(town, act, levels) - HOURS[levelOf(town, levels, name)] + HOURS[level] <= most
}

/** Reads stored moves up to the first that could not have been made. */
export function readMoves(json: unknown, town: Town, act: Act): string[] {
  const read: string[] = []
  if (!Array.isArray(json)) return read
  const names = changeable(town, act)
  for (const move of (json as unknown[]).slice(0, MOST + WEEKS)) {
    if (typeof move !== 'string') break
    const { levels, weeks } = played(read)
    if (move === WEEK) {
      if (weeks === WEEKS) break
    } else {
      const [name, given] = partsOf(move)
      const level = LEVELS.find(each => each === given)
      if (!level || !names.includes(name) || !levelsFor(town, name).includes(level)) break
      if (!affordable(town, act, levels, name, level)) break
    }
    read.push(move)
  }
  return read
}

/** A name may have any sign in it, a level has none. */
function partsOf(move: string): [name: string, level: string] {
  const at = move.lastIndexOf('=')
  return [move.slice(0, Math.max(0, at)), move.slice(at + 1)]
}
