import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'

import { cacheByName } from './cache'
import { cookieOf, giveCookie } from './cookies'
import { isSame } from './identity'
import type { LivePages } from './live-pages'
import { addLivePages } from './live-pages'
import type { Reach } from './origins'
import { baseOf, ownNamesOnly } from './origins'
import { policyIn } from './page-policy'
import { DECK, PHONE, PRESENTER, STAGE } from './paths'

const NOTES = `${DECK}notes.json`

/** A built deck: the folder that everyone may have, and what lies outside it. */
export interface DeckBuild {
  folder: string
  /** The presenter's notes. */
  notes: string
  /** What the live room needs of the content. */
  room: string
  /** The pages of the live room: for phones, and for the facilitator's desk. */
  phone: string
}

/**
 * Serves the deck and its exercises from one origin, so that windows with the slides follow each other within one
 * browser, and with it the live room, if there is one. The presenter's link leaves a cookie, for which alone the notes
 * are given out.
 * @param secret given to the facilitator in the printed link
 */
export function deckApp(
  { folder, notes }: Pick<DeckBuild, 'folder' | 'notes'>,
  secret: string,
  live?: LivePages,
): Hono {
  const reach: Reach = live?.reach ?? { hosts: [] }
  const base = baseOf(reach)
  const at = (path: string) => `${base}${path.slice(1)}`
  // A proxy may take its path off the addresses, or leave it there.
  const app = new Hono({ getPath: request => pathWithin(base, new URL(request.url).pathname) })
  app.use('*', ownNamesOnly(reach))
  app.use('*', safeHeaders)
  app.get('/', context => context.redirect(at(!live || live.mayShowDeck(context) ? DECK : PHONE)))
  const secrets = [secret, ...(live ? [live.identity.secrets.cofacilitator] : [])]
  const holdsNotes = (given: string) => secrets.some(each => isSame(given, each))
  app.get(PRESENTER, context => {
    if (!isSame(context.req.query('key') ?? '', secret)) return context.text(REFUSED, 403)
    giveNotes(context, secret)
    live?.grantDeck(context, 'facilitator')
    return context.redirect(at(`${DECK}#/presenter/1`))
  })
  app.get(NOTES, async context => {
    context.header('Cache-Control', 'no-store')
    if (!holdsNotes(cookieOf(context, 'presenter'))) return context.text(REFUSED, 403)
    return context.body(await readFile(notes, 'utf8'), 200, { 'Content-Type': 'application/json' })
  })
  if (live) addLivePages(app, live, { at, giveNotes })
  servePage(app, DECK, folder, 'index.html', at, live)
  servePage(app, STAGE, folder, 'exercises.html', at)
  return app

  function giveNotes(context: Context, value: string) {
    giveCookie(context, 'presenter', value, { reach, path: at(NOTES) })
  }
}

const REFUSED = 'The notes open with the link that npm start printed.'

function pathWithin(base: string, path: string): string {
  return base !== '/' && path.startsWith(base) ? path.slice(base.length - 1) : path
}

/** A page with everything beside it; the browser looks for that under the page's own address. */
function servePage(
  app: Hono,
  base: string,
  folder: string,
  page: string,
  at: (path: string) => string,
  live?: LivePages,
) {
  const policy = `${policyIn(join(folder, page))}; frame-ancestors 'self'`
  app.use(`${base}*`, async (context, next) => {
    await next()
    context.header('Content-Security-Policy', policy)
  })
  app.use(`${base}*`, cacheByName)
  app.get(base.slice(0, -1), context => context.redirect(at(base)))
  if (live)
    app.get(base, async context => {
      live.opened(context)
      return context.html(withRoom(await readFile(join(folder, page), 'utf8')))
    })
  app.get(base, serveStatic({ root: folder, path: page }))
  app.get(`${base}*`, serveStatic({ root: folder, rewriteRequestPath: path => path.slice(base.length - 1) }))
}

/** Tells the deck that there is a room, and where: on a static host there is none, and nothing is asked for. */
const withRoom = (html: string) => html.replace('<head>', '<head>\n<meta name="workshop-room" content="../room/">')

const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('X-Content-Type-Options', 'nosniff')
  context.header('Referrer-Policy', 'no-referrer')
  context.header('Cross-Origin-Resource-Policy', 'same-origin')
}
