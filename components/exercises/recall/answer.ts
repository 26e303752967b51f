import { plainText } from '../../text/rich-text'
import type { Kind } from '../kind'
import { isRecord, readText } from '../kind'
import { SECONDS_A_CHOICE, SECONDS_A_LINE } from '../working-time'
import type { Recall } from './schema'

export const MARKS = ['had', 'partly', 'not'] as const
/** How much of an answer was in mind, as judged by the person who answered. */
export type Mark = (typeof MARKS)[number]

export interface Reply {
  /** The words written, or the id of the option chosen; empty while there is neither. */
  given: string
  /** Whether the answer has been asked for; after that the reply stays as it was. */
  checked: boolean
  /** One's own judgement of one's own words; options are judged by the record. */
  mark?: Mark
}

export interface RecallAnswer {
  items: Record<string, Reply>
}

type Asked = Pick<Recall, 'items' | 'reveal'>
type Item = Recall['items'][number]

export const kind: Kind<Asked, RecallAnswer, Recall['reveal']> = {
  version: 1,
  empty: exercise => readItems({}, exercise),
  read: (json, _version, exercise) =>
    isRecord(json) && isRecord(json.items) ? readItems(json.items, exercise) : undefined,
  progress(answer, { items }) {
    const done = items.filter(({ id }) => isAnswered(replyTo(id, answer))).length
    return done === 0 ? 'none' : done === items.length ? 'done' : 'some'
  },
  categories: ({ items }) => items.map(({ id }) => id),
  /** Each question that was had counts once, so that a room sees which ones to go over again. */
  categoriesOf: (answer, { items, reveal }) =>
    items.filter(item => outcomeOf(item, replyTo(item.id, answer), reveal) === 'had').map(({ id }) => id),
  /** What was given and, once the answer was looked at, how it came out and the answer itself. */
  toText(answer, { items, reveal }, { labels: { recall: labels } }) {
    return items.flatMap(item => {
      const reply = replyTo(item.id, answer)
      if (!isAnswered(reply)) return []
      const lines = [
        item.options ? (item.options.find(({ id }) => id === reply.given)?.text ?? '') : reply.given.trim(),
      ]
      if (reply.checked) {
        const outcome = outcomeOf(item, reply, reveal)
        if (outcome)
          lines.push(item.options ? labels[outcome === 'had' ? 'right' : 'wrong'] : `${labels.mark} ${labels[outcome]}`)
        const found = reveal.answers.find(each => each.item === item.id)
        if (found) lines.push(`${labels.answer} ${plainText(found.answer)}`)
      }
      return [{ ask: item.ask, text: lines.filter(Boolean).join('\n') }]
    })
  },
  besideScript: 'key',
  /** The option that was chosen, or how one's own words were judged; the words themselves stay. */
  forRoom: (answer, { items }) => ({
    items: Object.fromEntries(
      items.map(({ id, options }) => {
        const { given, checked, mark } = replyTo(id, answer)
        return [id, { given: options ? given : '', checked, ...(mark && { mark }) }]
      }),
    ),
  }),
  openAfterReveal: true,
  revealed: ({ answers }) => answers.map(({ answer }) => answer),
  workingSeconds: ({ items }) =>
    items.reduce((sum, { options, lines }) => sum + (options ? SECONDS_A_CHOICE : lines * SECONDS_A_LINE), 0),
  again: (_exercise, original) => original,
}

function readItems(given: Record<string, unknown>, { items }: Pick<Asked, 'items'>): RecallAnswer {
  return { items: Object.fromEntries(items.map(item => [item.id, readReply(given[item.id], item)])) }
}

function readReply(json: unknown, { options }: Item): Reply {
  const from = isRecord(json) ? json : {}
  const text = readText(from.given)
  const given = !options || options.some(({ id }) => id === text) ? text : ''
  // Thinking without writing is allowed, so words may be checked when there are none; an option has to be chosen.
  const checked = from.checked === true && (!options || given !== '')
  const mark = checked && !options ? MARKS.find(each => each === from.mark) : undefined
  return { given, checked, ...(mark && { mark }) }
}

export function replyTo(item: string, { items }: RecallAnswer): Reply {
  return items[item] ?? { given: '', checked: false }
}

/** A question whose answer was looked at counts too: not knowing it is a reply. */
export const isAnswered = ({ given, checked }: Reply) => checked || given.trim() !== ''

/** How a reply came out; nothing while it is unanswered or unmarked. */
export function outcomeOf(item: Item, { given, mark }: Reply, { answers }: Recall['reveal']): Mark | undefined {
  if (!item.options) return mark
  if (!given) return undefined
  return answers.find(answer => answer.item === item.id)?.right === given ? 'had' : 'not'
}
