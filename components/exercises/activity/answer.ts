import type { Kind } from '../kind'
import { isRecord, readText } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE } from '../working-time'
import type { Activity, ActivityOnPaper } from './schema'

export interface ActivityAnswer {
  /** The id of the option voted for; empty without a vote. */
  vote: string
  /** Kept on the device; it counts in no category. */
  note: string
  /** Said by oneself, where there is no vote that would show it. */
  done: boolean
}

type Asked = Pick<ActivityOnPaper, 'roleplay' | 'vote' | 'note' | 'talk'>

export const kind: Kind<Asked, ActivityAnswer, Activity['reveal']> = {
  // Version 2 kept a map of people beside all this, which has become a kind of its own.
  version: 2,
  empty: () => ({ vote: '', note: '', done: false }),
  read(json, _version, exercise) {
    if (!isRecord(json)) return undefined
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
  categories: exercise => idsOf(exercise),
  categoryNames: ({ vote }) => vote?.options.map(({ text }) => text) ?? [],
  categoriesOf: ({ vote }) => (vote ? [vote] : []),
  toText(answer, { vote, note }, { labels: { activity: labels } }) {
    const texts = [
      { ask: vote?.ask ?? [], text: vote?.options.find(({ id }) => id === answer.vote)?.text ?? '' },
      { ask: note?.ask ?? [], text: note ? answer.note.trim() : '' },
      { ask: [labels.doneAsk], text: !vote && answer.done ? labels.done : '' },
    ]
    return texts.filter(each => each.text)
  },
  reminders: (answer, { note }) => (note && answer.note.trim() ? [{ ask: note.ask, text: answer.note.trim() }] : []),
  revealed: ({ point }) => (point ? [point] : []),
  workingSeconds: ({ roleplay = [], vote, note, talk = 0 }, aloud) =>
    aloud(roleplay.map(({ line }) => line)) +
    talk +
    (vote ? SECONDS_A_CHOICE : 0) +
    (note ? note.lines * SECONDS_A_LINE : 0),
}

const idsOf = ({ vote }: Pick<Asked, 'vote'>) => vote?.options.map(({ id }) => id) ?? []
