import type { Kind } from '../kind'
import { isRecord, readText } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE, secondsAloud } from '../working-time'
import type { NetworkMap } from './map'
import { emptyMap, mapInWords, NEAREST, readMap } from './map'
import type { Activity, ActivityOnPaper } from './schema'

export interface ActivityAnswer extends NetworkMap {
  /** The id of the option voted for; empty without a vote. */
  vote: string
  /** Kept on the device; it counts in no category. */
  note: string
  /** Said by oneself, where there is no vote that would show it. */
  done: boolean
}

type Asked = Pick<ActivityOnPaper, 'roleplay' | 'vote' | 'note' | 'talk' | 'map'>

export const kind: Kind<Asked, ActivityAnswer, Activity['reveal']> = {
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
  categories: exercise => idsOf(exercise),
  categoryNames: ({ vote }) => vote?.options.map(({ text }) => text) ?? [],
  categoriesOf: ({ vote }) => (vote ? [vote] : []),
  toText(answer, { vote, note, map }, { labels: { activity: labels } }) {
    const texts = [
      { ask: [labels.mapMine], text: map ? mapInWords(answer, map.rings, labels).join('\n') : '' },
      { ask: vote?.ask ?? [], text: vote?.options.find(({ id }) => id === answer.vote)?.text ?? '' },
      { ask: note?.ask ?? [], text: note ? answer.note.trim() : '' },
      { ask: [labels.doneAsk], text: !vote && answer.done ? labels.done : '' },
    ]
    return texts.filter(each => each.text)
  },
  revealed: ({ point }) => (point ? [point] : []),
  /** A map takes a choice for each person on it, and one for each of the nearest, whose acquaintances are asked for. */
  workingSeconds: ({ roleplay = [], vote, note, talk = 0, map }) =>
    secondsAloud(roleplay.map(({ line }) => line)) +
    talk +
    (vote ? SECONDS_A_CHOICE : 0) +
    (note ? note.lines * SECONDS_A_LINE : 0) +
    (map ? (map.people + Math.min(NEAREST, map.people)) * SECONDS_A_CHOICE : 0),
}

const idsOf = ({ vote }: Pick<Asked, 'vote'>) => vote?.options.map(({ id }) => id) ?? []
