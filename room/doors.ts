import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

import type { Role } from '../components/room/wire'
import type { Identity } from './identity'
import { holderOf, isSame, newPass, readCode } from './identity'
import { limiter } from './limits'
import type { Reach } from './origins'
import { baseOf, hostOf, isSecure } from './origins'
import { ROOM } from './places'
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

  /** Cookies are shared by all ports of a host, so that each presentation needs names of its own. */
  const nameOf = (context: Context, role: Role) => `${role}-${hostOf(context).port ?? 80}`
  const cookie = (context: Context, role: Role) => getCookie(context, nameOf(context, role)) ?? ''
  const give = (context: Context, role: Role, value: string) =>
    setCookie(context, nameOf(context, role), value, {
      httpOnly: true,
      sameSite: 'Strict',
      secure: isSecure(reach),
      path: `${baseOf(reach)}${ROOM.slice(1)}`,
      // A phone that was switched off comes back as the same one.
      ...(role === 'participant' && { maxAge: TWO_DAYS }),
    })
  const holder = (context: Context) => holderOf(cookie(context, 'participant'), identity)

  return {
    holder,
    admits: (context, role) =>
      role === 'participant' ? holder(context) !== undefined : isSame(cookie(context, role), identity.secrets[role]),
    admit: (context, role) => give(context, role, identity.secrets[role]),
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
      give(context, 'participant', newPass(identity))
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
