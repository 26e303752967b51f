import { fill } from '../../fill'
import { plainText } from '../../text/rich-text'
import type { Kind } from '../kind'
import { isRecord, readText } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE } from '../working-time'
import { wordsOf } from './choice'
import type { Case, Cases } from './schema'

/** What somebody did with one case. */
export interface Reply {
  /** The id of the choice; empty while there is none. */
  chosen: string
  /** Whether its feedback was asked for; after that the choice stays as it was. */
  checked: boolean
  /** A better sentence and a next step, in one's own words. */
  words: string
  /** Whether a good one was looked at; after that the words stay as they were. */
  compared: boolean
}

export interface CasesAnswer {
  cases: Record<string, Reply>
}

type Asked = Pick<Cases, 'cases' | 'reveal'>

/** Lines for a sentence and a step. */
export const LINES = 2

export const kind: Kind<Asked, CasesAnswer, Cases['reveal']> = {
  version: 1,
  empty: exercise => readCases({}, exercise),
  read: (json, _version, exercise) =>
    isRecord(json) && isRecord(json.cases) ? readCases(json.cases, exercise) : undefined,
  // A choice is asked for; the words may stay open, since they can be said to somebody instead.
  progress(answer, { cases }) {
    const now = askedNow(cases)
    const done = now.filter(({ id }) => replyTo(id, answer).chosen).length
    if (done === now.length) return 'done'
    return done || cases.some(({ id }) => isBegun(replyTo(id, answer))) ? 'some' : 'none'
  },
  categories: ({ cases }) => askedInRoom(cases).flatMap(each => each.choices.map(({ id }) => categoryOf(each.id, id))),
  categoriesOf: (answer, { cases }) =>
    askedInRoom(cases).flatMap(({ id }) => {
      const { chosen } = replyTo(id, answer)
      return chosen ? [categoryOf(id, chosen)] : []
    }),
  /** Of each case what was chosen and written, and whatever of its answer was looked at. */
  toText(answer, { cases, reveal }, { labels: { cases: labels }, modules }) {
    return cases.flatMap(each => {
      const { chosen, checked, words, compared } = replyTo(each.id, answer)
      const found = reveal.answers.find(({ case: id }) => id === each.id)
      const nameOf = (id: string) => wordsOf(each, id, labels, modules)
      const lines = [chosen && nameOf(chosen)]
      if (checked && found && !found.fits.includes(chosen)) lines.push(`${labels.fits} ${nameOf(found.fits[0]!)}`)
      lines.push(words.trim())
      if (compared && found)
        lines.push(`${labels.sentence} ${plainText(found.sentence)}`, `${labels.step} ${plainText(found.step)}`)
      const text = lines.filter(Boolean).join('\n')
      return text ? [{ ask: each.story, text }] : []
    })
  },
  // What tells them apart; the guide's answer key has each case.
  revealed: ({ rule }) => [rule],
  workingSeconds: ({ cases }, aloud) =>
    askedNow(cases).reduce((sum, { story }) => sum + aloud([story]) + SECONDS_A_CHOICE + LINES * SECONDS_A_LINE, 0),
  first: exercise => ({ ...exercise, cases: askedNow(exercise.cases) }),
  /** Each day has new cases; after the last of them it begins from the first. */
  again(exercise, original) {
    const { round } = askedNow(exercise.cases)[0]!
    const later = original.cases.filter(each => each.round > round)
    return later.length ? { ...original, cases: later } : original
  },
}

/** The cases of the first round that is still there: the others are for later days. */
export function askedNow(cases: readonly Case[]): Case[] {
  const round = Math.min(...cases.map(each => each.round))
  return cases.filter(each => each.round === round)
}

/** The cases that a room votes on. */
export const askedInRoom = (cases: readonly Case[]) => cases.filter(({ room }) => room)

/** The category of a vote: one choice of one case. */
export const categoryOf = (id: string, choice: string) => `${id}:${choice}`

function readCases(given: Record<string, unknown>, { cases }: Pick<Asked, 'cases'>): CasesAnswer {
  return {
    cases: Object.fromEntries(cases.map(each => [each.id, readReply(given[each.id], each)])),
  }
}

function readReply(json: unknown, { choices }: Case): Reply {
  const from = isRecord(json) ? json : {}
  const chosen = choices.find(({ id }) => id === from.chosen)?.id ?? ''
  return {
    chosen,
    checked: from.checked === true && chosen !== '',
    words: readText(from.words),
    // Thinking without writing is allowed.
    compared: from.compared === true,
  }
}

export function replyTo(id: string, { cases }: CasesAnswer): Reply {
  return cases[id] ?? { chosen: '', checked: false, words: '', compared: false }
}

const isBegun = ({ chosen, words, compared }: Reply) => Boolean(chosen || words.trim() || compared)

/** Whether a choice is among those that fit best. */
export const fitsBest = (id: string, { chosen }: Reply, { answers }: Cases['reveal']) =>
  answers.some(answer => answer.case === id && answer.fits.includes(chosen))

/** What to write about a case, in words. */
export const writeAsk = ({ write, who }: Case, label: string) => write ?? [fill(label, { who })]
