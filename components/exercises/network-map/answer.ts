import { fill } from '../../fill'
import { isolated } from '../../text/isolate'
import type { Kind } from '../kind'
import { isRecord, readText, readWhole } from '../kind'
import { SECONDS_A_CHOICE } from '../working-time'
import type { MapRecord, Network, Scope } from './map'
import { askedForTies, emptyNetwork, readBins, readNetwork } from './map'
import { gapOf, ideaOf, reachOutCandidates } from './offers'
import type { NetworkMap } from './schema'
import { mapInWords } from './words'

export interface NetworkMapAnswer {
  scope: Scope
  network: Network
  /** One's own group, by the id of the question. */
  own: Record<string, string>
  /** How many of 100 people around are of that group, by the id of the question. */
  base: Record<string, number>
  /** Whether it was gone through who knows whom: before that, no tie means nothing. */
  asked: boolean
  /** Which people are missing, and where they might be met. */
  gap: string
  /** The best idea that came of trying things out, for a plan. */
  idea: string
  /** From when this exercise asked for a note; kept, and shown in the document. */
  note: string
  /** Said by oneself: a map is never complete. */
  done: boolean
}

/** What a phone sends to the room of its map: bands and nothing else, each in categories of their own. */
export const BANDS = {
  known: ['known0', 'knownFew', 'knownMany', 'knownAll'],
  outer: ['outer0', 'outer2', 'outer5', 'outerMore'],
} as const

export const kind: Kind<MapRecord, NetworkMapAnswer, NetworkMap['reveal']> = {
  // Versions 1 and 2 were answers to an activity: the first kept a note alone, the second a map with rings and ties.
  version: 3,
  empty: () => ({
    scope: 'short',
    network: emptyNetwork(),
    own: {},
    base: {},
    asked: false,
    gap: '',
    idea: '',
    note: '',
    done: false,
  }),
  read(json, version, exercise) {
    if (!isRecord(json)) return undefined
    const shared = { note: readText(json.note), done: json.done === true }
    if (version < 3) {
      const network = version === 2 ? readNetwork(json, exercise) : emptyNetwork()
      return { ...kind.empty(exercise), ...shared, network, asked: network.ties.length > 0 }
    }
    return {
      ...shared,
      scope: json.scope === 'whole' ? 'whole' : 'short',
      network: readNetwork(json.network, exercise),
      own: readBins(json.own, exercise.atHome.bins),
      base: readShares(json.base, exercise.atHome.bins),
      asked: json.asked === true,
      gap: readText(json.gap),
      idea: readText(json.idea, 400),
    }
  },
  progress: ({ done, network, gap, idea, note }) =>
    done ? 'done' : network.people.length || [gap, idea, note].some(text => text.trim()) ? 'some' : 'none',
  categories: () => [...BANDS.known, ...BANDS.outer],
  categoriesOf: ({ done, asked, scope, network }, exercise) =>
    done && network.people.length
      ? [
          ...(asked
            ? knownBand(
                network,
                askedForTies(network, scope, exercise).map(({ id }) => id),
              )
            : []),
          outerBand(network.people.filter(({ ring }) => ring === exercise.closeness.rings.length - 1).length),
        ]
      : [],
  toText({ scope, network, gap, idea, note, done }, exercise, { labels: { 'network-map': labels } }) {
    const texts = [
      {
        ask: [labels.mine],
        text: mapInWords(network, askedForTies(network, scope, exercise), exercise, labels).join('\n'),
      },
      { ask: [labels.gapMine], text: gap.trim() },
      { ask: [labels.idea], text: idea.trim() },
      { ask: [labels.note], text: note.trim() },
      { ask: [labels.doneAsk], text: done ? labels.done : '' },
    ]
    return texts.filter(({ text }) => text)
  },
  // One of three with a large circle is somebody.
  fewest: 5,
  /** The best idea that came of trying things out, and the way to what is missing. */
  ideas(answer, _exercise, { labels: { 'network-map': labels } }) {
    const [idea, gap] = [ideaOf(answer), gapOf(answer)]
    return [
      ...(idea ? [{ if: labels.planIf, then: idea }] : []),
      ...(gap ? [{ if: labels.planIf, then: fill(labels.planGap, { gap: isolated(gap) }) }] : []),
    ]
  },
  reminders: ({ gap }, _exercise, { labels: { 'network-map': labels } }) =>
    gap.trim() ? [{ ask: [labels.gapMine], text: gap.trim() }] : [],
  revealed: ({ point }) => [point],
  people: reachOutCandidates,
  /** In a room: a choice for each person, and one for each of the nearest, whose acquaintances are asked for. */
  workingSeconds: ({ room }) => (room.people + room.nearest) * SECONDS_A_CHOICE,
}

function readShares(json: unknown, bins: MapRecord['atHome']['bins']): Record<string, number> {
  const given = isRecord(json) ? json : {}
  return Object.fromEntries(
    bins.flatMap(({ id }) => {
      const share = readWhole(given[id], 0, 100)
      return share === undefined ? [] : [[id, share]]
    }),
  )
}

/** Nothing for fewer than two people, of whom there is no pair. */
function knownBand({ ties }: Network, asked: readonly number[]): string[] {
  const pairs = (asked.length * (asked.length - 1)) / 2
  const known = ties.filter(ends => ends.every(id => asked.includes(id))).length
  if (!pairs) return []
  return [known === 0 ? 'known0' : known === pairs ? 'knownAll' : known * 2 < pairs ? 'knownFew' : 'knownMany']
}

const outerBand = (count: number) =>
  count === 0 ? 'outer0' : count <= 2 ? 'outer2' : count <= 5 ? 'outer5' : 'outerMore'
