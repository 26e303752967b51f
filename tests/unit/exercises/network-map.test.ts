import { readFileSync } from 'node:fs'

import * as d3 from 'd3-force'
import { describe, expect, it, test } from 'vitest'

import { tally } from '../../../components/exercises/kind'
import type { NetworkMapAnswer } from '../../../components/exercises/network-map/answer'
import { kind } from '../../../components/exercises/network-map/answer'
import { exampleOf } from '../../../components/exercises/network-map/example'
import { forceLayout, STEPS } from '../../../components/exercises/network-map/force'
import type { Network, Person, Tie } from '../../../components/exercises/network-map/map'
import {
  areTied,
  askedForTies,
  changed,
  isDormant,
  placed,
  readNetwork,
  roomFor,
  tidyCode,
  without,
  withPerson,
  withTie,
} from '../../../components/exercises/network-map/map'
import { gapOf, ideaOf, reachOutCandidates } from '../../../components/exercises/network-map/offers'
import { CENTRE, placesOf, radii, radiiFor } from '../../../components/exercises/network-map/places'
import type { Scene } from '../../../components/exercises/network-map/scene'
import { plateOf, sceneOf, shortened, SIDES } from '../../../components/exercises/network-map/scene'
import type { NetworkMap } from '../../../components/exercises/network-map/schema'
import { check } from '../../../components/exercises/network-map/schema'
import { readingOf } from '../../../components/exercises/network-map/sentences'
import { firstOpen, stepsOf } from '../../../components/exercises/network-map/steps'
import { changesOf, ideaFor, imagine, strangersOf } from '../../../components/exercises/network-map/whatif'
import { mapInWords } from '../../../components/exercises/network-map/words'
import { plainText } from '../../../components/text/rich-text'
import { examples } from '../../fixtures/examples'
import { context } from '../../fixtures/workshop-context'
import { hostile } from './hostile'

const example = examples.find(({ name }) => name === 'network-map')!
/** Room for twelve people, six of them in a room and ties among four; two rings; two questions with bins. */
const record = example.learner as unknown as NetworkMap
const labels = context.labels['network-map']
const person = (id: number, ring?: number, more: Partial<Person> = {}): Person => ({
  id,
  code: `P${id}`,
  ...(ring !== undefined && { ring }),
  from: [],
  bins: {},
  ...more,
})
const network = (people: Person[], ties: Tie[] = []): Network => ({ people, ties })
const answerWith = (part: Partial<NetworkMapAnswer>): NetworkMapAnswer => ({ ...kind.empty(record), ...part })

describe('a map that was stored', () => {
  it.each<[what: string, json: unknown, expected: Network]>([
    ['nothing', undefined, network([])],
    ['people that are no list', { people: { 0: person(1, 0) }, ties: 'all' }, network([])],
    [
      'more people than it has room for',
      { people: Array.from({ length: 20 }, (_, id) => person(id + 1, 0)) },
      network(Array.from({ length: 12 }, (_, id) => person(id + 1, 0))),
    ],
    ['a ring that is gone: the outermost takes over', { people: [person(1, 7)] }, network([person(1, 1)])],
    [
      'rings that are none: not said',
      { people: [person(1, -1), person(2, 0.5), { ...person(3), ring: '0' }, { ...person(4), ring: null }] },
      network([person(1), person(2), person(3), person(4)]),
    ],
    [
      'nobody in particular',
      {
        people: [person(1, 0, { code: '  ' }), person(2, 0, { code: '' }), { ...person(3), code: 7 }, null, [], 'AB'],
      },
      network([]),
    ],
    ['two with one id', { people: [person(1, 0), person(1, 1)] }, network([person(1, 0)])],
    [
      'ids that are none',
      { people: [0, -1, 1.5, 1e9, '1', '__proto__'].map(id => ({ ...person(1), id })) },
      network([]),
    ],
    [
      'a code in many lines',
      { people: [person(1, 0, { code: ' A\n\tB ' }), person(2, 0, { code: 'x'.repeat(1e6) })] },
      network([person(1, 0, { code: 'A B' }), person(2, 0, { code: 'x'.repeat(12) })]),
    ],
    [
      'prompts, questions and options that are gone, and what else it may say of a person',
      {
        people: [
          {
            ...person(1, 0),
            name: 'Anna',
            from: ['asked', 'nobody', 3],
            bins: { field: 'care', contact: 'never', __proto__: { field: 'x' }, other: 'care' },
          },
          { ...person(2, 0), from: 'asked', bins: ['care'] },
        ],
      },
      network([person(1, 0, { from: ['asked'], bins: { field: 'care' } }), person(2, 0)]),
    ],
    [
      'ties whose ends are gone',
      {
        people: [person(1), person(2)],
        ties: [[1, 3], [4, 5], [1, 1], [1], [], 'ab', null, ['1', '2'], { 0: 1, 1: 2 }],
      },
      network([person(1), person(2)]),
    ],
    [
      'a tie twice, and back',
      {
        people: [person(1), person(2)],
        ties: [
          [2, 1],
          [1, 2],
          [2, 1],
        ],
      },
      network([person(1), person(2)], [[1, 2]]),
    ],
  ])('with %s', (_, json, expected) => {
    expect(readNetwork(json, record)).toEqual(expected)
  })

  it('reads back what was made of it, whatever was done', () => {
    let made = network([])
    for (const [code, prompt] of [
      ['AB', 'asked'],
      ['CD', 'news'],
      ['EF', 'lost'],
      ['AB', 'news'],
    ] as const)
      made = withPerson(made, code, prompt)
    made = placed(changed(made, 2, { ring: 1 }), 2, 'field', 'craft')
    made = withTie(withTie(made, 3, 1, true), 1, 2, true)
    expect(readNetwork(JSON.parse(JSON.stringify(made)), record)).toEqual(made)
    expect(made).toEqual(
      network(
        [
          person(1, undefined, { code: 'AB', from: ['asked', 'news'] }),
          person(2, 1, { code: 'CD', from: ['news'], bins: { field: 'craft' } }),
          person(3, undefined, { code: 'EF', from: ['lost'] }),
        ],
        [
          [1, 3],
          [1, 2],
        ],
      ),
    )
  })
})

describe('an answer', () => {
  it('of version 2, when this was an activity, keeps people, rings, ties and the note', () => {
    const before = {
      vote: '',
      note: 'mine',
      done: true,
      people: [
        { id: 1, code: 'AB', ring: 0 },
        { id: 4, code: 'CD', ring: 2 },
      ],
      ties: [[1, 4]],
    }
    expect(kind.read(before, 2, record)).toEqual(
      answerWith({
        network: network([person(1, 0, { code: 'AB' }), person(4, 1, { code: 'CD' })], [[1, 4]]),
        note: 'mine',
        done: true,
        asked: true,
      }),
    )
    expect(kind.read({ ...before, ties: [] }, 2, record)!.asked).toBe(false)
  })

  it('of version 1, which had no map, keeps the note', () => {
    expect(kind.read({ vote: '', note: 'a year ago', done: true, people: [person(1, 0)] }, 1, record)).toEqual(
      answerWith({ note: 'a year ago', done: true }),
    )
  })

  it('has a share of 0 to 100 or none, and a group that there is or none', () => {
    const json = { base: { field: 101, contact: 40, other: 3 }, own: { field: 'nothing', contact: 'long' } }
    expect(kind.read(json, 3, record)).toMatchObject({ base: { contact: 40 }, own: { contact: 'long' } })
  })

  it('is begun by its first person, a gap or an idea, and done when people say so', () => {
    const progress = (part: Partial<NetworkMapAnswer>) => kind.progress(answerWith(part), record)
    expect(progress({})).toBe('none')
    expect(progress({ scope: 'whole', asked: true })).toBe('none')
    expect(progress({ network: network([person(1)]) })).toBe('some')
    expect(progress({ gap: 'x' })).toBe('some')
    expect(progress({ done: true })).toBe('done')
  })

  it.each([
    [[], ['known0', 'outer2']],
    [[[1, 2]], ['knownFew', 'outer2']],
    [
      [
        [1, 2],
        [1, 3],
      ],
      ['knownMany', 'outer2'],
    ],
    [
      [
        [1, 2],
        [1, 3],
        [2, 3],
      ],
      ['knownAll', 'outer2'],
    ],
  ] as [Tie[], string[]][])('with the ties %j counts in the bands %j', (ties, bands) => {
    const made = network([person(1, 0), person(2, 0), person(3, 1)], ties)
    expect(kind.categoriesOf(answerWith({ network: made, asked: true, done: true }), record)).toEqual(bands)
  })

  it('gives a room nothing of a map that is not done, nor of ties that nobody was asked for', () => {
    const made = network([person(1, 0), person(2, 1)])
    expect(kind.categoriesOf(answerWith({ network: made, asked: true }), record)).toEqual([])
    expect(kind.categoriesOf(answerWith({ network: made, done: true }), record)).toEqual(['outer2'])
    expect(kind.categoriesOf(answerWith({ done: true }), record)).toEqual([])
    const many = network(Array.from({ length: 6 }, (_, id) => person(id + 1, 1)))
    expect(tally(kind, record, [answerWith({ network: many, done: true })])).toMatchObject({ outerMore: 1, known0: 0 })
  })

  it('says in words who is on it, who knows whom, and who was lost', () => {
    const read = kind.read(example.stored.answer, example.stored.version, record)!
    expect(kind.toText(read, record, context).map(({ ask, text }) => [ask.join(''), text])).toEqual([
      [
        'My map',
        'Close to me: AB, CD.\nFurther away: EF, GH.\nField, care: AB, CD.\nField, craft: EF.\nField, office: GH.\n' +
          'Last contact, this year: AB, EF.\nLast contact, years ago: GH.\n' +
          'These know each other: AB and CD, CD and EF.\nLost touch with: GH.\nKnown to nobody else here: GH.',
      ],
      ['What is missing on my map', 'people with bees, at the allotments'],
      ['My idea from the map', 'I bring AB and EF together'],
      ['Did you do it?', 'I have done it.'],
    ])
  })

  it('keeps marks that a replacement would take for its own', () => {
    const made = network([person(1, 0, { code: 'C{a}$&' }), person(2)])
    expect(mapInWords(made, made.people, record, labels)).toEqual(['Close to me: C{a}$&.', 'not said: P2.'])
  })

  test.each(hostile)('survives %s, whatever its version', (_, json) => {
    for (const version of [1, 2, 3]) {
      const answer = kind.read(json, version, record)
      if (!answer) continue
      expect(answer.network).toEqual(network([]))
      expect(answer.note.length).toBeLessThanOrEqual(4000)
    }
  })
})

describe('a map in the making', () => {
  const three = network(
    [person(1, 0), person(2, 1), person(5, 1)],
    [
      [1, 2],
      [1, 5],
    ],
  )

  it('gives a newcomer an id of their own, and notes another question of somebody who is there', () => {
    expect(withPerson(three, 'X', 'news').people.at(-1)).toEqual(person(6, undefined, { code: 'X', from: ['news'] }))
    expect(withPerson(three, 'P2', 'news').people).toEqual([
      person(1, 0),
      person(2, 1, { from: ['news'] }),
      person(5, 1),
    ])
    expect(withPerson(withPerson(three, 'P2', 'news'), 'P2', 'news').people[1]!.from).toEqual(['news'])
  })

  it('changes one person and leaves the rest, their order and their ties alone', () => {
    expect(changed(three, 2, { ring: 0 })).toEqual(network([person(1, 0), person(2, 0), person(5, 1)], three.ties))
    const binned = placed(three, 2, 'field', 'care')
    expect(binned.people[1]!.bins).toEqual({ field: 'care' })
    expect(placed(binned, 2, 'field', undefined)).toEqual(three)
    expect(placed(three, 99, 'field', 'care')).toEqual(three)
  })

  it('takes a person off together with their ties', () => {
    expect(without(three, 2)).toEqual(network([person(1, 0), person(5, 1)], [[1, 5]]))
  })

  it('ties two people once, whoever is named first, and unties them', () => {
    const tied = withTie(withTie(three, 5, 2, true), 2, 5, true)
    expect(tied.ties).toEqual([
      [1, 2],
      [1, 5],
      [2, 5],
    ])
    expect(areTied(tied.ties, 5, 2)).toBe(true)
    expect(withTie(tied, 5, 1, false).ties).toEqual([
      [1, 2],
      [2, 5],
    ])
    expect(withTie(three, 1, 1, true)).toEqual(three)
  })

  it('asks in a room for ties among the nearest, and keeps whoever had a tie before; at home, among all', () => {
    const people = [person(1, 1), person(2, 0), person(3, 1), person(4, 0), person(5), person(6, 0)]
    const ids = (found: Person[]) => found.map(({ id }) => id)
    expect(ids(askedForTies(network(people), 'short', record))).toEqual([1, 2, 4, 6])
    expect(ids(askedForTies(network(people, [[2, 5]]), 'short', record))).toEqual([1, 2, 4, 5, 6])
    expect(ids(askedForTies(network(people), 'whole', record))).toEqual([1, 2, 3, 4, 5, 6])
    expect([roomFor(record, 'short'), roomFor(record, 'whole')]).toEqual([6, 12])
  })

  it('knows a dormant tie by the question that brought it, or by when one last spoke', () => {
    expect(isDormant(person(1, 0, { from: ['lost'] }), record)).toBe(true)
    expect(isDormant(person(1, 0, { bins: { contact: 'long' } }), record)).toBe(true)
    expect(isDormant(person(1, 0, { from: ['asked'], bins: { contact: 'recent' } }), record)).toBe(false)
  })

  it.each([
    ['  Anna  Marie ', 'Anna Marie'],
    ['Anneliese-Marie', 'Anneliese-Ma'],
    ['👩‍🚀'.repeat(9), '👩‍🚀👩‍🚀👩‍🚀👩‍🚀'],
    ['\n', ''],
  ])('takes the code %j for %j', (text, expected) => {
    expect(tidyCode(text)).toBe(expected)
  })
})

describe('the steps', () => {
  const shown = (scope: 'short' | 'whole', whole: boolean) => stepsOf(record, scope, whole).map(({ shows }) => shows)

  it('are few in a room, more at home, and on a slide no more than are asked there', () => {
    expect(shown('short', true)).toEqual([
      'begin',
      'collect',
      'collect',
      'bins',
      'ties',
      'map',
      'reading',
      'what-if',
      'keep',
    ])
    expect(shown('whole', true).filter(each => each === 'collect')).toHaveLength(4)
    expect(shown('whole', true).filter(each => each === 'bins')).toHaveLength(3)
    expect(shown('whole', false)).toEqual(['collect', 'collect', 'bins', 'ties'])
  })

  it('have what the person of the example answered, by names of questions that there are', () => {
    const examples = stepsOf(record, 'whole', true).flatMap(step =>
      step.shows === 'bins' && step.question.example ? [plainText(step.question.example)] : [],
    )
    expect(examples).toEqual([
      'BE lives next door to Ana, and is close to her.',
      'BE bakes bread as well, which is a craft.',
    ])
    const found: string[] = []
    const answers = { ...record.example.answers, feild: ['x'] }
    check({ ...record, example: { ...record.example, answers } } as NetworkMap, {
      modules: ['waste', 'ties'],
      complain: (path, message) => found.push(`${path.join('.')}: ${message}`),
      didYouMean: String,
    })
    expect(found).toEqual(['example.answers.feild: Expected the id of a question, or "closeness", found "feild".'])
  })

  it('go on where something is open', () => {
    const steps = stepsOf(record, 'short', true)
    const at = (made: Network, asked: boolean) => steps[firstOpen(steps, { network: made, asked })]!.shows
    expect(at(network([]), false)).toBe('begin')
    expect(at(network([person(1)]), false)).toBe('bins')
    const prompt = record.prompts[1]!
    const named = network([person(1, undefined, { from: [prompt.id] })])
    expect(steps[firstOpen(steps, { network: named, asked: false })]).toEqual({ shows: 'collect', prompt })
    expect(at(network([person(1, 0)]), false)).toBe('ties')
    expect(at(network([person(1, 0)]), true)).toBe('map')
  })
})

describe('what is read from a map', () => {
  const stored = kind.read(example.stored.answer, example.stored.version, record)!
  const saidOf = (answer: NetworkMapAnswer) =>
    Object.fromEntries(readingOf(answer, record, labels, 'en').map(({ about, said }) => [about, said.join(' ')]))

  it('is said in sentences, each tied to a part of the workshop', () => {
    expect(saidOf(stored)).toEqual({
      circle: '2 of 6 pairs know each other: among those, news tends to go round in a circle.',
      apart:
        'Without you, they fall apart into 2 groups that have nobody in common. Nobody else here knows GH: what they hear reaches you alone.',
      reach: 'These 4 people reach as far as 3 people who do not know each other.',
      hinge: 'On your map, more ways go through CD than through anybody else.',
      between: 'For 4 of 6 pairs, the shortest way to each other leads through you.',
      likeness: 'Field: 2 of 4 are of another group than you. By chance it would be about 2.',
      variety: 'Field: people from 3 of 3 groups. Last contact: people from 2 of 2 groups.',
      dormant: 'You have lost touch with GH. A greeting that asks for nothing would be a beginning.',
    })
    for (const { module } of readingOf(stored, record, labels, 'en'))
      expect(record.readings.map(each => each.module)).toContain(module)
  })

  it('has its figures beside it, with their bounds', () => {
    const figures = readingOf(stored, record, labels, 'en').flatMap(({ figures }) => figures)
    expect(figures).toContain('Density 0.33; 0 if nobody knows anybody, 1 if all do.')
    expect(figures).toContain('Effective size 3, from 1 to 4; efficiency 0.75.')
    expect(figures).toContain(
      'Field. E-I index 0, from −1, all like you, to 1, nobody like you. By chance 0.2. Against chance (Coleman) 0.17.',
    )
  })

  const contact = record.atHome.bins.find(({ options }) => options.some(({ dormant }) => dormant))!
  const recent = { [contact.id]: contact.options.find(({ dormant }) => !dormant)!.id }

  it.each<[what: string, part: Partial<NetworkMapAnswer>, about: string[]]>([
    ['nobody', {}, []],
    ['one person', { network: network([person(1, 0)]), asked: true }, []],
    ['one person who was spoken to', { network: network([person(1, 0, { bins: recent })]) }, ['dormant']],
    ['two, before anybody asked who knows whom', { network: network([person(1, 0), person(2, 0)]) }, []],
    [
      'two strangers',
      { network: network([person(1, 0), person(2, 0)]), asked: true },
      ['circle', 'apart', 'reach', 'hinge', 'between'],
    ],
  ])('says of %s what can be said', (_, part, about) => {
    expect(Object.keys(saidOf(answerWith(part)))).toEqual(about)
  })

  it('is said of two people as one says it of two', () => {
    const two = network([person(1, 0), person(2, 0)])
    const told = (ties: Tie[]) => Object.values(saidOf(answerWith({ network: { ...two, ties }, asked: true })))
    expect(told([[1, 2]])).toEqual([
      'These two people know each other: what one of them hears, the other may hear as well.',
      'Without you, they still hang together.',
      'These 2 people reach no further than one of them alone.',
      'No single person holds your map together more than the others.',
      'They reach each other without you.',
    ])
    expect(told([])).toEqual([
      'These two people do not know each other.',
      'Without you, each of them stands alone. Nobody else here knows P1, P2: what each of them hears reaches you alone.',
      'These 2 people reach as far as 2 people who do not know each other.',
      'No single person holds your map together more than the others.',
      'Their shortest way to each other leads through you.',
    ])
  })

  it('is said of groups from two people on, in good grammar', () => {
    const groups = (...fields: string[]) => {
      const people = fields.map((field, index) => person(index + 1, 0, { bins: { field } }))
      return saidOf(answerWith({ network: network(people), own: { field: 'care' } })).likeness
    }
    expect(groups('craft')).toBeUndefined()
    expect(groups('craft', 'care')).toBe('Field: 1 of 2 is of another group than you.')
    expect(groups('care', 'care')).toBe('Field: 0 of 2 are of another group than you.')
  })

  it('means something only where there is somebody of whom it would speak', () => {
    const people = [1, 2, 3].map(id => person(id, 0, { bins: recent }))
    const clique: Tie[] = [
      [1, 2],
      [1, 3],
      [2, 3],
    ]
    const meant = (ties: Tie[]) =>
      readingOf(answerWith({ network: network(people, ties), asked: true }), record, labels, 'en').flatMap(
        ({ about, meaning }) => (meaning ? [] : [about]),
      )
    expect(meant(clique)).toEqual(['apart', 'between', 'dormant'])
    expect(meant([])).toEqual(['dormant'])
  })

  it('never calls a map good or bad, and says no figure that is none', () => {
    for (const n of [2, 3, 5]) {
      const people = Array.from({ length: n }, (_, id) => person(id + 1, 0))
      const pairs = people.flatMap(a => people.filter(b => b.id > a.id).map(b => [a.id, b.id] as Tie))
      for (const ties of [[], pairs.slice(0, 1), pairs]) {
        const all = readingOf(answerWith({ network: network(people, ties), asked: true }), record, labels, 'en')
        const text = all.flatMap(({ said, figures }) => [...said, ...figures]).join(' ')
        expect(text).not.toMatch(/NaN|Infinity|undefined|null|\{|good|bad|too (?:few|many)|should/)
      }
    }
  })

  it('is of the nearest alone where nobody else was asked for', () => {
    const people = Array.from({ length: 6 }, (_, id) => person(id + 1, id < 4 ? 0 : 1))
    expect(saidOf(answerWith({ network: network(people, [[1, 2]]), asked: true })).circle).toMatch(
      /^1 of 6 pairs knows/,
    )
  })
})

describe('what if', () => {
  const stored = kind.read(example.stored.answer, example.stored.version, record)!
  const asked = askedForTies(stored.network, stored.scope, record)
  const read = (made: Network, of: Person[]) => readingOf({ ...stored, network: made }, record, labels, 'en', of)
  const before = read(stored.network, asked)

  it('somebody new came: sentences change, and the map itself does not', () => {
    const kept = JSON.stringify(stored)
    const {
      network: made,
      asked: of,
      newcomer,
    } = imagine(stored.network, asked, { kind: 'person', knows: [4], bins: { field: 'craft' } }, record, labels)
    expect(newcomer).toBe(5)
    expect(made.ties).toContainEqual([4, 5])
    const changes = changesOf(before, read(made, of))
    expect(changes.find(({ about }) => about === 'circle')).toMatchObject({ after: expect.stringMatching(/^3 of 10/) })
    expect(changes.find(({ about }) => about === 'dormant')).toBeUndefined()
    expect(JSON.stringify(stored)).toBe(kept)
  })

  it('two people met, or somebody went', () => {
    const tied = imagine(stored.network, asked, { kind: 'tie', a: 1, b: 4 }, record, labels)
    expect(changesOf(before, read(tied.network, tied.asked)).map(({ about }) => about)).toContain('apart')
    const gone = imagine(stored.network, asked, { kind: 'gone', id: 2 }, record, labels)
    expect(gone.network.ties).toEqual([])
    expect(read(gone.network, gone.asked).find(({ about }) => about === 'circle')!.said).toEqual([
      'No two of these 3 people know each other.',
    ])
    expect(strangersOf(stored.network, asked, 2).map(({ code }) => code)).toEqual(['GH'])
  })

  it('gives an idea in the words of somebody who means to do it', () => {
    const idea = (what: Parameters<typeof ideaFor>[0]) => ideaFor(what, stored.network, record, labels)
    expect(idea({ kind: 'tie', a: 1, b: 3 })).toBe('I bring AB and EF together')
    expect(idea({ kind: 'person', knows: [], bins: {} })).toBe('I get to know somebody whom nobody on my map knows')
    expect(idea({ kind: 'person', knows: [], bins: { field: 'craft' } })).toBe('I get to know somebody new: craft')
    expect(idea({ kind: 'gone', id: 1 })).toContain('I see less of AB')
  })
})

describe('what other exercises may take from a map', () => {
  it('are dormant and bridging people, those who are both first, and never the closest because of a bridge', () => {
    const made = network(
      [
        person(1, 0),
        person(2, 0, { code: 'NEAR' }),
        person(3, 1, { code: 'BRIDGE' }),
        person(4, 1, { code: 'BOTH', from: ['lost'] }),
        person(5, 0, { code: 'LOST', bins: { contact: 'long' } }),
        person(6, 0),
      ],
      [
        [1, 6],
        [5, 6],
      ],
    )
    const answer = answerWith({ network: made, scope: 'whole', asked: true })
    expect(reachOutCandidates(answer, record)).toEqual([
      { code: 'BOTH', dormant: true, bridging: true },
      { code: 'LOST', dormant: true, bridging: false },
      { code: 'BRIDGE', dormant: false, bridging: true },
    ])
    expect(reachOutCandidates({ ...answer, asked: false }, record).map(({ code }) => code)).toEqual(['BOTH', 'LOST'])
    expect(reachOutCandidates(answerWith({}), record)).toEqual([])
  })

  it('are the gap and the idea', () => {
    const answer = answerWith({ gap: ' the planners\nof the depot ', idea: ' I go ' })
    expect([gapOf(answer), ideaOf(answer)]).toEqual(['the planners of the depot', 'I go'])
    expect(kind.ideas!(answer, record, context)).toEqual([
      { if: labels.planIf, then: 'I go' },
      { if: labels.planIf, then: 'I look for a day to be there: the planners of the depot' },
    ])
    expect(kind.ideas!(answerWith({}), record, context)).toEqual([])
    expect(kind.reminders!(answerWith({ gap: ' the planners ' }), record, context)).toEqual([
      { ask: [labels.gapMine], text: 'the planners' },
    ])
    expect(kind.reminders!(answerWith({ gap: ' ' }), record, context)).toEqual([])
  })
})

describe('the worked example', () => {
  it('is a map like any other', () => {
    expect(exampleOf(record)).toEqual({
      people: [
        person(1, 0, { code: 'BE' }),
        person(2, 0, { code: 'CY' }),
        person(3, 1, { code: 'DI', from: ['lost'] }),
      ],
      ties: [[1, 2]],
    })
  })
})

describe('a place on the map', () => {
  const crowd = (count: number, ring: number) => Array.from({ length: count }, (_, index) => person(1 + index, ring))
  const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)
  const closest = (places: { x: number; y: number }[]) =>
    Math.min(...places.flatMap((a, index) => places.slice(index + 1).map(b => distance(a, b))))

  it('is the same for the same people, and on their own ring', () => {
    const people = [person(1, 0), person(2, 1), person(3, 2), person(4, 0)]
    const places = placesOf(people, radii(3, 45))
    expect(placesOf(people, radii(3, 45))).toEqual(places)
    for (const { id, ring } of people)
      expect(distance(places.get(id)!, { x: 50, y: 50 })).toBeCloseTo(radii(3, 45)[ring!]!, 0)
  })

  it('is on the outermost ring as long as nobody has said how close', () => {
    const circles = radii(3, 45)
    expect(placesOf([person(1)], circles)).toEqual(placesOf([person(1, 2)], circles))
  })

  it.each([
    [1, 0],
    [5, 0],
    [10, 0],
    [10, 1],
    [10, 2],
    [25, 2],
    [40, 2],
  ])('for %d people on ring %d is apart from every other, off the name of the ring, and on the map', (count, ring) => {
    const areas = [0, 1, 2].map(each => (each === ring ? count * 55 : 0))
    const places = [...placesOf(crowd(count, ring), radiiFor(areas, 45)).values()]
    expect(places).toHaveLength(count)
    expect(closest(places)).toBeGreaterThan(count > 25 ? 6 : count > 10 ? 8 : 9)
    for (const { x, y } of places) {
      expect(Math.max(Math.abs(x - 50), Math.abs(y - 50))).toBeLessThanOrEqual(50)
      expect(Math.abs(x - 50) > 9 || y > 50).toBe(true)
    }
  })

  it('for one person on each ring is not in one line with the others', () => {
    const [a, b, c] = [...placesOf([person(1, 0), person(2, 1), person(3, 2)], radii(3, 45)).values()]
    expect(Math.abs((b!.x - a!.x) * (c!.y - a!.y) - (c!.x - a!.x) * (b!.y - a!.y))).toBeGreaterThan(200)
  })
})

describe('the layout by forces', () => {
  const people = Array.from({ length: 12 }, (_, id) => person(id + 1, id % 3))
  const ties = [
    [1, 2],
    [2, 3],
    [1, 3],
    [4, 5],
    [7, 8],
    [8, 9],
  ] as Tie[]
  const laidOut = (made: Network, more = {}) => {
    const layout = forceLayout(d3, made, { rings: 3, ...more })
    for (let step = 0; step < STEPS; step++) layout.step()
    return layout.places()
  }

  it('draws the same map for the same answers, in whichever order they were given', () => {
    const once = laidOut(network(people, ties))
    expect(laidOut(network(people, ties))).toEqual(once)
    const again = laidOut(network([...people].reverse(), ties))
    for (const [id, place] of once) expect(again.get(id)).toEqual(place)
  })

  it('keeps everybody on the map and apart, the closer ones nearer on the whole', () => {
    const places = laidOut(network(people, ties))
    const far = (ring: number) =>
      people
        .filter(each => each.ring === ring)
        .map(({ id }) => Math.hypot(places.get(id)!.x - 50, places.get(id)!.y - 50))
        .reduce((sum, each) => sum + each / 4, 0)
    expect(far(0)).toBeLessThan(far(2))
    const all = [...places.values()]
    for (const { x, y } of all) expect(x >= 0 && x <= 100 && y >= 0 && y <= 100).toBe(true)
    for (const [index, a] of all.entries())
      for (const b of all.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(5)
  })

  it('stands for none, one and forty people', () => {
    expect(laidOut(network([])).size).toBe(0)
    expect(laidOut(network([person(1, 0)])).size).toBe(1)
    const forty = Array.from({ length: 40 }, (_, id) => person(id + 1, id % 3))
    const places = [...laidOut(network(forty)).values()]
    expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
  })

  it('moves groups together', () => {
    const groupOf = (id: number) => (id % 2 ? 'odd' : 'even')
    const places = laidOut(network(people), { groupOf, groups: ['odd', 'even'] })
    const mean = (group: string) =>
      people
        .filter(({ id }) => groupOf(id) === group)
        .map(({ id }) => places.get(id)!.y)
        .reduce((sum, y) => sum + y / 6, 0)
    expect(mean('odd')).toBeLessThan(mean('even'))
  })
})

/** Codes that cover one another or ego, as far as can be told from the drawing's numbers. */
function coveredIn({ people, side }: Scene): string[] {
  const em = 100 / side
  const boxes = [
    { name: 'you', x: 50, y: 50, width: 2 * CENTRE * 0.7, height: 2 * CENTRE * 0.7 },
    ...people.map(({ id, code, at, sign, bridging }) => {
      const { width, height } = plateOf(shortened(code), sign !== undefined, bridging)
      return { name: `${id}`, ...at, width: width * em, height: height * em }
    }),
  ]
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(b => (a.width + b.width) / 2 - Math.abs(a.x - b.x) > 0.3)
      .filter(b => (a.height + b.height) / 2 - Math.abs(a.y - b.y) > 0.3)
      .map(b => `${a.name} and ${b.name}`),
  )
}

describe('what is drawn', () => {
  it('is as wide as its side where it is enlarged, whichever side that is', () => {
    const url = new URL('../../../components/exercises/network-map/MapWindow.vue', import.meta.url)
    const widths = /\[data-enlarged\]\[data-side='(\d+)'\] \.network-map \{\n {2}width: (\d+)em;/g
    const found = [...readFileSync(url, 'utf8').matchAll(widths)].map(([, side, em]) => [Number(side), Number(em)])
    expect(found).toEqual(SIDES.slice(1).map(side => [side, side]))
  })

  const made = network(
    [
      person(1, 0, { bins: { field: 'craft' } }),
      person(2, 1, { bins: { field: 'care' } }),
      person(3, undefined, { from: ['lost'] }),
    ],
    [[1, 2]],
  )
  it('marks lost and bridging people, and groups by a sign', () => {
    const { people, ties, rings } = sceneOf(made, { record, asked: made.people, groupBy: 'field' })
    expect(rings).toEqual(radii(2, 45))
    expect(ties).toMatchObject([{ a: 1, b: 2 }])
    expect(people.map(({ id, dormant, bridging, sign, ring }) => ({ id, dormant, bridging, sign, ring }))).toEqual([
      { id: 1, dormant: false, bridging: false, sign: 1, ring: 0 },
      { id: 2, dormant: false, bridging: false, sign: 0, ring: 1 },
      { id: 3, dormant: true, bridging: true, sign: undefined, ring: 1 },
    ])
  })

  it.each([
    ['on the innermost ring', 0],
    ['on the second', 1],
    ['on the outermost', 2],
    ['on all of them', undefined],
  ] as const)('covers no code by another, with up to forty people %s, in groups, and with bridges', (_, ring) => {
    const rings = ['Close to me', 'Know fairly well', 'Know a little']
    const wide = { ...record, closeness: { ...record.closeness, rings } }
    for (const count of [5, 10, 12, 13, 24, 40])
      for (const groupBy of [undefined, 'field'])
        for (const tied of [0, 1, 3]) {
          const people = Array.from({ length: count }, (_, index) =>
            person(index + 1, ring ?? index % 3, { code: `${index + 10}-Feather`, bins: { field: 'care' } }),
          )
          // A person without a tie is a bridge as soon as anybody has one.
          const ties = people.slice(1, 1 + tied * 4).map(({ id }): Tie => [1, id])
          const scene = sceneOf(network(people, ties), { record: wide, asked: people, groupBy })
          expect(coveredIn(scene), `${count} people, ${ties.length} ties, by ${groupBy}`).toEqual([])
        }
  })

  it('calls nobody a bridge before it was asked who knows whom', () => {
    const { people } = sceneOf({ ...made, ties: [] }, { record, asked: made.people })
    expect(people.some(({ bridging }) => bridging)).toBe(false)
  })
})
