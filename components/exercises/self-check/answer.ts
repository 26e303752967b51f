import type { Kind } from '../kind'
import type { SelfCheck } from './schema'
import { isRecord, readWhole } from '../kind'
import { profileOf, strongest } from './profile'

export interface SelfCheckAnswer {
  /** By statement, the place on the scale: 1 for the lowest, 5 for the highest. */
  chosen: Record<string, number>
}

type Asked = Pick<SelfCheck, 'statements' | 'reveal'>

export const selfCheck: Kind<Asked, SelfCheckAnswer> = {
  version: 1,
  empty: () => ({ chosen: {} }),
  read(json, _version, { statements }) {
    if (!isRecord(json) || !isRecord(json.chosen))
      return undefined
    const given = json.chosen
    return {
      chosen: Object.fromEntries(statements.flatMap(({ id }) => {
        const value = readWhole(given[id], 1, 5)
        return value === undefined ? [] : [[id, value]]
      })),
    }
  },
  progress(answer, exercise) {
    const open = openIn(answer, exercise).length
    return open === 0 ? 'done' : open === exercise.statements.length ? 'none' : 'some'
  },
  bins: ({ reveal }) => reveal.profile.map(({ module }) => module),
  binsOf(answer, exercise) {
    if (openIn(answer, exercise).length > 0)
      return []
    return strongest(profileOf(answer.chosen, exercise.reveal)).map(({ module }) => module)
  },
}

/** The statements that have no answer yet, by their place. */
export function openIn({ chosen }: SelfCheckAnswer, { statements }: Pick<Asked, 'statements'>): number[] {
  return statements.flatMap(({ id }, index) => typeof chosen[id] === 'number' ? [] : [index])
}
