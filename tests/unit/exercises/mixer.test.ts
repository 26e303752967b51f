import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { kind, REMEMBERED } from '../../../components/exercises/mixer/answer'
import type { Arrangement } from '../../../components/exercises/mixer/arrangements'
import { ARRANGEMENTS, ROUNDS } from '../../../components/exercises/mixer/arrangements'
import { namesOf, partyOf, tableOf } from '../../../components/exercises/mixer/party'
import { between, BODY, placesOf, room } from '../../../components/exercises/mixer/places'
import { arrangedIn, letterOf, readRounds, roundsOf } from '../../../components/exercises/mixer/rounds'
import type { Mixer } from '../../../components/exercises/mixer/schema'
import { check } from '../../../components/exercises/mixer/schema'
import type { Party } from '../../../components/exercises/mixer/simulation'
import { evening, familiarShare, lasting, reached, step } from '../../../components/exercises/mixer/simulation'
import { wayWithin } from '../../../components/exercises/mixer/way'
import { seeded, shuffled } from '../../../components/seeded'
import { examples } from '../../fixtures/examples'

const example = examples.find(({ name }) => name === 'mixer')!.learner as Mixer
const circlesOf = (people: number, circles: number) =>
  Array.from({ length: people }, (_, person) => Math.floor((person * circles) / people))
const whole = (arrangement: Arrangement) => Array.from({ length: ROUNDS }, () => arrangement)

const parties: fc.Arbitrary<Party> = fc.record({
  circles: fc
    .tuple(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 2, max: 6 }))
    .map(([people, circles]) => circlesOf(people, Math.min(circles, people))),
  seed: fc.integer({ min: 1, max: 9999 }),
  curious: fc.double({ min: 0, max: 1, noNaN: true }),
})
const rounds = fc.array(fc.constantFrom(...ARRANGEMENTS), { maxLength: ROUNDS })

describe('seeded chance', () => {
  it('is the same for the same seeds, from 0 to below 1, and another for others', () => {
    const some = (...seeds: number[]) => {
      const random = seeded(...seeds)
      return Array.from({ length: 50 }, random)
    }
    expect(some(7, 1)).toEqual(some(7, 1))
    for (const other of [some(7, 2), some(8, 1), some(1, 7)]) expect(other).not.toEqual(some(7, 1))
    for (const each of some(7, 1)) expect(each >= 0 && each < 1).toBe(true)
  })

  it('is about as often low as high', () => {
    const random = seeded(42)
    const low = Array.from({ length: 10_000 }, random).filter(each => each < 0.5).length
    expect(Math.abs(low - 5000)).toBeLessThan(200)
  })

  it('mixes without losing anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (things, seed) => {
        expect(shuffled(things, seeded(seed)).toSorted()).toEqual(things.toSorted())
      }),
    )
  })
})

describe('an evening', () => {
  it('is the same for the same party and the same rounds', () => {
    fc.assert(
      fc.property(parties, rounds, (party, rounds) => {
        expect(evening(party, rounds)).toEqual(evening({ ...party }, [...rounds]))
      }),
    )
  })

  it('keeps what was, when a later round is changed', () => {
    fc.assert(
      fc.property(parties, rounds, fc.constantFrom(...ARRANGEMENTS), (party, rounds, last) => {
        const before = evening(party, rounds.slice(0, ROUNDS - 1))
        const after = evening(party, [...rounds.slice(0, ROUNDS - 1), last])
        expect(after.slice(0, -1)).toEqual(before)
      }),
    )
  })

  it('has everybody in exactly one knot, and counts for each the people of other circles that they have met', () => {
    fc.assert(
      fc.property(parties, rounds, (party, rounds) => {
        const everybody = [...party.circles.keys()]
        for (const { knots, met, faces, talks, familiar } of evening(party, rounds)) {
          expect(knots.flat().toSorted((a, b) => a - b)).toEqual(everybody)
          expect(knots.every(knot => knot.length > 0)).toBe(true)
          expect(new Set(met.map(pair => pair.join())).size).toBe(met.length)
          for (const [a, b] of met) expect(a < b && party.circles[a] !== party.circles[b]).toBe(true)
          expect(faces).toEqual(everybody.map(person => met.filter(pair => pair.includes(person)).length))
          expect(familiar).toBeLessThanOrEqual(talks)
        }
      }),
    )
  })

  it('never forgets a face, and ends after its rounds', () => {
    fc.assert(
      fc.property(parties, rounds, (party, rounds) => {
        const moments = evening(party, [...rounds, ...rounds, ...rounds])
        expect(moments.length).toBeLessThanOrEqual(ROUNDS + 1)
        for (const [at, { met }] of moments.entries())
          if (at) expect(met.slice(0, moments[at - 1]!.met.length)).toEqual(moments[at - 1]!.met)
      }),
    )
  })

  it('of assigned pairs is one of pairs, of whom hardly any know each other as long as there are strangers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), seed => {
        const party = { circles: circlesOf(24, 4), seed, curious: 0.1 }
        const [, first] = evening(party, ['pairs'])
        expect(first!.knots.map(knot => knot.length)).toEqual(Array.from({ length: 12 }, () => 2))
        expect(first!.familiar).toBe(0)
        expect(reached(first!, 1)).toBe(24)
      }),
    )
  })

  it('of small groups has groups of four, or of more where they do not come out even', () => {
    fc.assert(
      fc.property(parties, party => {
        const [, first] = evening(party, ['groups'])
        const sizes = first!.knots.map(knot => knot.length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1 + 3 / sizes.length)
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(Math.min(4, party.circles.length))
      }),
    )
  })
})

describe('what an arrangement changes', () => {
  const seeds = Array.from({ length: 60 }, (_, at) => at + 1)
  const partyWith = (seed: number, curious = 0.1): Party => ({ circles: circlesOf(24, 4), seed, curious })
  const mean = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length
  const met = (rounds: Arrangement[]) => seeds.map(seed => evening(partyWith(seed), rounds)[ROUNDS]!.met.length)

  it('an evening that is left alone is mostly spent with people who knew each other', () => {
    for (const seed of seeds)
      expect(familiarShare(evening(partyWith(seed), whole('free'))[ROUNDS]!)).toBeGreaterThan(50)
  })

  it('every arrangement makes more people meet, with every luck', () => {
    const free = met(whole('free'))
    for (const arrangement of ['hosts', 'pairs', 'groups'] as const)
      for (const [at, count] of met(whole(arrangement)).entries()) expect(count).toBeGreaterThan(free[at]!)
  })

  it('two arranged rounds at the beginning do more than two at the end, on the whole', () => {
    const free = Array.from({ length: ROUNDS - 2 }, (): Arrangement => 'free')
    for (const arrangement of ['hosts', 'pairs', 'groups'] as const)
      expect(mean(met([arrangement, arrangement, ...free]))).toBeGreaterThan(
        mean(met([...free, arrangement, arrangement])),
      )
  })

  it('curious people meet more without any arrangement, on the whole', () => {
    const with_ = (curious: number) =>
      mean(seeds.map(seed => evening(partyWith(seed, curious), whole('free'))[ROUNDS]!.met.length))
    expect(with_(0.5)).toBeGreaterThan(with_(0.1))
    expect(with_(0)).toBe(0)
  })

  it('few of those who met are still in touch a month later, and never more than met', () => {
    const last = seeds.map(seed => evening(partyWith(seed), whole('pairs'))[ROUNDS]!)
    const kept = seeds.map((seed, at) => lasting(partyWith(seed), last[at]!))
    const share = mean(kept) / mean(last.map(({ met }) => met.length))
    expect(share).toBeGreaterThan(0.05)
    expect(share).toBeLessThan(0.15)
  })

  it('has no share of talks before the first', () => {
    expect(familiarShare(evening(partyWith(1), [])[0]!)).toBeUndefined()
  })
})

describe('where everybody stands', () => {
  it('is within the room, the same every time, and in no one else’s place', () => {
    fc.assert(
      fc.property(parties, rounds, (party, rounds) => {
        const { width, height } = room(party.circles.length)
        let before: ReturnType<typeof placesOf> | undefined
        for (const moment of evening(party, rounds)) {
          const places = placesOf(moment, before)
          expect(placesOf(moment, before)).toEqual(places)
          for (const { x, y } of places) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
          for (const knot of moment.knots) {
            for (const [at, person] of knot.entries()) {
              const other = knot[(at + 1) % knot.length]!
              if (other === person) continue
              const [a, b] = [places[person]!, places[other]!]
              expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(BODY * 1.5)
            }
          }
          before = places
        }
      }),
    )
  })

  it('moves from one place to the next without a jump', () => {
    const [from, to] = [[{ x: 0, y: 10 }], [{ x: 100, y: 0 }]]
    expect(between(from, to, 0)).toEqual(from)
    expect(between(from, to, 0.5)).toEqual([{ x: 50, y: 5 }])
    expect(between(from, to, 1)).toEqual(to)
    expect(between([], to, 0.5)).toEqual(to)
  })
})

describe('rounds as they are stored', () => {
  it('read back as they were written, cut where they cannot be', () => {
    fc.assert(
      fc.property(rounds, rounds => {
        const letters = rounds.map(letterOf).join('')
        expect(readRounds(letters, ROUNDS)).toBe(letters)
        expect(roundsOf(letters)).toEqual(rounds)
      }),
    )
    expect(readRounds('pxf', ROUNDS)).toBe('p')
    expect(readRounds('ffffffffffff', ROUNDS)).toBe('fffffffff')
    expect(readRounds(7, ROUNDS)).toBe('')
  })

  it('never hold more arranged rounds than there may be, whatever was stored', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('f', 'h', 'p', 'g', 'x', '__proto__') }),
        fc.nat(4),
        (text, most) => {
          const read = readRounds(text, most)
          expect(arrangedIn(read)).toBeLessThanOrEqual(most)
          expect(text.startsWith(read)).toBe(true)
        },
      ),
    )
    const answer = kind.read({ rounds: { drift: 'ppp', few: 'ppppf', arrange: 'hh' } }, 1, example)!
    expect(answer.rounds).toEqual({ drift: '', few: 'pp', arrange: 'hh', table: '' })
  })
})

describe('an answer', () => {
  it('takes any JSON, and only that which could have been played', () => {
    fc.assert(
      fc.property(fc.jsonValue(), json => {
        for (const given of [json, { rounds: json, next: json, proven: json, tried: json, table: json, note: json }]) {
          const answer = kind.read(given, 1, example)
          if (!answer) continue
          expect(kind.read(JSON.parse(JSON.stringify(answer)), 1, example)).toEqual(answer)
          expect(answer.tried.length).toBeLessThanOrEqual(REMEMBERED)
        }
      }),
    )
    expect(
      kind.read(
        {
          tried: [
            { rounds: 'fff', reached: 3 },
            { rounds: 'fffffffff', reached: 99 },
          ],
        },
        1,
        example,
      )!.tried,
    ).toEqual([])
  })

  it('is done once the three points are proven, and counts by the first arrangement that was chosen', () => {
    const empty = kind.empty(example)
    expect(kind.progress({ ...empty, rounds: { ...empty.rounds, drift: 'f' } }, example)).toBe('some')
    expect(kind.progress({ ...empty, proven: ['drift', 'arrange'] }, example)).toBe('some')
    expect(kind.progress({ ...empty, proven: ['drift', 'arrange', 'few'] }, example)).toBe('done')
    expect(kind.categoriesOf({ ...empty, rounds: { ...empty.rounds, arrange: 'gp' } }, example)).toEqual(['groups'])
  })
})

describe('a record', () => {
  const complaintsOf = (change: Partial<Mixer>) => {
    const complaints: string[] = []
    check(
      { ...example, ...change },
      {
        modules: [],
        complain: (path, message) => complaints.push(`${path.join('.')}: ${message}`),
        didYouMean: String,
      },
    )
    return complaints
  }

  it('names each guest once', () => {
    const [first, ...rest] = example.circles
    expect(complaintsOf({ circles: [{ ...first!, people: ['Ana', 'Bilal', 'Ana', 'Duc'] }, ...rest] })).toContain(
      'circles.0.people.2: Expected every guest to have a name of their own, found "Ana" twice.',
    )
  })

  it('has a goal that is missed by itself, reached by every arrangement, and within the rounds', () => {
    expect(complaintsOf({})).toEqual([])
    expect(complaintsOf({ target: { faces: 1, people: 2 } })).toEqual([
      expect.stringMatching(/^target\.people: Expected a goal that an evening misses/),
    ])
    expect(complaintsOf({ target: { faces: 4, people: 12 }, arranged: 1 })).toContain(
      'arranged: Expected a goal that 1 arranged rounds at the start can reach, found none that do.',
    )
    expect(complaintsOf({ target: { faces: 2, people: 30 } })).toEqual([
      'target.people: Expected no more than the 12 guests, found 30.',
    ])
  })

  it('has a way that does what it says', () => {
    const way = wayWithin(example)!
    expect(way).toHaveLength(ROUNDS)
    expect(way.filter(each => each !== 'free').length).toBeLessThanOrEqual(example.arranged)
    expect(reached(evening(partyOf(example), way)[ROUNDS]!, example.target.faces)).toBeGreaterThanOrEqual(
      example.target.people,
    )
  })

  it('numbers its guests circle by circle, and so does the free table', () => {
    expect(partyOf(example).circles).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
    expect(namesOf(example)[4]).toBe('Eva')
    const { circles, seed, curious } = tableOf(example, { guests: 200, curious: 3, luck: 9 })
    expect(circles).toHaveLength(200)
    expect(new Set(circles)).toEqual(new Set([0, 1, 2]))
    expect([seed, curious]).toEqual([9, 0.3])
  })
})

it('a round of two hundred people takes no more than a few milliseconds', () => {
  const party: Party = { circles: circlesOf(200, 4), seed: 1, curious: 0.1 }
  let moment = evening(party, [])[0]!
  const began = performance.now()
  for (let round = 0; round < ROUNDS; round++) moment = step(party, moment, ARRANGEMENTS[round % 4]!)
  // Generous, for machines that do other things as well; `npm run bench` measures it in a browser.
  expect((performance.now() - began) / ROUNDS).toBeLessThan(40)
})
