import type { Place } from '../components/room/wire'
import type { RoomContent } from '../model/room-content'
import type { ExerciseAction } from './commands'
import type { RoomEvent } from './events'
import { Refusal } from './refusal'
import type { Counted, CountedExercises } from './role-views'
import type { RoomState } from './state'
import { exerciseOf } from './state'

/*
 * What a command comes to for the room's exercises, as the events to append to the log. These functions read the state
 * and change nothing.
 */

/** @throws Refusal for an exercise that the workshop does not have */
export function knownExercise(id: string, exercises: CountedExercises): Counted {
  const known = exercises.get(id)
  if (!known) throw new Refusal('unknown')
  return known
}

/**
 * A leader opens, closes, shows, hides or clears an exercise.
 * @throws Refusal
 */
export function eventsOfAction(
  action: ExerciseAction,
  exercise: string,
  state: RoomState,
  exercises: CountedExercises,
): RoomEvent[] {
  knownExercise(exercise, exercises)
  switch (action) {
    case 'open':
      return [...turnTo(exercise, state), { type: 'opened', exercise }]
    case 'close':
      return [{ type: 'closed', exercise }]
    case 'show':
      return show(exercise, exercises)
    case 'hide':
      return [{ type: 'hidden', exercise }]
    case 'clear': {
      const { open } = exerciseOf(state, exercise)
      return [{ type: 'cleared', exercise }, ...(open ? [] : [{ type: 'opened' as const, exercise }])]
    }
  }
}

/**
 * The deck moves: a slide that asks opens its exercise, one with results shows them.
 * @throws Refusal
 */
export function eventsOfMove(
  { page, clicks, total }: Place,
  state: RoomState,
  { slides }: Pick<RoomContent, 'slides'>,
  exercises: CountedExercises,
): RoomEvent[] {
  const moved: RoomEvent = { type: 'moved', page, clicks, total }
  const { exercise, role } = slides[page - 1] ?? {}
  if (exercise === undefined || state.ended !== undefined) return [moved]
  const { open, shown } = exerciseOf(state, exercise)
  // On the way from click to click, what a leader has opened or closed by hand stays.
  const arrives = state.place?.page !== page
  if (role === 'ask')
    return [
      moved,
      ...turnTo(exercise, state),
      ...(arrives && !open && !shown ? [{ type: 'opened' as const, exercise }] : []),
      ...(state.invites ? [{ type: 'invited' as const, shown: false }] : []),
    ]
  return role === 'results' && arrives && !shown
    ? [moved, ...turnTo(exercise, state), ...show(exercise, exercises)]
    : [moved]
}

/** Shows the results; unless its kind goes on counting after that, the exercise is closed. */
function show(exercise: string, exercises: CountedExercises): RoomEvent[] {
  const staysOpen = knownExercise(exercise, exercises).kind.openAfterReveal
  return [{ type: 'shown', exercise }, ...(staysOpen ? [] : [{ type: 'closed' as const, exercise }])]
}

/** Phones show one exercise at a time: where they go on to another one, an open one is closed. */
function turnTo(exercise: string, { current, exercises }: RoomState): RoomEvent[] {
  if (current === exercise) return []
  const before = current === undefined ? undefined : exercises.get(current)
  return [...(before?.open ? [{ type: 'closed' as const, exercise: current! }] : []), { type: 'turned', exercise }]
}
