import type { AnyExercise } from '../components/exercises/exercise'
import type { AnyKind, Counts } from '../components/exercises/kind'
import type {
  HeldMessage,
  LeaderView,
  Message,
  ParticipantView,
  ProjectorView,
  Role,
  Standing,
  Tally,
  Views,
} from '../components/room/wire'
import type { ExerciseState, MessageState, RoomState } from './state'

/** An exercise with all that its kind needs to count answers, and the kind. */
export interface Counted {
  exercise: AnyExercise
  kind: AnyKind
}
export type CountedExercises = ReadonlyMap<string, Counted>

/**
 * What each role gets of a room. Nothing else is ever sent to it: a participant gets nobody's answers, not even
 * counted; a projector gets counts once the room is shown them; only leaders get messages that are not approved yet.
 */
export function viewFor<R extends Role>(role: R, state: RoomState, exercises: CountedExercises): Views[R] {
  const view = role === 'participant' ? forParticipant(state) : shared(state, exercises, role !== 'projector')
  const whole =
    role === 'participant' || role === 'projector' ? view : ({ ...view, messages: held(state) } as LeaderView)
  return whole as Views[R]
}

function forParticipant(state: RoomState): ParticipantView {
  const { current, messages } = state
  const exercise = current === undefined ? undefined : state.exercises.get(current)
  return {
    ...(exercise && { current: { exercise: current!, ...standing(exercise) } }),
    questions: [...messages]
      .filter(([, { passed, exercise }]) => passed && exercise === undefined)
      .map(([id, message]) => ({ id, text: message.text, votes: message.votes.size, answered: message.answered }))
      .sort((a, b) => b.votes - a.votes),
    ...featured(state),
    ended: state.ended !== undefined,
  }
}

function shared(state: RoomState, exercises: CountedExercises, isLeader: boolean): ProjectorView {
  const tallies = [...state.exercises].flatMap(([id, exerciseState]) => {
    const counted = exercises.get(id)
    return counted ? [[id, tallyOf(exerciseState, state, counted, isLeader)] as const] : []
  })
  return {
    ...(state.place && { place: state.place }),
    driver: state.driver,
    here: state.here.size,
    invites: state.invites,
    ...(state.current !== undefined && { current: state.current }),
    tallies: Object.fromEntries(tallies),
    ...featured(state),
    ended: state.ended !== undefined,
  }
}

/** Counts and typed hands together, for a role that may see them, unless one person's answer would show in them. */
function tallyOf(
  exerciseState: ExerciseState,
  { here }: RoomState,
  { exercise, kind }: Counted,
  isLeader: boolean,
): Tally {
  let answered = 0
  let of = here.size
  for (const [who, { done }] of exerciseState.answers) {
    if (done) answered++
    if (done && !here.has(who)) of++
  }
  const counts: Counts = Object.fromEntries(kind.categories(exercise).map(category => [category, 0]))
  let counting = 0
  for (const { categories } of exerciseState.answers.values()) {
    if (categories.length) counting++
    for (const category of categories) if (category in counts) counts[category]!++
  }
  const few = counting > 0 && counting < (kind.fewest ?? 1)
  for (const [category, hands] of Object.entries(exerciseState.typed))
    if (category in counts) counts[category]! += hands
  const isVisible = isLeader || exerciseState.shown
  return {
    ...standing(exerciseState),
    answered,
    of,
    few,
    ...(isVisible && { typed: exerciseState.typed }),
    ...(isVisible && !few && { counts }),
  }
}

const standing = ({ round, open, shown, led }: ExerciseState): Standing => ({
  round,
  open,
  shown,
  ...(led && { led }),
})

function featured({ featured, messages }: RoomState): { featured?: Message } {
  const message = featured === undefined ? undefined : messages.get(featured)
  return message ? { featured: plain(featured!, message) } : {}
}

const plain = (id: string, { exercise, text }: MessageState): Message => ({ id, ...(exercise && { exercise }), text })

function held({ messages }: RoomState): HeldMessage[] {
  return [...messages]
    .map(([id, message]) => ({
      ...plain(id, message),
      votes: message.votes.size,
      answered: message.answered,
      passed: message.passed,
    }))
    .reverse()
}
