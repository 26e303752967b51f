import { z } from 'zod'

import { prose } from '../../text/prose'
import type { KindAllowList } from '../allow-list'
import type { CheckTools } from '../check-tools'
import type { LearnerExercise, PaperOf } from '../exercise'
import { line, slug } from '../fields'
import type { labels } from './labels'

/** The id of the choice that none of the mistakes is in the case; the kind has its words. */
const NONE = 'none'

export const open = {
  /** Short stories, in the order in which they are asked. */
  cases: z
    .array(
      z.strictObject({
        id: slug(),
        /** Who it is about, as the question for a better sentence names them. */
        who: line(40),
        story: prose({ max: 460 }),
        /** What a sensible person would consider: a mistake by its module's id, `none`, or words of the case's own. */
        choices: z
          .array(z.strictObject({ id: slug(), text: line(110).optional() }))
          .min(2)
          .max(5),
        /** What to write afterwards, where a better sentence and a next step do not fit. */
        write: prose({ max: 200 }).optional(),
        /** Cases of round 1 are asked first, the others on later days: each day has new ones. */
        round: z.int().min(1).max(9).default(1),
        /** Whether a room votes on it. */
        room: z.boolean().default(false),
      }),
    )
    .min(2)
    .max(30),
}

export const reveal = {
  /** What tells apart the mistakes that are taken for each other. */
  rule: prose({ max: 320 }),
  /** One to each case, in any order. */
  answers: z.array(
    z.strictObject({
      case: slug(),
      /** The choices that fit best. */
      fits: z.array(slug()).min(1),
      /** By choice, what in the case points there, or away from there. */
      feedback: z.record(slug(), prose({ max: 320 })),
      /** A better sentence, and one small next step, to compare one's own with. */
      sentence: prose({ max: 240 }),
      step: prose({ max: 240 }),
    }),
  ),
}

/** What leaves the facilitator's view: a field that is not named here is a type error. */
export const allowed: KindAllowList<typeof open, typeof reveal> = {
  open: {
    cases: {
      id: true,
      who: true,
      story: true,
      choices: { id: true, text: true },
      write: true,
      round: true,
      room: true,
    },
  },
  reveal: { rule: true, answers: { case: true, fits: true, feedback: true, sentence: true, step: true } },
}

export type Cases = LearnerExercise<'cases', typeof open, typeof reveal>
export type CasesOnPaper = PaperOf<Cases>
export type Case = Cases['cases'][number]
export type Choice = Case['choices'][number]
export type CaseAnswer = Cases['reveal']['answers'][number]

declare module '../kind-types' {
  interface KindTypes {
    cases: { exercise: Cases; labels: typeof labels }
  }
}

/** Every case has one answer, every choice its feedback, every name something that it names; rounds have no gap. */
export function check({ cases, reveal: { answers } }: Cases, tools: CheckTools) {
  const { complain } = tools
  cases.forEach((each, index) => checkChoices(each, ['cases', index, 'choices'], tools))
  answers.forEach((answer, index) => checkAnswer(answer, index, cases, answers, tools))
  const known = cases.map(({ id }) => id)
  // A misspelt name is one problem, reported where it stands; that its case lacks an answer follows from it.
  if (answers.every(answer => known.includes(answer.case)))
    cases.forEach(({ id }, index) => {
      if (!answers.some(answer => answer.case === id))
        complain(
          ['cases', index, 'id'],
          `Expected an answer to "${id}" in \`reveal.answers\`, found none.`,
          `add one with "case: ${id}".`,
        )
    })
  const rounds = new Set(cases.map(({ round }) => round))
  cases.forEach(({ id, round }, index) => {
    if (round > 1 && !rounds.has(round - 1))
      complain(
        ['cases', index, 'round'],
        `Expected a case of round ${round - 1} before "${id}", found none.`,
        `number the rounds without a gap.`,
      )
  })
}

function checkChoices({ choices }: Case, path: (string | number)[], { complain, didYouMean, modules }: CheckTools) {
  choices.forEach(({ id, text }, index) => {
    if (text === undefined && id !== NONE && !modules.includes(id))
      complain(
        [...path, index, 'id'],
        `Expected the id of a module, or "${NONE}", for a choice without a text, found "${id}".`,
        `${didYouMean(id, [...modules, NONE]).replace(/\.$/, '')}, or give the choice its text.`,
      )
  })
}

function checkAnswer(
  answer: CaseAnswer,
  index: number,
  cases: readonly Case[],
  answers: readonly CaseAnswer[],
  { complain, didYouMean }: CheckTools,
) {
  const path = ['reveal', 'answers', index]
  const found = cases.find(({ id }) => id === answer.case)
  if (!found)
    return complain(
      [...path, 'case'],
      `Expected the id of a case, found "${answer.case}".`,
      didYouMean(
        answer.case,
        cases.map(({ id }) => id),
      ),
    )
  if (answers.findIndex(each => each.case === answer.case) < index)
    complain(
      [...path, 'case'],
      `Expected one answer to each case, found a second one to "${answer.case}".`,
      'keep one of the two.',
    )
  const choices = found.choices.map(({ id }) => id)
  answer.fits.forEach((id, at) => {
    if (!choices.includes(id))
      complain([...path, 'fits', at], `Expected a choice of "${found.id}", found "${id}".`, didYouMean(id, choices))
  })
  for (const id of Object.keys(answer.feedback).filter(id => !choices.includes(id)))
    complain(
      [...path, 'feedback', id],
      `Expected feedback to a choice of "${found.id}", found "${id}".`,
      didYouMean(id, choices),
      'name',
    )
  if (Object.keys(answer.feedback).every(id => choices.includes(id)))
    for (const id of choices.filter(id => !Object.hasOwn(answer.feedback, id)))
      complain(
        [...path, 'feedback'],
        `Expected feedback to every choice of "${found.id}", found none to "${id}".`,
        'say what in the case points there, or away from there.',
        'name',
      )
}
