import { fill } from '../../fill'
import { fillPlural } from '../../plural'
import { isolated } from '../../text/isolate'
import type { RichText } from '../../text/rich-text'
import type { NetworkMapAnswer } from './answer'
import type { MapRecord, Person } from './map'
import { askedForTies, isDormant } from './map'
import type { Measures } from './measures'
import { constraintOf, measure } from './measures'
import type { NetworkMap, Reading } from './schema'
import type { Labels } from './words'
import { bridgesOf, names } from './words'

/** What is read from a map about one thing. */
export interface Sentences {
  about: Reading
  /** The module of the mistake that it speaks of. */
  module: string
  /** Plain sentences; none where there is nothing to say. */
  said: string[]
  /** The measures behind them, with their bounds. */
  figures: string[]
  /** What it means; nothing where that would speak of people who are not there. */
  meaning?: RichText
}

/** As much of an answer as is read. */
export type Readable = Pick<NetworkMapAnswer, 'scope' | 'network' | 'own' | 'base' | 'asked'>

export type ReadRecord = MapRecord & Pick<NetworkMap, 'readings'>

interface Known {
  all: Measures
  answer: Readable
  record: ReadRecord
  asked: Person[]
  labels: Labels
  language: string
  /** A figure in the reader's language, with two places behind the point. */
  figure: (value: number | null, places?: number) => string
}

interface Told extends Pick<Sentences, 'said' | 'figures'> {
  /** Whether it says that there is nobody of those whom its meaning speaks of. */
  nobody?: boolean
}
const NOTHING: Told = { said: [], figures: [] }

/**
 * Every reading that the record asks for and that has something to say, in the record's order.
 * @param asked of whom it was asked who knows whom; ties are measured among them alone
 */
export function readingOf(
  answer: Readable,
  record: ReadRecord,
  labels: Labels,
  language: string,
  asked = askedForTies(answer.network, answer.scope, record),
): Sentences[] {
  const all = measure({ people: asked, ties: answer.network.ties.map(([a, b]) => ({ a, b })) })
  const figure = (value: number | null, places = 2) =>
    value === null ? '–' : new Intl.NumberFormat(language, { maximumFractionDigits: places }).format(value)
  const known: Known = { all, answer, record, asked, labels, language, figure }
  return record.readings.flatMap(({ about, module, meaning }) => {
    const { nobody, ...told } = ABOUT[about](known)
    return told.said.length ? [{ about, module, ...told, ...(!nobody && { meaning }) }] : []
  })
}

const ofTies =
  (tell: (known: Known) => Told) =>
  (known: Known): Told =>
    known.answer.asked && known.asked.length > 1 ? tell(known) : NOTHING

const ABOUT: Record<Reading, (known: Known) => Told> = {
  circle: ofTies(({ all: { size, ties, pairs, density }, labels, language, figure }) => ({
    said: [
      ties === 0
        ? fillPlural(labels.circleNone, pairs, { language }, { n: size })
        : ties === pairs
          ? fillPlural(labels.circleAll, pairs, { language }, { n: size })
          : fillPlural(labels.circleSome, ties, { language }, { all: pairs }),
    ],
    figures: [fill(labels.density, { value: figure(density) })],
  })),

  apart: ofTies(({ all: { components }, answer: { network }, asked, labels, language }) => {
    const bridges = bridgesOf(network, asked)
    return {
      said: [
        components === asked.length ? labels.apartAll : fillPlural(labels.apart, components, { language }),
        ...(bridges.length
          ? [fillPlural(labels.bridges, bridges.length, { language }, { people: names(bridges) })]
          : []),
      ],
      figures: [],
      nobody: components < 2,
    }
  }),

  reach: ofTies(({ all: { size, effectiveSize, efficiency }, labels, language, figure }) => ({
    said: [fillPlural(labels.reach, effectiveSize ?? 0, { language }, { n: size, size: figure(effectiveSize, 1) })],
    figures: [fill(labels.effective, { value: figure(effectiveSize), n: size, efficiency: figure(efficiency) })],
  })),

  hinge: ofTies(({ all: { size, constraint, constraintFloor, hierarchy }, answer, asked, labels, figure }) => {
    const shares = constraintOf({ people: asked, ties: answer.network.ties.map(([a, b]) => ({ a, b })) })
    const most = Math.max(...shares)
    const hinges = asked.filter((_, place) => shares[place]! > most - 1e-9)
    return {
      said: [hinges.length === 1 ? fill(labels.hingeOne, { code: isolated(hinges[0]!.code) }) : labels.hingeAlike],
      figures: [
        fill(labels.constraint, {
          value: figure(constraint),
          n: size,
          floor: figure(constraintFloor),
          hierarchy: figure(hierarchy),
        }),
      ],
    }
  }),

  between: ofTies(({ all: { pairs, betweenness, betweennessNormalised }, labels, language, figure }) => ({
    said: [
      Math.round(betweenness) === 0
        ? labels.betweenNone
        : fillPlural(labels.between, pairs, { language }, { n: figure(betweenness, 0), all: pairs }),
    ],
    figures: [fill(labels.betweenValue, { value: figure(betweenness), share: figure(betweennessNormalised) })],
    nobody: Math.round(betweenness) === 0,
  })),

  likeness: ({ answer: { network, own, base }, record, labels, language, figure }) =>
    joined(
      record.atHome.bins.map(({ id, name }) => {
        const mine = own[id]
        const people = network.people.map(person => ({ id: person.id, group: person.bins[id] }))
        const placed = people.filter(({ group }) => group !== undefined).length
        if (mine === undefined || placed < 2) return NOTHING
        const share = base[id] === undefined ? undefined : base[id] / 100
        const { eiIndex, eiExpected, homophily } = measure({
          people,
          ties: [],
          own: mine,
          ...(share !== undefined && { baseRate: share }),
        })
        const unlike = people.filter(({ group }) => group !== undefined && group !== mine).length
        const said = fillPlural(labels.likeness, unlike, { language }, { name, all: placed })
        return {
          said: [
            share === undefined
              ? said
              : `${said} ${fill(labels.likenessChance, { n: figure(placed * (1 - share), 0) })}`,
          ],
          figures: [
            [
              `${name}.`,
              fill(labels.ei, { value: figure(eiIndex) }),
              ...(share === undefined
                ? []
                : [
                    fill(labels.eiChance, { value: figure(eiExpected) }),
                    fill(labels.homophily, { value: figure(homophily) }),
                  ]),
            ].join(' '),
          ],
        }
      }),
    ),

  variety: ({ answer: { network }, record, labels, language, figure }) =>
    joined(
      record.atHome.bins.map(({ id, name, options }) => {
        const people = network.people.map(person => ({ id: person.id, group: person.bins[id] }))
        const groups = new Set(people.flatMap(({ group }) => group ?? []))
        if (people.filter(({ group }) => group !== undefined).length < 2) return NOTHING
        const { blau, iqv } = measure({ people, ties: [], groups: options.length })
        return {
          said: [fillPlural(labels.variety, groups.size, { language }, { name, all: options.length })],
          figures: [
            `${name}. ${fill(labels.varietyValue, { blau: figure(blau), iqv: figure(iqv), all: options.length })}`,
          ],
        }
      }),
    ),

  dormant: ({ answer: { network }, record, labels, language }) => {
    const dormant = network.people.filter(person => isDormant(person, record))
    if (dormant.length)
      return {
        said: [fillPlural(labels.dormant, dormant.length, { language }, { people: names(dormant) })],
        figures: [],
      }
    return network.people.some(person => saidHowLong(person, record))
      ? { said: [labels.dormantNone], figures: [], nobody: true }
      : NOTHING
  },
}

/** Whether it was said of a person how long ago one last spoke to them, which a short map does not ask. */
const saidHowLong = ({ bins }: Person, { atHome }: MapRecord) =>
  atHome.bins.some(({ id, options }) => bins[id] !== undefined && options.some(({ dormant }) => dormant))

const joined = (told: readonly Told[]): Told => ({
  said: told.flatMap(({ said }) => said),
  figures: told.flatMap(({ figures }) => figures),
})
