import type { Context } from 'hono'

import type { Role } from '../components/room/wire'
import { cookieOf, giveCookie } from './cookies'
import type { Identity } from './identity'
import { holderOf, isSame, newPass, readCode } from './identity'
import type { Reach } from './origins'
import { baseOf } from './origins'
import { ROOM } from './paths'
import { limiter } from './rate-limiter'
import type { RefusalCode } from './refusal'

/** Access control of a room: which browser has which role. */
export interface Access {
  /** Whether a request carries the cookie of a role. */
  hasRole: (context: Context, role: Role) => boolean
  /** The participant that a request comes from, by the name under which answers are kept. */
  participantOf: (context: Context) => string | undefined
  /** Gives a browser the cookie of a role, which it sends to the room's addresses alone. */
  grant: (context: Context, role: Exclude<Role, 'participant'>) => void
  /**
   * Gives a phone that has the code a participant's cookie of its own.
   * @returns why it was refused, if it was
   */
  join: (context: Context, code: string) => RefusalCode | undefined
}

/** How many wrong codes one address may try, and all addresses together; with 24^6 codes none is found by trying. */
const TRIES = { each: { burst: 10, perSecond: 0.2 }, all: { burst: 100, perSecond: 2 } }
/** How many phones may join from one address: a whole venue can be behind one. */
const JOINS = { burst: 600, perSecond: 20 }
const TWO_DAYS = 2 * 24 * 60 * 60

export function accessTo(identity: Identity, reach: Reach): Access {
  const tries = limiter(TRIES.each.burst, TRIES.each.perSecond)
  const allTries = limiter(TRIES.all.burst, TRIES.all.perSecond)
  const joins = limiter(JOINS.burst, JOINS.perSecond)

  const path = `${baseOf(reach)}${ROOM.slice(1)}`
  const participantOf = (context: Context) => holderOf(cookieOf(context, 'participant'), identity)

  return {
    participantOf,
    hasRole: (context, role) =>
      role === 'participant'
        ? participantOf(context) !== undefined
        : isSame(cookieOf(context, role), identity.secrets[role]),
    grant: (context, role) => giveCookie(context, role, identity.secrets[role], { reach, path }),
    join(context, code) {
      const address = addressOf(context, reach)
      if (!tries.allows(address) || !allTries.allows('all')) return 'tooManyTries'
      if (!isSame(readCode(code), identity.code)) {
        tries.count(address)
        allTries.count('all')
        return 'wrongCode'
      }
      if (participantOf(context) !== undefined) return undefined
      if (!joins.allows(address)) return 'tooManyTries'
      joins.count(address)
      // A phone that was switched off comes back as the same one.
      giveCookie(context, 'participant', newPass(identity), { reach, path, maxAge: TWO_DAYS })
      return undefined
    },
  }
}

/** Where a request comes from; behind our own proxy, as the proxy says. */
function addressOf(context: Context, { publicUrl }: Reach): string {
  const forwarded = publicUrl && context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  const { incoming } = (context.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } }
  return forwarded || incoming?.socket.remoteAddress || 'unknown'
}
