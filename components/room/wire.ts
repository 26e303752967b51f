import type { Counts } from '../exercises/kind'

/**
 * The messages between a live room's server and its pages. Each role has a view of its own, made by the server: what
 * a role may not have is not in it.
 */

export const ROLES = ['facilitator', 'cofacilitator', 'projector', 'participant'] as const
export type Role = (typeof ROLES)[number]
/** The roles that can move the deck and moderate. */
export const LEADERS = ['facilitator', 'cofacilitator'] as const
export type Leader = (typeof LEADERS)[number]

/** Where the deck is: the slide from 1, the click on it, and how many clicks the slide has. */
export interface Place {
  page: number
  clicks: number
  total: number
}

/** How an exercise stands, as everyone may know. */
export interface Standing {
  /** Raised when its answers are cleared: answers of an earlier round count no more. */
  round: number
  open: boolean
  /** Whether the room has been shown the results, and with them what answering reveals. */
  shown: boolean
  /** How far the room has come in an exercise that it does step by step. */
  led?: Led
}

/** How far a room has come in an exercise that it votes on step by step. */
export interface Led {
  step: number
  /** The categories that won so far, in order. */
  way: string[]
}

/** How long a message may be, in characters. */
export const LONGEST_MESSAGE = 280

export interface Message {
  id: string
  /** The exercise that it is said to; a question to the facilitator is said to none. */
  exercise?: string
  text: string
}

export interface Question extends Message {
  votes: number
  answered: boolean
}

export interface ParticipantView {
  /** The exercise to show, if the room is at one. */
  current?: { exercise: string } & Standing
  /** Those that a leader has let pass, with the most votes first. */
  questions: Question[]
  /** The one message that the projector shows. */
  featured?: Message
  ended: boolean
}

export interface Tally extends Standing {
  /** How many have answered, of how many: participants connected now, and those who have answered and left. */
  answered: number
  of: number
  /** How many answers fell into each category, with the hands that were typed in; only what the role may see. */
  counts?: Counts
  /** The hands that were typed in. */
  typed?: Counts
  /** Whether counts are withheld because so few have answered that they would show what one person answered. */
  few: boolean
}

export interface ProjectorView {
  place?: Place
  driver: Leader
  /** How many phones are in the room. */
  here: number
  /** Whether a leader has the way to join shown; the first slide shows it in any case. */
  invites: boolean
  current?: string
  tallies: Record<string, Tally>
  featured?: Message
  ended: boolean
}

export interface HeldMessage extends Question {
  /** Whether everyone may read it. */
  passed: boolean
}

export interface LeaderView extends ProjectorView {
  /** Every message, the newest first. */
  messages: HeldMessage[]
}

export interface Views {
  facilitator: LeaderView
  cofacilitator: LeaderView
  projector: ProjectorView
  participant: ParticipantView
}

/** How phones come in, as the projector and the leaders show it. */
export interface Invitation {
  /** The whole address, with the code. */
  link: string
  /** The address as it is read aloud and typed, without scheme and code. */
  address: string
  code: string
  /** Whether phones can reach that address: not while only this machine can. */
  reachable: boolean
}

/** A room of an earlier start, of which the facilitator can still have what was gathered. */
export interface EarlierRoom {
  /** What it is known by. */
  room: string
  /** In milliseconds since 1970. */
  began: number
  /** How many phones came. */
  people: number
}

/** What the room answers a browser that asks who it is. */
export interface Me {
  /** Those that it was granted. */
  roles: Role[]
  /** What the room is known by: a phone keeps under it what it has to send. */
  room: string
  /** Where participants go on afterwards: an address from the room's pages, or a whole one. */
  site?: string
}

/** What a phone sends of one answer: never the answer itself, unless its kind says that the room needs it. */
export interface SentAnswer {
  exercise: string
  round: number
  /** Raised at every change; of two answers of one person the higher counts. */
  revision: number
  /** Told apart from another one with the same revision: chosen at random. */
  mark: string
  /** The id of the last event that the phone had got when the answer was given. */
  seen: number
  done: boolean
  categories?: string[]
  /** What the kind of the exercise has for a room (`forRoom`), with the version of its shape. */
  answer?: unknown
  version?: number
}

/** The reply to a refused request: a code for programs, a sentence for people. */
export interface Refused {
  refused: string
  sentence: string
}
