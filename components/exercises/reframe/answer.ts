import type { Kind } from '../kind'
import { isRecord, readTexts, readWhole } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE } from '../working-time'
import { HIGHEST, LOWEST, ratingInWords } from './rating'
import type { Reframe, ReframeOnPaper } from './schema'

export interface ReframeAnswer {
  /** The ratings, from 0 to 10; absent until the slider has been moved. */
  before?: number
  after?: number
  /** What was written, by prompt. */
  words: Record<string, string>
}

type Asked = Pick<ReframeOnPaper, 'rating' | 'prompts'>

export const MOVEMENTS = ['rose', 'same', 'fell'] as const
export type Movement = (typeof MOVEMENTS)[number]

export const kind: Kind<Asked, ReframeAnswer, Reframe['reveal']> = {
  version: 1,
  empty: exercise => ({ words: readTexts({}, idsOf(exercise)) }),
  read(json, _version, exercise) {
    if (!isRecord(json)) return undefined
    const before = readWhole(json.before, LOWEST, HIGHEST)
    const after = readWhole(json.after, LOWEST, HIGHEST)
    return {
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      words: readTexts(json.words, idsOf(exercise)),
    }
  },
  // Words are not asked for: some talk the prompts through with a person, and two ratings say that it was done.
  progress(answer) {
    if (movementOf(answer)) return 'done'
    const begun =
      answer.before !== undefined || answer.after !== undefined || Object.values(answer.words).some(text => text.trim())
    return begun ? 'some' : 'none'
  },
  categories: () => [...MOVEMENTS],
  categoryNames: (_, { labels: { reframe: labels } }) => [labels.countRose, labels.countSame, labels.countFell],
  categoriesOf(answer) {
    const movement = movementOf(answer)
    return movement ? [movement] : []
  },
  toText({ before, after, words }, { rating, prompts }, { labels: { reframe: labels } }) {
    const rated = (moment: string, value: number | undefined) =>
      value === undefined ? [] : [{ ask: [moment, ' ', ...rating.question], text: ratingInWords(value, rating) }]
    return [
      ...rated(labels.before, before),
      ...prompts.flatMap(({ id, ask }) => (words[id]?.trim() ? [{ ask, text: words[id].trim() }] : [])),
      ...rated(labels.after, after),
    ]
  },
  revealed: ({ reading }) => [reading],
  workingSeconds: ({ prompts }) =>
    2 * SECONDS_A_CHOICE + prompts.reduce((sum, { lines }) => sum + lines * SECONDS_A_LINE, 0),
}

const idsOf = ({ prompts }: Pick<Asked, 'prompts'>) => prompts.map(({ id }) => id)

/** Where the rating went, once there are two. */
export function movementOf({ before, after }: Pick<ReframeAnswer, 'before' | 'after'>): Movement | undefined {
  if (before === undefined || after === undefined) return undefined
  return after > before ? 'rose' : after < before ? 'fell' : 'same'
}
