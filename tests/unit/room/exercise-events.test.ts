import { describe, expect, it } from 'vitest'

import type { RoomEvent } from '../../../room/events'
import { eventsOfAction, eventsOfMove } from '../../../room/exercise-events'
import { Refusal } from '../../../room/refusal'
import type { CountedExercises } from '../../../room/role-views'
import { fold } from '../../../room/state'

/** Slide 1 is the cover; 2 asks `guess` and 3 shows it, 4 asks `lab`, whose kind goes on counting, and 5 shows it. */
const content = {
  slides: [
    {},
    { exercise: 'guess', role: 'ask' },
    { exercise: 'guess', role: 'results' },
    { exercise: 'lab', role: 'ask' },
    { exercise: 'lab', role: 'results' },
  ],
}
const exercises = new Map([
  ['guess', { exercise: {}, kind: {} }],
  ['lab', { exercise: {}, kind: { openAfterReveal: true } }],
]) as unknown as CountedExercises

const stateAfter = (...events: RoomEvent[]) => fold(events.map((event, index) => ({ ...event, id: index + 1, at: 0 })))
const at = (page: number): RoomEvent => ({ type: 'moved', page, clicks: 0, total: 0 })
/** What a move comes to, beside the move itself. */
const move = (page: number, ...before: RoomEvent[]) =>
  eventsOfMove({ page, clicks: 0, total: 0 }, stateAfter(...before), content, exercises).slice(1)
const act = (action: Parameters<typeof eventsOfAction>[0], exercise: string, ...before: RoomEvent[]) =>
  eventsOfAction(action, exercise, stateAfter(...before), exercises)

const GUESS: RoomEvent[] = [at(2), { type: 'turned', exercise: 'guess' }, { type: 'opened', exercise: 'guess' }]

describe('a move of the deck', () => {
  it('opens what a slide asks, and hides the way to join', () => {
    expect(move(2)).toEqual(GUESS.slice(1))
    expect(move(2, { type: 'invited', shown: true })).toContainEqual({ type: 'invited', shown: false })
  })

  it('leaves what was closed by hand as it is, from click to click', () => {
    expect(move(2, ...GUESS, { type: 'closed', exercise: 'guess' })).toEqual([])
  })

  it('shows results, and closes the exercise unless its kind goes on counting', () => {
    expect(move(3, ...GUESS)).toEqual([
      { type: 'shown', exercise: 'guess' },
      { type: 'closed', exercise: 'guess' },
    ])
    expect(move(5, at(4), { type: 'turned', exercise: 'lab' })).toEqual([{ type: 'shown', exercise: 'lab' }])
  })

  it('closes the exercise before, and nothing once the room has ended', () => {
    expect(move(4, ...GUESS)).toEqual([
      { type: 'closed', exercise: 'guess' },
      { type: 'turned', exercise: 'lab' },
      { type: 'opened', exercise: 'lab' },
    ])
    expect(move(4, ...GUESS, { type: 'ended' })).toEqual([])
  })
})

describe('a leader', () => {
  it('opens an exercise wherever the deck is, and phones turn to it', () => {
    expect(act('open', 'lab', ...GUESS).map(({ type }) => type)).toEqual(['closed', 'turned', 'opened'])
  })

  it('has an exercise open after its answers were cleared', () => {
    expect(act('clear', 'guess', ...GUESS)).toEqual([{ type: 'cleared', exercise: 'guess' }])
    expect(act('clear', 'guess').map(({ type }) => type)).toEqual(['cleared', 'opened'])
  })

  it('does nothing to an exercise that the workshop does not have', () => {
    expect(() => act('open', 'nonsense')).toThrow(Refusal)
  })
})
