import type { Leader, Led, Place } from '../components/room/wire'
import type { Logged } from './events'

export interface Kept {
  revision: number
  mark: string
  categories: string[]
  done: boolean
}

export interface ExerciseState {
  round: number
  open: boolean
  shown: boolean
  /** How far the room has come, if it does the exercise step by step. */
  led?: Led | undefined
  /** When it was open, by the ids of the events that opened and closed it. */
  openings: { from: number; to?: number }[]
  /** By participant, the last answer of this round. */
  answers: Map<string, Kept>
  /** Hands that a leader typed in. */
  typed: Record<string, number>
}

export interface MessageState {
  who: string
  exercise?: string
  text: string
  passed: boolean
  answered: boolean
  votes: Set<string>
}

export interface RoomState {
  /** The id of the last event that was folded in. */
  last: number
  began?: number
  ended?: number
  /** Everyone who ever came. */
  everyone: Set<string>
  /** Those who are here now, each with the last event that said so. */
  here: Map<string, number>
  /** The last time that a server began, as the id of an event. */
  joined: number
  place?: Place
  driver: Leader
  invites: boolean
  current?: string
  exercises: Map<string, ExerciseState>
  messages: Map<string, MessageState>
  featured?: string
  /** Every slide that the deck went to, with the time, for the minutes that were really taken. */
  visits: { page: number; at: number }[]
}

export function emptyRoom(): RoomState {
  return {
    last: 0,
    everyone: new Set(),
    here: new Map(),
    joined: 0,
    driver: 'facilitator',
    invites: false,
    exercises: new Map(),
    messages: new Map(),
    visits: [],
  }
}

/**
 * Folds an event into a room's state, in place. One that was folded in before changes nothing, and of one person's
 * answers to an exercise the one with the highest revision counts, in whatever order they come.
 */
export function apply(state: RoomState, event: Logged): void {
  if (event.id <= state.last) return
  state.last = event.id
  switch (event.type) {
    case 'began':
      state.began ??= event.at
      break
    case 'came':
      state.everyone.add(event.who)
      state.here.set(event.who, event.id)
      break
    case 'went':
      state.here.delete(event.who)
      break
    case 'joined':
      state.joined = event.id
      break
    case 'moved':
      // The deck of an ended room moves when the room is opened to save its files: that is no minute of the workshop.
      if (state.ended === undefined && state.visits.at(-1)?.page !== event.page)
        state.visits.push({ page: event.page, at: event.at })
      state.place = { page: event.page, clicks: event.clicks, total: event.total }
      break
    case 'drove':
      state.driver = event.role
      break
    case 'invited':
      state.invites = event.shown
      break
    case 'turned':
      state.current = event.exercise
      break
    case 'opened':
    case 'closed':
    case 'shown':
    case 'hidden':
    case 'cleared':
      applyToExercise(exerciseIn(state, event.exercise), event)
      break
    case 'answered':
      keepAnswer(exerciseIn(state, event.exercise), event)
      break
    case 'typed':
      exerciseIn(state, event.exercise).typed = event.counts
      break
    case 'led':
      exerciseIn(state, event.exercise).led = { step: event.step, way: event.way }
      break
    case 'wrote':
      if (!state.messages.has(event.message))
        state.messages.set(event.message, {
          who: event.who,
          exercise: event.exercise,
          text: event.text,
          passed: false,
          answered: false,
          votes: new Set(),
        })
      break
    case 'passed':
    case 'held':
    case 'settled':
      moderate(state, event)
      break
    case 'featured':
      if (event.message === undefined || state.messages.has(event.message)) state.featured = event.message
      break
    case 'voted': {
      const votes = state.messages.get(event.message)?.votes
      if (event.up) votes?.add(event.who)
      else votes?.delete(event.who)
      break
    }
    case 'ended':
      state.ended ??= event.at
      for (const exercise of state.exercises.values()) close(exercise, event.id)
      break
    case 'deleted':
      for (const key of Object.keys(state)) delete state[key as 'began']
      Object.assign(state, emptyRoom(), { last: event.id, ended: event.at })
      break
  }
}

/** What a whole log comes to. */
export function fold(events: readonly Logged[]): RoomState {
  const state = emptyRoom()
  for (const event of events) apply(state, event)
  return state
}

const untouched = (): ExerciseState => ({
  round: 1,
  open: false,
  shown: false,
  openings: [],
  answers: new Map(),
  typed: {},
})

/** The state of an exercise. To ask for it changes nothing: what no event has named is still to come. */
export const exerciseOf = (state: RoomState, id: string): ExerciseState => state.exercises.get(id) ?? untouched()

/** The same, to fold an event in. */
function exerciseIn(state: RoomState, id: string): ExerciseState {
  const exercise = exerciseOf(state, id)
  state.exercises.set(id, exercise)
  return exercise
}

/** Whether an exercise was open for a phone that had got all events up to an id. */
export function wasOpen({ openings }: ExerciseState, seen: number): boolean {
  return openings.some(({ from, to }) => from <= seen && (to === undefined || seen < to))
}

function applyToExercise(exercise: ExerciseState, { type, id }: { type: string; id: number }) {
  if (type === 'opened' && !exercise.open) {
    exercise.open = true
    exercise.openings.push({ from: id })
  } else if (type === 'closed') close(exercise, id)
  else if (type === 'shown') exercise.shown = true
  else if (type === 'hidden') exercise.shown = false
  else if (type === 'cleared') {
    exercise.round++
    exercise.answers.clear()
    exercise.typed = {}
    exercise.led = undefined
    exercise.shown = false
    exercise.openings = exercise.open ? [{ from: id }] : []
  }
}

function close(exercise: ExerciseState, id: number) {
  if (!exercise.open) return
  exercise.open = false
  exercise.openings.at(-1)!.to = id
}

function keepAnswer(
  { round, answers }: ExerciseState,
  { who, round: answered, revision, mark, categories, done }: Extract<Logged, { type: 'answered' }>,
) {
  if (answered !== round) return
  const known = answers.get(who)
  // Of two with one revision, as two windows of a phone could send, the mark decides: the same one on every server.
  if (known && (known.revision > revision || (known.revision === revision && known.mark >= mark))) return
  answers.set(who, { revision, mark, categories, done })
}

function moderate(state: RoomState, { type, message: id }: Extract<Logged, { type: 'passed' | 'held' | 'settled' }>) {
  const message = state.messages.get(id)
  if (!message) return
  if (type === 'settled') message.answered = true
  else message.passed = type === 'passed'
  if (type !== 'passed' && state.featured === id) state.featured = undefined
}
