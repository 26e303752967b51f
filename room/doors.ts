import type { Context } from 'hono'

import type { Role } from '../components/room/wire'
import { cookieOf, giveCookie } from './cookies'
import type { Identity } from './identity'
import { holderOf, isSame, newPass, readCode } from './identity'
import type { Reach } from './origins'
import { baseOf } from './origins'
import { ROOM } from './places'
import { limiter } from './rate-limiter'
import type { RefusalCode } from './refusal'

/** Who may be what in a room. */
export interface Doors {
  /** Whether a request shows the cookie of a role. */
  admits: (context: Context, role: Role) => boolean
  /** The participant that a request comes from. */
  holder: (context: Context) => string | undefined
  /** Gives a browser the cookie of a role, which only the room is shown. */
  admit: (context: Context, role: Exclude<Role, 'participant'>) => void
  /** Lets a phone in that has the code, and gives it a cookie of its own; or says why not. */
  letIn: (context: Context, code: string) => RefusalCode | undefined
}

/** How many wrong codes one address may try, and all addresses together; with 24^6 codes none is found by trying. */
const TRIES = { each: { burst: 10, perSecond: 0.2 }, all: { burst: 100, perSecond: 2 } }
/** How many phones may come in from one address: a whole venue can be behind one. */
const ENTRIES = { burst: 600, perSecond: 20 }
const TWO_DAYS = 2 * 24 * 60 * 60

export function doorsOf(identity: Identity, reach: Reach): Doors {
  const tries = limiter(TRIES.each.burst, TRIES.each.perSecond)
  const allTries = limiter(TRIES.all.burst, TRIES.all.perSecond)
  const entries = limiter(ENTRIES.burst, ENTRIES.perSecond)

  const path = `${baseOf(reach)}${ROOM.slice(1)}`
  const holder = (context: Context) => holderOf(cookieOf(context, 'participant'), identity)

  return {
    holder,
    admits: (context, role) =>
      role === 'participant' ? holder(context) !== undefined : isSame(cookieOf(context, role), identity.secrets[role]),
    admit: (context, role) => giveCookie(context, role, identity.secrets[role], { reach, path }),
    letIn(context, code) {
      const address = addressOf(context, reach)
      if (!tries.allows(address) || !allTries.allows('all')) return 'tooManyTries'
      if (!isSame(readCode(code), identity.code)) {
        tries.count(address)
        allTries.count('all')
        return 'wrongCode'
      }
      if (holder(context) !== undefined) return undefined
      if (!entries.allows(address)) return 'tooManyTries'
      entries.count(address)
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
