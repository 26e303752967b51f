import process from 'node:process'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { kind, REMEMBERED } from '../../../components/exercises/news-travels/answer'
import type { Tie } from '../../../components/exercises/news-travels/levels'
import { HOURS, LEVELS, WEEKS } from '../../../components/exercises/news-travels/levels'
import {
  affordable,
  moveOf,
  played,
  readMoves,
  WEEK,
  withTie,
  withWeeks,
} from '../../../components/exercises/news-travels/moves'
import { BODY, mapOf } from '../../../components/exercises/news-travels/places'
import type { NewsTravels } from '../../../components/exercises/news-travels/schema'
import { check } from '../../../components/exercises/news-travels/schema'
import type { World } from '../../../components/exercises/news-travels/simulation'
import { goodWord, heard, step, weeks } from '../../../components/exercises/news-travels/simulation'
import type { Act, Levels } from '../../../components/exercises/news-travels/ties'
import {
  ACTS,
  changeable,
  closeIn,
  everything,
  goalOf,
  hoursFor,
  hoursSpent,
  levelsFor,
  numberOf,
  STORY,
} from '../../../components/exercises/news-travels/ties'
import { got, needs, wayIn, worldOf } from '../../../components/exercises/news-travels/town'
import { examples } from '../../fixtures/examples'

const town = examples.find(({ name }) => name === 'news-travels')!.learner as NewsTravels

const worlds: fc.Arbitrary<World> = fc.integer({ min: 3, max: 14 }).chain(people =>
  fc.record({
    groups: fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: people - 1, maxLength: people - 1 })
      .map(all => [0, ...all]),
    ties: fc
      .uniqueArray(
        fc.record({
          a: fc.nat(people - 1),
          b: fc.nat(people - 1),
          level: fc.constantFrom(...LEVELS),
        }),
        { maxLength: 25, selector: ({ a, b }) => `${Math.min(a, b)}-${Math.max(a, b)}` },
      )
      .map(ties => ties.filter(({ a, b }) => a !== b)),
    news: fc.array(fc.nat(people - 1), { minLength: 1, maxLength: 4 }),
    seed: fc.integer({ min: 1, max: 9999 }),
  }),
)
const end = (world: World) => weeks(world, WEEKS)[WEEKS]!
const isSubset = (few: readonly boolean[], many: readonly boolean[]) =>
  few.every((known, piece) => !known || many[piece])

describe('news', () => {
  it('takes the same way in the same world', () => {
    fc.assert(
      fc.property(worlds, world => {
        expect(weeks({ ...world }, WEEKS)).toEqual(weeks(world, WEEKS))
      }),
    )
  })

  it('is never forgotten, and comes from somebody one tie away who knew it the week before', () => {
    fc.assert(
      fc.property(worlds, world => {
        const lived = weeks(world, WEEKS)
        for (const [at, { knows }] of lived.entries()) {
          if (!at) continue
          const before = lived[at - 1]!.knows
          for (const [person, pieces] of knows.entries()) {
            expect(isSubset(before[person]!, pieces)).toBe(true)
            for (const [piece, known] of pieces.entries()) {
              if (!known || before[person]![piece]) continue
              expect(
                world.ties.some(
                  ({ a, b, level }) =>
                    level !== 'silent' && ((a === person && before[b]![piece]) || (b === person && before[a]![piece])),
                ),
              ).toBe(true)
            }
          }
        }
      }),
    )
  })

  it('reaches everybody it reached, and perhaps more, when a tie is added or talked over more', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), fc.nat(), (world, one, other) => {
        const [a, b] = [one % world.groups.length, other % world.groups.length]
        const isTied = world.ties.some(tie => (tie.a === a && tie.b === b) || (tie.a === b && tie.b === a))
        const added: World =
          a === b || isTied
            ? {
                ...world,
                ties: world.ties.map((tie): Tie => (tie.level === 'weak' ? { ...tie, level: 'strong' } : tie)),
              }
            : { ...world, ties: [...world.ties, { a, b, level: 'weak' }] }
        const [before, after] = [end(world), end(added)]
        before.knows.forEach((pieces, person) => expect(isSubset(pieces, after.knows[person]!)).toBe(true))
      }),
    )
  })

  it('goes over no tie on which no words are said, and over a woken one only after two weeks', () => {
    const two = (level: Tie['level']): World => ({ groups: [0, 1], ties: [{ a: 0, b: 1, level }], news: [1], seed: 1 })
    const first = (level: Tie['level']) => weeks(two(level), WEEKS).findIndex(week => heard(week) > 0)
    expect(first('silent')).toBe(-1)
    expect(first('strong')).toBe(1)
    expect(first('awake')).toBe(3)
  })

  it('passes over a weak tie in some weeks and not in others, with every luck less often than over a strong one', () => {
    const arrivals = Array.from({ length: 300 }, (_, seed) =>
      weeks({ groups: [0, 1], ties: [{ a: 0, b: 1, level: 'weak' }], news: [1], seed }, 1).findIndex(
        week => heard(week) > 0,
      ),
    )
    const share = arrivals.filter(week => week === 1).length / arrivals.length
    expect(share).toBeGreaterThan(0.3)
    expect(share).toBeLessThan(0.5)
  })

  it('counts what you are told again, and nobody else', () => {
    const world = (level: Tie['level']): World => ({
      groups: [0, 0, 0],
      ties: [
        { a: 0, b: 1, level },
        { a: 1, b: 2, level },
      ],
      news: [1],
      seed: 1,
    })
    expect(end(world('strong')).again).toBe(WEEKS - 1)
    expect(end(world('silent')).again).toBe(0)
  })
})

describe('what the model is there to show, with every luck', () => {
  const seeds = Array.from({ length: 40 }, (_, at) => at + 1)
  const reached = (levels: Levels, seed: number) => heard(end(worldOf(town, levels, seed)))

  it('the close circle hears its own news alone, again and again', () => {
    for (const seed of seeds) {
      const last = end(worldOf(town, {}, seed))
      expect(heard(last)).toBe(1)
      expect(last.again).toBeGreaterThan(10)
    }
  })

  it('one more tie into the circle, or to somebody who knows nobody, brings nothing new', () => {
    for (const seed of seeds) for (const name of ['Uma', 'Jin']) expect(reached({ [name]: 'strong' }, seed)).toBe(1)
  })

  it('a strong bridge brings no less than a weak one, and on the whole more', () => {
    const strong = seeds.map(seed => reached({ Femi: 'strong' }, seed))
    const weak = seeds.map(seed => reached({ Femi: 'weak' }, seed))
    for (const [at, count] of strong.entries()) expect(count).toBeGreaterThanOrEqual(weak[at]!)
    const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
    expect(sum(strong)).toBeGreaterThan(sum(weak))
    expect(sum(weak)).toBeGreaterThan(seeds.length)
  })

  it('a dormant tie, once woken, brings more than one that stays silent', () => {
    for (const seed of seeds) expect(reached({ Gao: 'awake' }, seed)).toBeGreaterThan(reached({ Gao: 'silent' }, seed))
  })

  it('a good word and support come from close ties, never from weak ones', () => {
    expect(needs(town, { Femi: 'weak', Gao: 'awake' })).toEqual({ word: false, support: true })
    expect(needs(town, { Femi: 'strong' })).toEqual({ word: true, support: true })
    expect(needs(town, { Ana: 'weak', Bilal: 'weak' })).toEqual({ word: false, support: false })
    expect(goodWord(worldOf(town, {}), 999)).toBe(false)
  })
})

describe('hours', () => {
  const acts = fc.constantFrom(...ACTS)
  /** Any attempts at changing ties, and at letting weeks go by. */
  const attempts = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 30 })
  const play = (act: Act, tries: [number, number, boolean][]) => {
    let moves: string[] = []
    for (const [one, other, isWeek] of tries) {
      const names = changeable(town, act)
      if (isWeek || !names.length) {
        moves = withWeeks(moves, 1)
        continue
      }
      const name = names[one % names.length]!
      const levels = levelsFor(town, name)
      const level = levels[other % levels.length]!
      if (affordable(town, act, played(moves).levels, name, level)) moves = withTie(moves, name, level)
    }
    return moves
  }

  it('never run over, whatever is tried, and never over what a stored answer says', () => {
    fc.assert(
      fc.property(acts, attempts, (act, tries) => {
        const moves = play(act, tries)
        const most = hoursFor(town, act)
        const { levels, weeks } = played(moves)
        if (most !== undefined && act !== 'circle') expect(hoursSpent(town, act, levels)).toBeLessThanOrEqual(most)
        expect(weeks).toBeLessThanOrEqual(WEEKS)
        expect(readMoves(JSON.parse(JSON.stringify(moves)), town, act)).toEqual(moves)
      }),
    )
    fc.assert(
      fc.property(
        acts,
        fc.array(
          fc.constantFrom(
            WEEK,
            'Femi=strong',
            'Gao=awake',
            'Uma=weak',
            'Ana=silent',
            '__proto__=weak',
            'Chi=weak',
            'x',
          ),
          { maxLength: 40 },
        ),
        (act, json) => {
          const { levels } = played(readMoves(json, town, act))
          const most = hoursFor(town, act)
          if (most !== undefined && act !== 'circle') expect(hoursSpent(town, act, levels)).toBeLessThanOrEqual(most)
        },
      ),
    )
  })

  it('begin with those that your close people take', () => {
    expect(hoursSpent(town, 'whole', {})).toBe(closeIn(town).length * HOURS.strong)
    expect(hoursSpent(town, 'one', {})).toBe(0)
  })

  it('begin the weeks anew when a tie changes, and each step can be taken back', () => {
    const moves = withTie(withWeeks(withTie([], 'Femi', 'weak'), 3), 'Gao', 'awake')
    expect(moves).toEqual([moveOf('Femi', 'weak'), moveOf('Gao', 'awake')])
    expect(played(moves.slice(0, -1))).toEqual({ levels: { Femi: 'weak' }, weeks: 0 })
    expect(played(withWeeks(moves, 99)).weeks).toBe(WEEKS)
  })
})

describe('each act', () => {
  it.each(['one', 'few', 'whole'] as const)('%s can be done within its hours, in the way that is shown', act => {
    const way = wayIn(town, act)!
    expect(hoursSpent(town, act, way)).toBeLessThanOrEqual(hoursFor(town, act)!)
    expect(got(town, act, way, heard(end(worldOf(town, way))))).toBeGreaterThanOrEqual(goalOf(town, act)!)
  })

  it('asks for no more than there is', () => {
    for (const act of ACTS) expect(goalOf(town, act) ?? 0).toBeLessThanOrEqual(everything(town, act))
  })
})

describe('a map', () => {
  it('is the same for the same world, with everybody inside and nobody in another’s place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 200 }), all => {
        const groups = [0, ...all]
        const { width, height, places } = mapOf({ groups })
        expect(mapOf({ groups })).toEqual({ width, height, places })
        for (const [at, { x, y }] of places.entries()) {
          expect(x >= BODY && x <= width - BODY / 2 && y >= BODY && y <= height - BODY).toBe(true)
          for (const other of places.slice(at + 1)) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(BODY)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('an answer', () => {
  it('takes any JSON, and only that which could have been played', () => {
    fc.assert(
      fc.property(fc.jsonValue(), json => {
        const perAct = Object.fromEntries(ACTS.map(act => [act, json]))
        for (const given of [
          json,
          { moves: json, proven: json, tried: json, luck: json },
          { moves: perAct, tried: [perAct] },
        ]) {
          const answer = kind.read(given, 1, town)
          if (!answer) continue
          expect(kind.read(JSON.parse(JSON.stringify(answer)), 1, town)).toEqual(answer)
          expect(answer.tried.length).toBeLessThanOrEqual(REMEMBERED)
        }
      }),
    )
  })

  it('is done once the four points are proven, and counts by whom the first hour went to', () => {
    const empty = kind.empty(town)
    expect(kind.progress({ ...empty, moves: { ...empty.moves, circle: [WEEK] } }, town)).toBe('some')
    expect(kind.progress({ ...empty, proven: [...STORY] }, town)).toBe('done')
    expect(kind.categoriesOf({ ...empty, moves: { ...empty.moves, one: ['Gao=awake', WEEK] } }, town)).toEqual(['Gao'])
    expect(kind.categories(town)).toEqual(['Uma', 'Femi', 'Gao', 'Jin'])
  })
})

describe('a record', () => {
  const complaintsOf = (change: Partial<NewsTravels>) => {
    const complaints: string[] = []
    check(
      { ...town, ...change },
      {
        modules: [],
        complain: (path, message) => complaints.push(`${path.join('.')}: ${message}`),
        didYouMean: String,
      },
    )
    return complaints
  }

  it('names somebody of a group wherever it names anybody, and everybody once', () => {
    expect(complaintsOf({})).toEqual([])
    expect(complaintsOf({ ear: 'Eve' })).toEqual(['ear: Expected somebody of a group, found "Eve".'])
    expect(complaintsOf({ bridges: [{ from: 'Duc', to: ['Hanna'] }] })).toEqual([
      'bridges.0.to.0: Expected somebody of a group, found "Hanna".',
    ])
    expect(complaintsOf({ contacts: [...town.contacts, town.contacts[0]!] })).toEqual([
      'contacts.4.name: Expected each contact once, found "Uma" twice.',
    ])
    const [first, second, ...rest] = town.groups
    expect(complaintsOf({ groups: [first!, { ...second!, people: ['Duc', 'Eva', 'Femi', 'Ana'] }, ...rest] })).toEqual([
      'groups.1.people.3: Expected everybody to have a name of their own, found "Ana" twice.',
    ])
    expect(complaintsOf({ groups: [{ ...first!, news: { what: 'x', first: 'Eva' } }, second!, ...rest] })).toEqual([
      'groups.0.news.first: Expected somebody of a group, found "Eva".',
    ])
    expect(complaintsOf({ groups: [{ ...first!, news: undefined }, second!, ...rest] })[0]).toMatch(
      /^groups\.0: Expected a group of your own with a piece of news/,
    )
  })

  it('proves its points: the circle alone hears its own, and the hours are enough', () => {
    expect(complaintsOf({ bridges: [...town.bridges, { from: 'Eva', to: ['Ana'] }] })[0]).toMatch(
      /^bridges: Expected the close circle to hear its own news alone/,
    )
    expect(complaintsOf({ hours: { one: 1, few: 2, whole: 8 } })).toEqual([
      'hours.whole: Expected hours for the 3 people who are close to you, found 8.',
    ])
    expect(complaintsOf({ contacts: town.contacts.filter(({ name }) => name === 'Uma' || name === 'Jin') })).toContain(
      'hours.one: Expected a goal that can be reached with 1 hours, found no ties that reach it.',
    )
  })

  it('numbers people group by group, after you', () => {
    expect(numberOf(town, 'Ana')).toBe(1)
    expect(worldOf(town, {}).groups).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3])
  })
})

it('a week of two hundred people takes no more than a few milliseconds', () => {
  const groups = Array.from({ length: 200 }, (_, person) => Math.floor(person / 20))
  const ties = groups.flatMap((group, a) =>
    groups.flatMap((other, b): Tie[] => (a < b && group === other ? [{ a, b, level: 'weak' }] : [])),
  )
  const world = { groups, ties, news: [1, 50, 100, 150], seed: 1 }
  let [week] = weeks(world, 0)
  const began = process.cpuUsage()
  for (let at = 0; at < WEEKS; at++) week = step(world, week!)
  // Of this process alone, whatever else the machine does; `npm run bench` measures it in a browser.
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000 / WEEKS).toBeLessThan(40)
})
