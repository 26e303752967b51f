import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, slug } from '../fields'
import type { labels } from './labels'

export const open = {
  /** Five answers from "not at all" to "very much", lowest first; they count 1 to 5. */
  scale: z.array(line(30)).length(5),
  statements: z
    .array(z.strictObject({ id: slug(), text: prose({ max: 140 }) }))
    .min(4)
    .max(20),
}

export const reveal = {
  /** How the numbers come about, and what they are not. */
  explanation: prose({ max: 500 }),
  /** One entry a mistake: which statements speak of it, and where to start if it is yours. */
  profile: z
    .array(
      z.strictObject({
        module: slug(),
        statements: z.array(slug()).min(1),
        /** Statements that count backwards: 5 becomes 1. */
        reversed: z.array(slug()).default([]),
        suggestion: prose({ max: 260 }),
      }),
    )
    .min(2),
}

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: { scale: true, statements: { id: true, text: true } },
  reveal: { explanation: true, profile: { module: true, statements: true, reversed: true, suggestion: true } },
  // The key by which the numbers are added up with a pen; what they mean comes after the reveal.
  paper: { profile: { module: true, statements: true, reversed: true } },
}

export type SelfCheck = LearnerExercise<'self-check', typeof open, typeof reveal>
export type ScoringKey = Pick<SelfCheck['reveal']['profile'][number], 'module' | 'statements' | 'reversed'>
export type SelfCheckOnPaper = PaperOf<SelfCheck> & { reveal: { profile: ScoringKey[] } }

declare module '../kind-types' {
  interface KindTypes {
    'self-check': { exercise: SelfCheck; labels: typeof labels }
  }
}

/** Every statement is counted for one mistake, and every name in the profile names a statement or a module. */
export function check({ statements, reveal: { profile } }: SelfCheck, { complain, didYouMean, modules }: CheckTools) {
  const known = statements.map(statement => statement.id)
  const counted = new Map<string, number>()
  profile.forEach((entry, index) => {
    const path = ['reveal', 'profile', index]
    if (!modules.includes(entry.module))
      complain(
        [...path, 'module'],
        `Expected the id of a module, found "${entry.module}".`,
        didYouMean(entry.module, modules),
      )
    entry.statements.forEach((id, nth) => {
      counted.set(id, (counted.get(id) ?? 0) + 1)
      if (!known.includes(id))
        complain([...path, 'statements', nth], `Expected the id of a statement, found "${id}".`, didYouMean(id, known))
      else if (counted.get(id)! > 1)
        complain(
          [...path, 'statements', nth],
          `Expected every statement to be counted once, found "${id}" a second time.`,
          'each statement speaks of exactly one mistake; remove it here or there.',
        )
    })
    entry.reversed.forEach((id, nth) => {
      // A statement that is misspelt above is not wrong here as well.
      if (
        !entry.statements.includes(id) &&
        !(known.includes(id) && entry.statements.some(each => !known.includes(each)))
      )
        complain(
          [...path, 'reversed', nth],
          `Expected one of the statements counted for "${entry.module}", found "${id}".`,
          didYouMean(id, entry.statements),
        )
    })
  })
  // A misspelt id is a problem where it stands; the statement that it meant is not missing as well.
  if ([...counted.keys()].every(id => known.includes(id))) {
    for (const id of known.filter(id => !counted.has(id)))
      complain(
        ['statements', known.indexOf(id), 'id'],
        `Expected every statement to be counted for a mistake, found "${id}" in none.`,
        'add it to the statements of one entry of `reveal.profile`.',
      )
  }
}
