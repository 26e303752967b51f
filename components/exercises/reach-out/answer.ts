import { fill } from '../../fill'
import { isolated } from '../../text/isolate'
import type { RichText } from '../../text/rich-text'
import { plainText } from '../../text/rich-text'
import type { AnswerText, Kind } from '../kind'
import { isRecord, readText, readTexts, readWhole } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE } from '../working-time'
import type { DraftPart, ReachOut } from './schema'

/** One of the few to choose from. */
export interface Candidate {
  /** Initials or a code. */
  who: string
  /** The ids of what helps that are true of them. */
  helps: string[]
}

/** A line of one's own for a part of the draft. */
export interface Mended {
  words: string
  /** Whether a better line was looked at; after that the words stay as they were. */
  compared: boolean
}

/** What can be compared with a good one beside the parts of the draft. */
const COMPARED = ['choosing', 'second', 'introduction'] as const
export type Compared = (typeof COMPARED)[number]

export interface ReachOutAnswer {
  people: Candidate[]
  /** Which of them is written to, from 0; absent while it is open. */
  pick?: number
  /** The ids of the parts of the draft that were marked. */
  marked: string[]
  /** Whether the marks were checked; after that they stay as they were. */
  checked: boolean
  mends: Record<string, Mended>
  /** What was written to the prompts. */
  words: Record<string, string>
  message: string
  /** Whether the message stands in one's own mail, and not here. */
  elsewhere: boolean
  when: string
  second: string
  introduction: string
  compared: Compared[]
}

export type Texts = 'message' | 'when' | 'second' | 'introduction'

type Asked = Pick<ReachOut, 'shortlist' | 'draft' | 'prompts' | 'message' | 'when' | 'second' | 'introduction'>

/** How many people are weighed against each other: three are enough not to take the first. */
export const PEOPLE = 3
export const CODE_LENGTH = 60
/** “Mend it or leave it?”, answered by hands as the sentence is read. */
const SECONDS_A_SHOW_OF_HANDS = 5

export const kind: Kind<Asked, ReachOutAnswer, ReachOut['reveal']> = {
  // Version 1 was an answer of the kind `reframe`: five prompts, and a rating before and after.
  version: 2,
  takesPeople: true,
  empty: exercise => read({}, exercise),
  read(json, version, exercise) {
    if (!isRecord(json)) return undefined
    return read(version < 2 ? fromReframe(json) : json, exercise)
  },
  progress(answer, exercise) {
    if (answer.message.trim() || answer.elsewhere) return 'done'
    return JSON.stringify(answer) === JSON.stringify(read({}, exercise)) ? 'none' : 'some'
  },
  categories: ({ draft }) => draft.parts.map(({ id }) => id),
  categoriesOf: ({ marked }) => marked,
  toText(answer, exercise, { labels: { 'reach-out': labels } }) {
    const { shortlist, draft, prompts, message, when, second, introduction } = exercise
    const helpsOf = ({ who, helps }: Candidate) => {
      const names = shortlist.helps.filter(({ id }) => helps.includes(id)).map(({ text }) => text)
      return names.length ? fill(labels.listed, { who: isolated(who), helps: names.join(', ') }) : who
    }
    const texts: [ask: RichText, text: string | undefined][] = [
      [shortlist.ask, answer.people.filter(isNamed).map(helpsOf).join('\n')],
      [[labels.picked], pickedOf(answer)?.who],
      ...draft.parts.map((part): [RichText, string | undefined] => [
        [fill(labels.mendLine, { line: plainText(part.text) })],
        answer.mends[part.id]?.words,
      ]),
      ...prompts.map(({ id, ask }): [RichText, string | undefined] => [ask, answer.words[id]]),
      [message.ask, answer.message.trim() || (answer.elsewhere ? labels.elsewhere : '')],
      [when.ask, answer.when],
      [second.ask, answer.second],
      [introduction?.ask ?? [labels.introduction], answer.introduction],
    ]
    return texts.flatMap(([ask, text]): AnswerText[] => (text?.trim() ? [{ ask, text: text.trim() }] : []))
  },
  /** The message at its hour, for a plan; nothing as long as one of them is missing. */
  ideas(answer, exercise, { labels: { 'reach-out': labels } }) {
    const [when, who] = [answer.when.trim(), pickedOf(answer)?.who.trim()]
    if (!when || !who || kind.progress(answer, exercise) !== 'done') return []
    return [{ if: fill(labels.ideaIf, { when: isolated(when) }), then: fill(labels.ideaThen, { who: isolated(who) }) }]
  },
  reminders: ({ message }, _exercise, { labels: { 'reach-out': labels } }) =>
    message.trim() ? [{ ask: [labels.first], text: message.trim() }] : [],
  // What a room sees; the guide's answer key has the rest.
  revealed: ({ mends }) => mends.flatMap(({ better }) => (better ? [better] : [])),
  // What a room does: it hears the draft and says of each sentence whether to mend it, puts down three names, and
  // writes one message with its hour. The rest is for home.
  workingSeconds: ({ draft, prompts, message, when }, aloud) =>
    aloud(draft.parts.map(({ text }) => text)) +
    draft.parts.length * SECONDS_A_SHOW_OF_HANDS +
    PEOPLE * SECONDS_A_CHOICE +
    [...prompts, message, when].reduce((sum, { lines }) => sum + lines * SECONDS_A_LINE, 0),
}

function read(json: Record<string, unknown>, exercise: Asked): ReachOutAnswer {
  const { shortlist, draft, prompts } = exercise
  const parts = draft.parts.map(({ id }) => id)
  const people = Array.isArray(json.people) ? (json.people as unknown[]) : []
  const pick = readWhole(json.pick, 0, PEOPLE - 1)
  const mends = isRecord(json.mends) ? json.mends : {}
  return {
    people: Array.from({ length: PEOPLE }, (_, index) => {
      const from = isRecord(people[index]) ? people[index] : {}
      return {
        who: readText(from.who, CODE_LENGTH),
        helps: readIds(
          from.helps,
          shortlist.helps.map(({ id }) => id),
        ),
      }
    }),
    ...(pick !== undefined && { pick }),
    marked: readIds(json.marked, parts),
    checked: json.checked === true,
    mends: Object.fromEntries(
      parts.map(id => {
        const from = isRecord(mends[id]) ? mends[id] : {}
        return [id, { words: readText(from.words), compared: from.compared === true }]
      }),
    ),
    words: readTexts(
      json.words,
      prompts.map(({ id }) => id),
    ),
    message: readText(json.message),
    elsewhere: json.elsewhere === true,
    when: readText(json.when),
    second: readText(json.second),
    introduction: readText(json.introduction),
    compared: readIds(json.compared, COMPARED),
  }
}

/** Those of the known ids that a list of JSON names, each once and in their own order. */
function readIds<Id extends string>(json: unknown, known: readonly Id[]): Id[] {
  return Array.isArray(json) ? known.filter(id => (json as unknown[]).includes(id)) : []
}

/**
 * What version 1 kept, in today's places: the person was the prompt `who`, and message and hour were prompts as well.
 * The two ratings are not asked for any more.
 */
function fromReframe({ words }: Record<string, unknown>): Record<string, unknown> {
  const texts = readTexts(words, ['who', 'remember', 'give', 'message', 'when'])
  const who = texts.who!.trim()
  return {
    ...(who && { people: [{ who, helps: [] }], pick: 0 }),
    words: texts,
    message: texts.message,
    when: texts.when,
  }
}

const isNamed = ({ who }: Candidate) => who.trim() !== ''

/** Who is written to; nobody while none of the named people is chosen. */
export function pickedOf({ people, pick }: ReachOutAnswer): Candidate | undefined {
  const picked = pick === undefined ? undefined : people[pick]
  return picked && isNamed(picked) ? picked : undefined
}

/** The parts of the draft to write a better line for: those that were marked and, once checked, those that need one. */
export function partsToMend(
  { draft, reveal }: Pick<ReachOut, 'draft' | 'reveal'>,
  { marked, checked }: ReachOutAnswer,
): DraftPart[] {
  const needs = (id: string) => reveal.mends.some(({ part, better }) => part === id && better)
  return draft.parts.filter(({ id }) => (checked ? needs(id) : marked.includes(id)))
}
