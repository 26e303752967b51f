import type { Accent } from '../../look/accents'
import type { SelfCheck } from './schema'

/** The score of one mistake in one person's answer. */
export interface Score {
  module: string
  score: number
  /** What the fewest and the most points for this mistake would be. */
  lowest: number
  highest: number
}

/** What a part of the workshop is called; its id, should it be gone. */
export function titleOf(module: string, modules: readonly { id: string; title: string }[]): string {
  return modules.find(({ id }) => id === module)?.title ?? module
}

/** The accent of a part of the workshop; none, should it be gone. */
export function accentOf(module: string, modules: readonly { id: string; accent: Accent }[]): Accent | undefined {
  return modules.find(({ id }) => id === module)?.accent
}

const PLACES = 5

/**
 * Adds up the answers mistake by mistake; statements that count backwards are turned round first.
 * A statement without an answer counts neither in the score nor in the range that the score is measured against.
 */
export function profileOf(chosen: Record<string, number>, { profile }: Pick<SelfCheck['reveal'], 'profile'>): Score[] {
  return profile.map(({ module, statements, reversed }) => {
    const points = statements.flatMap(id => {
      const place = chosen[id]
      return typeof place === 'number' ? [reversed.includes(id) ? PLACES + 1 - place : place] : []
    })
    return {
      module,
      score: points.reduce((sum, each) => sum + each, 0),
      lowest: points.length,
      highest: points.length * PLACES,
    }
  })
}

/** How far a score reaches from the lowest possible one to the highest, from 0 to 1. */
export function reach({ score, lowest, highest }: Score): number {
  return highest > lowest ? (score - lowest) / (highest - lowest) : 0
}

/** The mistake that reaches furthest; several when they tie, none when nothing was answered. */
export function strongest(scores: readonly Score[]): Score[] {
  const answered = scores.filter(score => score.lowest > 0)
  const furthest = Math.max(...answered.map(reach))
  return answered.filter(score => reach(score) === furthest)
}
