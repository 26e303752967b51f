import { timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

import { isOwnHost, NOT_OURS } from './own-host'

/** Where each deck is served, and was built for. */
export const PRESENTER = '/facilitator/'
export const PROJECTOR = '/projector/'
/** One exercise alone, on a page of its own. */
export const STAGE = '/exercises/'

export interface DeckFolders {
  presenter: string
  projector: string
  stage: string
}

/**
 * Serves the two decks from one origin, so that they follow each other within one browser. The presenter's,
 * with the notes, opens only with the secret in its link; the projector's is the public deck.
 * @param secret given to the facilitator in the printed link; a new one for every start
 */
export function decksApp(folders: DeckFolders, secret: string): Hono {
  const app = new Hono()
  app.use('*', headers)
  app.get('/', context => context.redirect(PROJECTOR))
  app.use(`${PRESENTER}*`, guard(secret))
  deck(app, PRESENTER, folders.presenter)
  deck(app, PROJECTOR, folders.projector)
  deck(app, STAGE, folders.stage)
  return app
}

/** No other host is ever asked for anything, and nothing inline runs. */
const STRICT =
  "default-src 'self'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
/** Slidev sets styles on elements, so in the decks styles alone may be inline. */
const POLICY = `${STRICT}; style-src 'self' 'unsafe-inline'`

const headers: MiddlewareHandler = async (context, next) => {
  if (!isOwnHost(context.req.header('host'))) return context.text(NOT_OURS, 403)
  await next()
  context.header('Content-Security-Policy', context.req.path.startsWith(STAGE) ? STRICT : POLICY)
  context.header('X-Content-Type-Options', 'nosniff')
  context.header('Referrer-Policy', 'no-referrer')
  context.header('Cross-Origin-Resource-Policy', 'same-origin')
}

const COOKIE = 'facilitator'

function guard(secret: string): MiddlewareHandler {
  return async (context, next) => {
    const key = context.req.query('key')
    if (key !== undefined && equal(key, secret)) {
      setCookie(context, COOKIE, secret, { httpOnly: true, sameSite: 'Strict', path: PRESENTER })
      return context.redirect(context.req.path)
    }
    if (!equal(getCookie(context, COOKIE) ?? '', secret))
      return context.text("The presenter's deck opens with the link that npm start printed.", 403)
    return next()
  }
}

function equal(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function deck(app: Hono, base: string, folder: string) {
  const index = join(folder, 'index.html')
  if (!existsSync(index)) throw new Error(`${folder} holds no index.html.`)
  app.use(
    `${base}*`,
    serveStatic({ root: folder, rewriteRequestPath: path => path.slice(base.length - 1), onFound: cache }),
  )
  // A deck's addresses, such as /projector/12, are the app's own; a file that is not there is not one.
  app.use(`${base}*`, async (context, next) =>
    /\.[a-z0-9]+$/i.test(context.req.path) ? context.text('There is no such file.', 404) : next(),
  )
  app.get(`${base}*`, serveStatic({ root: folder, path: 'index.html' }))
}

function cache(path: string, context: Context) {
  // Names under assets/ carry a hash of what is in them.
  context.header('Cache-Control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
}
