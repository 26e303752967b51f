import type { Kind } from '../kind'
import { isRecord, readText } from '../kind'
import type { NetworkMap } from './map'
import { emptyMap, mapInWords, readMap } from './map'
import type { ActivityOnPaper } from './schema'

export interface ActivityAnswer extends NetworkMap {
  /** The id of the option voted for; empty without a vote. */
  vote: string
  /** Kept on the device; it counts in no bin. */
  note: string
  /** Said by oneself, where there is no vote that would show it. */
  done: boolean
}

type Asked = Pick<ActivityOnPaper, 'vote' | 'note' | 'map'>

export const activity: Kind<Asked, ActivityAnswer> = {
  // Version 1 kept no map.
  version: 2,
  empty: () => ({ vote: '', note: '', done: false, ...emptyMap() }),
  read(json, version, exercise) {
    if (!isRecord(json)) return undefined
    return {
      vote: idsOf(exercise).find(id => id === json.vote) ?? '',
      note: readText(json.note),
      done: json.done === true,
      ...(exercise.map && version > 1 ? readMap(json, exercise.map) : emptyMap()),
    }
  },
  progress(answer, { vote }) {
    const done = vote ? answer.vote !== '' : answer.done
    return done ? 'done' : answer.note.trim() || answer.people.length ? 'some' : 'none'
  },
  bins: exercise => idsOf(exercise),
  binsOf: ({ vote }) => (vote ? [vote] : []),
  inWords(answer, { vote, note, map }, { labels: { activity: labels } }) {
    const said = [
      { ask: [labels.mapMine], said: map ? mapInWords(answer, map.rings, labels).join('\n') : '' },
      { ask: vote?.ask ?? [], said: vote?.options.find(({ id }) => id === answer.vote)?.text ?? '' },
      { ask: note?.ask ?? [], said: note ? answer.note.trim() : '' },
      { ask: [labels.doneAsk], said: !vote && answer.done ? labels.done : '' },
    ]
    return said.filter(each => each.said)
  },
}

const idsOf = ({ vote }: Pick<Asked, 'vote'>) => vote?.options.map(({ id }) => id) ?? []
