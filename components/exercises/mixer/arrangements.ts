/** Who decides with whom people stand: nobody, or one of three plans. Their rules: simulation.ts. */
export const ARRANGEMENTS = ['free', 'hosts', 'pairs', 'groups'] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]

/** Rounds of an evening, ten minutes each. */
export const ROUNDS = 9
export const MINUTES_A_ROUND = 10
