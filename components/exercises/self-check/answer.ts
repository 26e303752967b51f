import { fill } from '../../fill'
import type { Kind } from '../kind'
import { isRecord, readWhole } from '../kind'
import { SECONDS_A_CHOICE } from '../working-time'
import { profileOf, strongest, titleOf } from './profile'
import type { SelfCheck } from './schema'
import { sumInWords, sumsOf } from './sums'

export interface SelfCheckAnswer {
  /** By statement, the place on the scale: 1 for the lowest, 5 for the highest. */
  chosen: Record<string, number>
}

type Asked = Pick<SelfCheck, 'scale' | 'statements' | 'reveal'>

export const kind: Kind<Asked, SelfCheckAnswer, SelfCheck['reveal']> = {
  version: 1,
  empty: () => ({ chosen: {} }),
  read(json, _version, { statements }) {
    if (!isRecord(json) || !isRecord(json.chosen)) return undefined
    const given = json.chosen
    return {
      chosen: Object.fromEntries(
        statements.flatMap(({ id }) => {
          const value = readWhole(given[id], 1, 5)
          return value === undefined ? [] : [[id, value]]
        }),
      ),
    }
  },
  progress(answer, exercise) {
    const open = openIn(answer, exercise).length
    return open === 0 ? 'done' : open === exercise.statements.length ? 'none' : 'some'
  },
  categories: ({ reveal }) => reveal.profile.map(({ module }) => module),
  categoriesOf(answer, exercise) {
    if (openIn(answer, exercise).length > 0) return []
    return strongest(profileOf(answer.chosen, exercise.reveal)).map(({ module }) => module)
  },
  categoryNames: ({ reveal }, { modules }) => reveal.profile.map(({ module }) => titleOf(module, modules)),
  countingKey(exercise, context) {
    const { 'self-check': labels } = context.labels
    const sums = sumsOf(exercise, context).map(sum => `${sum.name} = ${sumInWords(sum, labels)}`)
    return [...sums, labels.turnedHow]
  },
  toText({ chosen }, { scale, statements, reveal }, { labels: { 'self-check': labels }, modules }) {
    const profile = profileOf(chosen, reveal)
      .filter(({ lowest }) => lowest > 0)
      .map(
        ({ module, score, lowest, highest }) =>
          `${titleOf(module, modules)}: ${score} (${fill(labels.range, { lowest, highest })})`,
      )
    return [
      ...(profile.length ? [{ ask: [labels.yours], text: profile.join('\n') }] : []),
      ...statements.flatMap(({ id, text }) => {
        const place = chosen[id]
        return typeof place === 'number' ? [{ ask: text, text: scale[place - 1]! }] : []
      }),
    ]
  },
  /** The highest numbers; where all are equal, nothing. */
  pointsTo({ chosen }, { reveal }) {
    const scores = profileOf(chosen, reveal)
    const highest = strongest(scores)
    return highest.length < scores.length ? highest.map(({ module }) => module) : []
  },
  besideScript: 'both',
  forRoom: ({ chosen }) => ({ chosen }),
  revealed: ({ explanation }) => [explanation],
  workingSeconds: ({ statements }) => statements.length * SECONDS_A_CHOICE,
}

/** The statements that have no answer yet, by their place. */
export function openIn({ chosen }: SelfCheckAnswer, { statements }: Pick<Asked, 'statements'>): number[] {
  return statements.flatMap(({ id }, index) => (typeof chosen[id] === 'number' ? [] : [index]))
}
