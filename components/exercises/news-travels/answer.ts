import { fill } from '../../fill'
import type { Kind } from '../kind'
import { isRecord, readText, readWhole } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE } from '../working-time'
import { played, readMoves } from './moves'
import type { NewsTravels } from './schema'
import type { Act } from './ties'
import { ACTS, everything, STORY } from './ties'
import { levelsInWords } from './words'

/** What was done; the weeks follow from it, because the same moves give the same weeks. */
export interface NewsTravelsAnswer {
  /** Of each act, the ties that were changed and the weeks that went by, in order (moves.ts). */
  moves: Record<Act, string[]>
  /** Acts that have proven their point. */
  proven: Act[]
  /** Six weeks that were played to their end: the act, its moves without the weeks, and what was reached. */
  tried: { act: Act; moves: string[]; reached: number }[]
  /** The luck of the free table. */
  luck: number
  note: string
}

type Asked = Pick<NewsTravels, 'groups' | 'bridges' | 'contacts' | 'ear' | 'hours' | 'seed' | 'note'>

/** How many attempts are remembered. */
export const REMEMBERED = 8

const perAct = <T>(of: (act: Act) => T) => Object.fromEntries(ACTS.map(act => [act, of(act)])) as Record<Act, T>
const begun = ({ moves, proven }: NewsTravelsAnswer) => proven.length > 0 || ACTS.some(act => moves[act].length)

export const kind: Kind<Asked, NewsTravelsAnswer, NewsTravels['reveal']> = {
  version: 1,
  empty: ({ seed }) => ({ moves: perAct(() => []), proven: [], tried: [], luck: seed, note: '' }),
  read(json, _version, town) {
    if (!isRecord(json)) return undefined
    const moves = isRecord(json.moves) ? json.moves : {}
    const [proven, tried] = [json.proven, json.tried].map(list => (Array.isArray(list) ? (list as unknown[]) : []))
    return {
      moves: perAct(act => readMoves(moves[act], town, act)),
      proven: STORY.filter(act => proven!.includes(act)),
      tried: tried!
        .filter(isRecord)
        .slice(0, REMEMBERED)
        .flatMap(each => {
          const act = STORY.find(name => name === each.act)
          const reached = act && readWhole(each.reached, 0, everything(town, act))
          return reached === undefined ? [] : [{ act: act!, moves: readMoves(each.moves, town, act!), reached }]
        }),
      luck: readWhole(json.luck, 1, 9999) ?? town.seed,
      note: readText(json.note),
    }
  },
  /** The free table is a gift, and the note can be said instead. */
  progress: answer =>
    STORY.every(act => answer.proven.includes(act)) ? 'done' : begun(answer) || answer.note.trim() ? 'some' : 'none',
  categories: ({ contacts }) => contacts.map(({ name }) => name),
  /** Whom somebody gave the first hour to. */
  categoriesOf({ moves }, { contacts }) {
    const { levels } = played(moves.one)
    const first = contacts.find(({ name }) => (levels[name] ?? 'silent') !== 'silent')
    return first ? [first.name] : []
  },
  toText({ tried, note }, town, { labels: { 'news-travels': labels } }) {
    const lines = tried.map(({ act, moves, reached }) =>
      fill(labels.triedTies, {
        ties: levelsInWords(played(moves).levels, labels),
        n: reached,
        all: everything(town, act),
      }),
    )
    const texts = [
      { ask: [labels.tried], text: lines.join('\n') },
      { ask: town.note.ask, text: note.trim() },
    ]
    return texts.filter(({ text }) => text)
  },
  revealed: ({ circle, one, few, whole, finding, caveat, close, closeCaveat, model, compare }) => [
    circle,
    one,
    few,
    whole,
    finding,
    caveat,
    close,
    closeCaveat,
    model,
    compare,
  ],
  // Each act asks for a choice and is watched for half a minute.
  workingSeconds: ({ note }) => STORY.length * (SECONDS_A_CHOICE + 30) + note.lines * SECONDS_A_LINE,
}
