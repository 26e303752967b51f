import { timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

import { cacheByName } from './cache'
import { NOT_OURS } from './own-host'
import { policyIn } from './page-policy'

/** Where the slides are served; in the presenter's view with notes, for those who came by the presenter's link. */
export const DECK = '/slides/'
/** One exercise alone, on a page of its own. */
export const STAGE = '/exercises/'
/** The presenter's link, which needs the secret as `?key=`. */
export const PRESENTER = '/presenter'
const NOTES = `${DECK}notes.json`

/** A built deck: the folder that everyone may have, and the file with the notes, which lies outside it. */
export interface DeckBuild {
  folder: string
  notes: string
}

/**
 * Serves the deck and its exercises from one origin, so that windows with the slides follow each other within one
 * browser. The presenter's link leaves a cookie, for which alone the notes are given out.
 * @param secret given to the facilitator in the printed link; a new one for every start
 */
export function deckApp({ folder, notes }: DeckBuild, secret: string): Hono {
  const app = new Hono()
  app.use('*', ownHostOnly)
  app.use('*', safeHeaders)
  app.get('/', context => context.redirect(DECK))
  app.get(PRESENTER, context => {
    if (!isEqual(context.req.query('key') ?? '', secret)) return context.text(REFUSED, 403)
    setCookie(context, cookieName(context), secret, { httpOnly: true, sameSite: 'Strict', path: NOTES })
    return context.redirect(`${DECK}#/presenter/1`)
  })
  app.get(NOTES, async context => {
    context.header('Cache-Control', 'no-store')
    if (!isEqual(getCookie(context, cookieName(context)) ?? '', secret)) return context.text(REFUSED, 403)
    return context.body(await readFile(notes, 'utf8'), 200, { 'Content-Type': 'application/json' })
  })
  servePage(app, DECK, folder, 'index.html')
  servePage(app, STAGE, folder, 'exercises.html')
  return app
}

const REFUSED = 'The notes open with the link that npm start printed.'

/** Cookies are shared by all ports of a host, so that each presentation needs a name of its own. */
const cookieName = (context: Context) => `presenter-${hostOf(context)[1] ?? 80}`

/** A page with everything beside it; the browser looks for that under the page's own address. */
function servePage(app: Hono, base: string, folder: string, page: string) {
  const policy = `${policyIn(join(folder, page))}; frame-ancestors 'self'`
  app.use(`${base}*`, async (context, next) => {
    await next()
    context.header('Content-Security-Policy', policy)
  })
  app.use(`${base}*`, cacheByName)
  app.get(base.slice(0, -1), context => context.redirect(base))
  app.get(base, serveStatic({ root: folder, path: page }))
  app.get(`${base}*`, serveStatic({ root: folder, rewriteRequestPath: path => path.slice(base.length - 1) }))
}

const HOST = /^(127\.0\.0\.1|localhost|\[::1\])(?::(\d+))?$/
const hostOf = (context: Context) => HOST.exec(context.req.header('host') ?? '')?.slice(1) ?? []

/** Under another name for this machine, windows would not follow those that have the first. */
const ownHostOnly: MiddlewareHandler = async (context, next) => {
  const [name, port] = hostOf(context)
  // A name that is not ours means that a page elsewhere points its own domain at this machine.
  if (!name) return context.text(NOT_OURS, 403)
  if (name === '127.0.0.1') return next()
  const { pathname, search } = new URL(context.req.url)
  return context.redirect(`http://127.0.0.1${port ? `:${port}` : ''}${pathname}${search}`)
}

const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('X-Content-Type-Options', 'nosniff')
  context.header('Referrer-Policy', 'no-referrer')
  context.header('Cross-Origin-Resource-Policy', 'same-origin')
}

/** In a time that tells nothing about the secret. */
function isEqual(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}
