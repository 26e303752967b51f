import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

import type { Reach } from './origins'
import { hostOf, isSecure } from './origins'

/** Cookies are shared by all ports of a host, so that each presentation needs names of its own. */
const nameOf = (context: Context, name: string) => `${name}-${hostOf(context).port ?? 80}`

/** What a browser was given under a name; empty when it was given nothing. */
export const cookieOf = (context: Context, name: string) => getCookie(context, nameOf(context, name)) ?? ''

/**
 * Gives a browser a cookie that no script and no other site can use.
 * @param path the paths below which the browser shows it
 * @param maxAge in seconds; without it the browser forgets the cookie when it is closed
 */
export function giveCookie(
  context: Context,
  name: string,
  value: string,
  { reach, path, maxAge }: { reach: Reach; path: string; maxAge?: number },
) {
  setCookie(context, nameOf(context, name), value, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(reach),
    path,
    ...(maxAge !== undefined && { maxAge }),
  })
}
