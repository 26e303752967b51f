import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Logged, RoomEvent } from '../../../room/events'
import { apply, emptyRoom, exerciseOf, fold, wasOpen } from '../../../room/state'

const logged = (events: readonly RoomEvent[], from = 1): Logged[] =>
  events.map((event, index) => ({ ...event, id: from + index, at: 1000 * (from + index) }))

const answers = fc.array(
  fc.record({
    type: fc.constant('answered' as const),
    who: fc.constantFrom('ada', 'bo', 'chi'),
    exercise: fc.constantFrom('guess', 'plan'),
    round: fc.constantFrom(1, 2),
    revision: fc.integer({ min: 1, max: 5 }),
    mark: fc.constantFrom('m', 'n'),
    categories: fc.subarray(['low', 'high']),
    done: fc.boolean(),
  }),
)
/** As a phone makes them: what has one mark and one revision is one answer. */
const honest = answers.map(list => {
  const known = new Map<string, (typeof list)[number]>()
  return list.map(each => {
    const key = [each.who, each.exercise, each.round, each.revision, each.mark].join()
    known.set(key, known.get(key) ?? each)
    return known.get(key)!
  })
})
const event = fc.oneof(
  answers.map(list => list[0] ?? { type: 'began' as const }),
  fc.record({
    type: fc.constantFrom(
      'opened' as const,
      'closed' as const,
      'shown' as const,
      'hidden' as const,
      'cleared' as const,
    ),
    exercise: fc.constantFrom('guess', 'plan'),
  }),
  fc.record({ type: fc.constantFrom('came' as const, 'went' as const), who: fc.constantFrom('ada', 'bo') }),
  fc.constant({ type: 'ended' as const }),
)

const counted = (events: readonly Logged[]) =>
  [...fold(events).exercises].map(([id, { answers }]) => [id, [...answers].sort()]).sort()

describe('a room’s log', () => {
  it('counts the same, in whatever order answers come, and however often', () => {
    fc.assert(
      fc.property(honest, fc.infiniteStream(fc.nat()), (list, random) => {
        const shuffled = [...list, ...list]
          .map(each => ({ each, place: random.next().value! }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each)
        expect(counted(logged(shuffled))).toEqual(counted(logged(list)))
      }),
    )
  })

  it('folds to the same when what was folded comes again', () => {
    fc.assert(
      fc.property(fc.array(event), fc.nat(), (list, from) => {
        const events = logged(list as RoomEvent[])
        const state = fold(events)
        for (const again of events.slice(from % (events.length + 1))) apply(state, again)
        expect(state).toEqual(fold(events))
      }),
    )
  })

  it('folds to the same in one piece and in two', () => {
    fc.assert(
      fc.property(fc.array(event), fc.nat(), (list, cut) => {
        const events = logged(list as RoomEvent[])
        const at = cut % (events.length + 1)
        const state = fold(events.slice(0, at))
        for (const more of events.slice(at)) apply(state, more)
        expect(state).toEqual(fold(events))
      }),
    )
  })

  it('keeps one answer of each person, the last one', () => {
    const answer = (revision: number, category: string): RoomEvent => ({
      type: 'answered',
      who: 'ada',
      exercise: 'guess',
      round: 1,
      revision,
      mark: `m${revision}`,
      categories: [category],
      done: true,
    })
    const state = fold(logged([answer(2, 'high'), answer(1, 'low')]))
    expect(state.exercises.get('guess')!.answers.get('ada')!.categories).toEqual(['high'])
  })

  it('forgets the answers of a round that is cleared, and takes none of it afterwards', () => {
    const late: RoomEvent = {
      type: 'answered',
      who: 'ada',
      exercise: 'guess',
      round: 1,
      revision: 9,
      mark: 'm',
      categories: [],
      done: true,
    }
    const state = fold(
      logged([{ type: 'opened', exercise: 'guess' }, late, { type: 'cleared', exercise: 'guess' }, late]),
    )
    expect(state.exercises.get('guess')).toMatchObject({ round: 2, open: true, shown: false })
    expect(state.exercises.get('guess')!.answers.size).toBe(0)
  })
})

describe('whether an exercise was open for somebody', () => {
  it('goes by what they had heard of, not by their clock', () => {
    const state = fold(
      logged([
        { type: 'opened', exercise: 'guess' },
        { type: 'came', who: 'ada' },
        { type: 'closed', exercise: 'guess' },
        { type: 'opened', exercise: 'guess' },
        { type: 'ended' },
      ]),
    )
    const guess = exerciseOf(state, 'guess')
    expect([0, 1, 2, 3, 4, 5, 99].map(seen => wasOpen(guess, seen))).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
      false,
    ])
    expect(wasOpen(exerciseOf(emptyRoom(), 'guess'), 1)).toBe(false)
  })
})
