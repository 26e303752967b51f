import type { Kind } from '../kind'
import type { ActivityOnPaper } from './schema'
import { isRecord, readText } from '../kind'

export interface ActivityAnswer {
  /** The id of the option voted for; empty without a vote. */
  vote: string
  /** Kept on the device; it counts in no bin. */
  note: string
  /** Said by oneself, where there is no vote that would show it. */
  done: boolean
}

type Asked = Pick<ActivityOnPaper, 'vote'>

export const activity: Kind<Asked, ActivityAnswer> = {
  version: 1,
  empty: () => ({ vote: '', note: '', done: false }),
  read(json, _version, exercise) {
    if (!isRecord(json))
      return undefined
    return {
      vote: idsOf(exercise).find(id => id === json.vote) ?? '',
      note: readText(json.note),
      done: json.done === true,
    }
  },
  progress(answer, { vote }) {
    const done = vote ? answer.vote !== '' : answer.done
    return done ? 'done' : answer.note.trim() ? 'some' : 'none'
  },
  bins: exercise => idsOf(exercise),
  binsOf: ({ vote }) => vote ? [vote] : [],
}

const idsOf = ({ vote }: Asked) => vote?.options.map(({ id }) => id) ?? []
