import type { Kind } from '../kind'
import { isRecord, readText } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE } from '../working-time'
import type { Opinion } from './schema'

/** An answer as it is stored on a device. Exercises change, so it holds ids and not the words that were chosen. */
export interface OpinionAnswer {
  /** The id of the option chosen; empty while there is none. */
  chosen: string
  reason: string
}

/** As much of the exercise as answers have to do with. */
type Asked = Pick<Opinion, 'question' | 'options' | 'reason'>

/** The pure part, named `kind` in every folder: no Vue, no DOM, no zod. kind.ts says what each member does. */
export const kind: Kind<Asked, OpinionAnswer, Opinion['reveal']> = {
  // Answers outlive releases. When their shape changes, raise this, and turn the older ones into the new shape in
  // `read`, by the version that it gets: `reason: version < 2 ? readText(json.why) : readText(json.reason)`.
  version: 1,
  empty: () => ({ chosen: '', reason: '' }),
  // The JSON may come from anywhere: whatever is not understood is left out.
  read(json, _version, { options }) {
    if (!isRecord(json)) return undefined
    return { chosen: options.find(({ id }) => id === json.chosen)?.id ?? '', reason: readText(json.reason) }
  },
  // The reason may stay open: it can be said instead.
  progress: ({ chosen, reason }) => (chosen ? 'done' : reason.trim() ? 'some' : 'none'),
  categories: ({ options }) => options.map(({ id }) => id),
  categoriesOf: ({ chosen }) => (chosen ? [chosen] : []),
  toText({ chosen, reason }, exercise) {
    const texts = [
      { ask: exercise.question, text: exercise.options.find(({ id }) => id === chosen)?.text ?? '' },
      { ask: exercise.reason.ask, text: reason.trim() },
    ]
    return texts.filter(({ text }) => text)
  },
  revealed: ({ comments }) => comments.map(({ comment }) => comment),
  workingSeconds: ({ reason }) => SECONDS_A_CHOICE + reason.lines * SECONDS_A_LINE,
}
