import { seeded } from '../../seeded'
import type { Level, Tie } from './levels'
import { WEEKS, YOU } from './levels'

/**
 * News that goes from person to person, week by week, over ties that differ in how often and how fully people talk.
 * After four findings: where a tie leads decides, and strong bridges bring most (neal2024, a simulation as well); a tie
 * over which little is said brings little (aralvanalstyne2011); one that was close once has its trust still
 * (levin2011); a good word comes from close by (gee2017, bian1997). Every number below is our own.
 */

/** How many of a hundred pieces of news pass over a tie in a week. */
const PASSES: Readonly<Record<Level, number>> = { silent: 0, weak: 40, awake: 100, strong: 100 }
/** Weeks in which two who had lost touch have other things to tell each other. */
const CATCHING_UP = 2
/** Over how many strong ties a good word carries. */
const EARSHOT = 2

export interface World {
  /** Of each person the number of their group. Person 0 is you. */
  groups: readonly number[]
  ties: readonly Tie[]
  /** Who knows each piece of news to begin with. */
  news: readonly number[]
  /** The luck of the weeks: the same seed and the same ties give the same weeks. */
  seed: number
}

/** A week's end. */
export interface Week {
  week: number
  /** Of each person, whether they know each piece of news: everybody's own gauge. */
  knows: readonly (readonly boolean[])[]
  /** Indexes of the ties over which something new was said this week. */
  carried: readonly number[]
  /** How often, so far, you were told something that you knew. */
  again: number
}

/** Each piece of news is known to one person. */
export function beginning({ groups, news }: World): Week {
  return { week: 0, knows: groups.map((_, person) => news.map(first => first === person)), carried: [], again: 0 }
}

/** A week later: everybody tells what they knew at its beginning, as far as their ties carry it. */
export function step({ groups, ties, seed }: World, { week, knows, again }: Week): Week {
  const later = knows.map(each => [...each])
  const carried: number[] = []
  let twice = 0
  for (const [index, { a, b, level }] of ties.entries()) {
    if (level === 'silent' || (level === 'awake' && week < CATCHING_UP)) continue
    // By the two people and the week alone: another tie changes nothing about what this one carries.
    const luck = PASSES[level] < 100 ? seeded(seed, week, Math.min(a, b) * groups.length + Math.max(a, b)) : undefined
    let news = false
    for (let piece = 0; piece < later[a]!.length; piece++) {
      if (luck && luck() * 100 >= PASSES[level]) continue
      const [fromA, fromB] = [knows[a]![piece]!, knows[b]![piece]!]
      if (fromA !== fromB) {
        news = true
        later[a]![piece] = later[b]![piece] = true
      } else if (fromA && (a === YOU || b === YOU)) twice++
    }
    if (news) carried.push(index)
  }
  return { week: week + 1, knows: later, carried, again: again + twice }
}

/** Every week from the beginning on. */
export function weeks(world: World, count: number): Week[] {
  const lived = [beginning(world)]
  for (let week = 0; week < Math.min(count, WEEKS); week++) lived.push(step(world, lived[lived.length - 1]!))
  return lived
}

/** How many pieces of news have reached you. */
export const heard = ({ knows }: Pick<Week, 'knows'>): number => knows[YOU]!.filter(Boolean).length

/** Whether somebody close to you, or close to somebody who is, has the ear of a person. */
export function goodWord({ groups, ties }: Pick<World, 'groups' | 'ties'>, ear: number): boolean {
  let reached = new Set([YOU])
  for (let over = 0; over < EARSHOT; over++) {
    const next = new Set(reached)
    for (const { a, b, level } of ties) {
      if (level !== 'strong') continue
      if (reached.has(a)) next.add(b)
      if (reached.has(b)) next.add(a)
    }
    reached = next
  }
  return ear < groups.length && reached.has(ear)
}
