import { fill } from '../../fill'
import type { Kind } from '../kind'
import { isRecord, readText, readWhole } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE } from '../working-time'
import type { Arrangement } from './arrangements'
import { ARRANGEMENTS, ROUNDS } from './arrangements'
import { readRounds, roundsInWords, roundsOf } from './rounds'
import type { Mixer } from './schema'

/** The acts of the story, and the free table after them. */
export const ACTS = ['drift', 'arrange', 'few', 'table'] as const
export type Act = (typeof ACTS)[number]
/** Those that have a point to prove. */
export const STORY = ACTS.slice(0, 3)

/** Numbers of guests that the free table offers. */
export const GUESTS = [12, 24, 48, 96, 200] as const

/** What was done; the evenings follow from it, because the same rounds give the same evening. */
export interface MixerAnswer {
  /** The rounds of each act's evening so far, a letter each (rounds.ts). */
  rounds: Record<Act, string>
  /** The arrangement that is set for the next round. */
  next: Record<Act, Arrangement>
  /** Acts that have proven their point. */
  proven: Act[]
  /** Whole evenings with the guests of the record, and how many people had enough new faces after each. */
  tried: { rounds: string; reached: number }[]
  table: { guests: number; curious: number; luck: number }
  note: string
}

type Asked = Pick<Mixer, 'circles' | 'seed' | 'target' | 'arranged' | 'note'>

/** How many evenings are remembered. */
export const REMEMBERED = 8

const perAct = <T>(of: (act: Act) => T) => Object.fromEntries(ACTS.map(act => [act, of(act)])) as Record<Act, T>
const guestsIn = ({ circles }: Pick<Asked, 'circles'>) => circles.reduce((sum, { people }) => sum + people.length, 0)
const played = ({ rounds, proven }: MixerAnswer) => proven.length > 0 || ACTS.some(act => rounds[act])

export const kind: Kind<Asked, MixerAnswer, Mixer['reveal']> = {
  version: 1,
  empty: ({ seed }) => ({
    rounds: perAct(() => ''),
    next: perAct(() => 'free'),
    proven: [],
    tried: [],
    table: { guests: 24, curious: 1, luck: seed },
    note: '',
  }),
  read(json, _version, exercise) {
    if (!isRecord(json)) return undefined
    const empty = kind.empty(exercise)
    const [rounds, next] = [isRecord(json.rounds) ? json.rounds : {}, isRecord(json.next) ? json.next : {}]
    const [proven, tried] = [json.proven, json.tried].map(list => (Array.isArray(list) ? (list as unknown[]) : []))
    const table = isRecord(json.table) ? json.table : {}
    return {
      rounds: perAct(act => readRounds(rounds[act], act === 'few' ? exercise.arranged : act === 'drift' ? 0 : ROUNDS)),
      next: perAct(act => (act !== 'drift' && ARRANGEMENTS.find(each => each === next[act])) || 'free'),
      proven: STORY.filter(act => proven!.includes(act)),
      tried: tried!
        .filter(isRecord)
        .slice(0, REMEMBERED)
        .flatMap(each => {
          const read = {
            rounds: readRounds(each.rounds, ROUNDS),
            reached: readWhole(each.reached, 0, guestsIn(exercise)),
          }
          return read.rounds.length === ROUNDS && read.reached !== undefined ? [{ ...read, reached: read.reached }] : []
        }),
      table: {
        guests: GUESTS.find(each => each === table.guests) ?? empty.table.guests,
        curious: readWhole(table.curious, 0, 10) ?? empty.table.curious,
        luck: readWhole(table.luck, 1, 9999) ?? empty.table.luck,
      },
      note: readText(json.note),
    }
  },
  /** The free table is a gift, and the note can be said instead. */
  progress: answer =>
    STORY.every(act => answer.proven.includes(act)) ? 'done' : played(answer) || answer.note.trim() ? 'some' : 'none',
  categories: () => [...ARRANGEMENTS],
  /** What somebody chose first when they could choose. */
  categoriesOf({ rounds }) {
    const [first] = roundsOf(rounds.arrange)
    return first ? [first] : []
  },
  toText({ tried, note }, exercise, { labels: { mixer: labels } }) {
    const evenings = tried.map(({ rounds, reached }) =>
      fill(labels.triedEvening, { parts: roundsInWords(rounds, labels), n: reached, all: guestsIn(exercise) }),
    )
    const texts = [
      { ask: [fill(labels.goal, { need: exercise.target.faces })], text: evenings.join('\n') },
      { ask: exercise.note.ask, text: note.trim() },
    ]
    return texts.filter(({ text }) => text)
  },
  revealed: ({ drift, arrange, few, finding, caveat, helps, helpsCaveat, model, compare }) => [
    drift,
    arrange,
    few,
    finding,
    caveat,
    helps,
    helpsCaveat,
    model,
    compare,
  ],
  // Each act asks for a choice and is watched for half a minute.
  workingSeconds: ({ note }) => STORY.length * (SECONDS_A_CHOICE + 30) + note.lines * SECONDS_A_LINE,
}
