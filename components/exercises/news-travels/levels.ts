export const LEVELS = ['silent', 'weak', 'awake', 'strong'] as const
/** How a tie is kept: not at all, now and then, woken after years of silence, or often. */
export type Level = (typeof LEVELS)[number]

/** Weeks that are played. */
export const WEEKS = 6

/** What a tie takes of one's time, in hours a month. */
export const HOURS: Readonly<Record<Level, number>> = { silent: 0, weak: 1, awake: 1, strong: 3 }

/** You, among the people of a town. */
export const YOU = 0

export interface Tie {
  a: number
  b: number
  level: Level
}
