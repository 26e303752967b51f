import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

import type { Leader } from '../components/room/wire'

/** What a room is known by. It is kept with the room's log, so that links and cookies outlive a restart. */
export interface Identity {
  /** Names the room in the keys of Redis and of browsers. */
  room: string
  /** What phones type or scan to come in. */
  code: string
  /** What opens the room for everyone who leads it or shows it; the last signs what phones are given. */
  secrets: Record<Leader | 'projector' | 'participant', string>
}

/** Without letters and digits that are mistaken for each other, and without vowels, so that no word comes out. */
const LETTERS = 'BCDFGHJKMNPQRTVWXY346789'
export const CODE_LENGTH = 6

/** 192 random bits: nobody guesses them. */
const newSecret = () => randomBytes(24).toString('base64url')

export function newIdentity(now: number): Identity {
  return {
    room: `${new Date(now).toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`,
    code: Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
    secrets: {
      facilitator: newSecret(),
      cofacilitator: newSecret(),
      projector: newSecret(),
      participant: newSecret(),
    },
  }
}

/** A code as people type it: in small letters, with spaces or hyphens. */
export const readCode = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Compares in constant time, so that nothing of the secret can be measured. */
export function isSame(given: string, secret: string): boolean {
  // Hashes have one length, so that not even the length of the secret can be measured.
  return timingSafeEqual(hashOf(given), hashOf(secret))
}

const hashOf = (text: string) => createHash('sha256').update(text).digest()

/** What a phone is known by, and nobody else can make: it is signed with the room's secret. */
export function newPass({ secrets }: Identity): string {
  const own = newSecret()
  return `${own}.${sign(own, secrets.participant)}`
}

/**
 * The name under which a phone's answers are kept; nothing for a pass that this room did not give out. The pass cannot
 * be made from the name.
 */
export function holderOf(pass: string, { secrets }: Identity): string | undefined {
  const [own = '', signature = ''] = pass.split('.')
  return isSame(signature, sign(own, secrets.participant)) ? hashOf(own).toString('base64url').slice(0, 16) : undefined
}

const sign = (text: string, secret: string) => createHmac('sha256', secret).update(text).digest('base64url')
