import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'

import type { Role } from '../components/room/wire'
import type { RoomServer } from './api'
import { roomApi } from './api'
import { cacheByName } from './cache'
import { cookieOf, giveCookie } from './cookies'
import type { Identity } from './identity'
import { isSame } from './identity'
import { isInside } from './inside'
import { baseOf } from './origins'
import { policyIn } from './page-policy'
import { DECK, DESK, PHONE, PROJECTOR, ROOM, SCANNED, SECOND, SITE, STAGE } from './paths'

/** A live room as the server of the deck sees it. */
export interface LivePages extends RoomServer {
  identity: Identity
  base: string
  /** The folder with the pages for phones and for the desk. */
  phone: string
  /** Gives a browser the cookies of a role and of the deck. */
  grantDeck: (context: Context, role: Exclude<Role, 'participant'>) => void
  /** Whether a browser may have the deck, which holds what exercises reveal. */
  mayShowDeck: (context: Context) => boolean
  /** Called when the deck's page is given out. */
  opened: (context: Context) => void
  /** The folder of the built self-paced site, if there is one. */
  siteFolder?: string
}

/**
 * @param isLocal whether only this machine can reach it, so that the deck needs no secret
 * @param phone the folder of the built pages
 */
export function livePages(
  server: RoomServer,
  identity: Identity,
  { isLocal, phone, siteFolder }: { isLocal: boolean; phone: string; siteFolder?: string },
): LivePages {
  const { access, reach } = server
  const base = baseOf(reach)
  const mayShowDeck = (context: Context) => isLocal || isSame(cookieOf(context, 'deck'), identity.secrets.projector)
  return {
    ...server,
    identity,
    base,
    phone,
    ...(siteFolder && { siteFolder }),
    grantDeck(context, role) {
      access.grant(context, role)
      if (role !== 'projector') access.grant(context, 'projector')
      giveCookie(context, 'deck', identity.secrets.projector, { reach, path: base })
    },
    mayShowDeck,
    opened: context => {
      if (isLocal && !access.hasRole(context, 'projector')) access.grant(context, 'projector')
    },
  }
}

/** Adds to the deck's server what a live room has: links that grant a role, its pages, and what these ask of it. */
export function addLivePages(
  app: Hono,
  live: LivePages,
  { at, giveNotes }: { at: (path: string) => string; giveNotes: (context: Context, secret: string) => void },
) {
  const { identity, access, room, phone } = live
  const holds = (context: Context, secret: string) => isSame(context.req.query('key') ?? '', secret)
  const refused = (context: Context) => context.text(room.content.labels.roomRefusals.notIn, 403)

  app.get(SECOND, context => {
    if (!holds(context, identity.secrets.cofacilitator)) return refused(context)
    giveNotes(context, identity.secrets.cofacilitator)
    live.grantDeck(context, 'cofacilitator')
    return context.redirect(at(`${DECK}#/presenter/1`))
  })
  app.get(PROJECTOR, context => {
    if (!holds(context, identity.secrets.projector)) return refused(context)
    live.grantDeck(context, 'projector')
    return context.redirect(at(DECK))
  })
  app.get(`${SCANNED}:code`, context => {
    const code = access.join(context, context.req.param('code').slice(0, 40))
    return context.redirect(at(`${PHONE}${code ? `?refused=${code}` : ''}`))
  })
  app.route(ROOM.slice(0, -1), roomApi(live) as unknown as Hono)

  for (const place of [DECK, STAGE])
    app.use(`${place}*`, async (context, next) => (live.mayShowDeck(context) ? next() : context.redirect(at(PHONE))))
  for (const [place, page] of [
    [PHONE, 'index.html'],
    [DESK, 'desk.html'],
  ] as const) {
    const policy = `${policyIn(join(phone, page))}; frame-ancestors 'none'`
    app.use(`${place}*`, async (context, next) => {
      await next()
      context.header('Content-Security-Policy', policy)
    })
    app.use(`${place}*`, cacheByName)
    app.get(place.slice(0, -1), context => context.redirect(at(place)))
    app.get(place, serveStatic({ root: phone, path: page, precompressed: true }))
    app.get(
      `${place}*`,
      serveStatic({ root: phone, precompressed: true, rewriteRequestPath: path => path.slice(place.length - 1) }),
    )
  }
  if (live.siteFolder) serveSite(app, live, live.siteFolder, at)
}

/** The self-paced site shows what exercises reveal, so that phones get it when the room has ended. */
function serveSite(app: Hono, { room }: LivePages, site: string, at: (path: string) => string) {
  const policies = ['index.html', 'slides/index.html'].map(file => policyIn(join(site, file)))
  app.use(`${SITE}*`, async (context, next) => {
    if (room.state.ended === undefined) return context.redirect(at(PHONE))
    if (!isInside(site, context.req.path.slice(SITE.length))) return context.notFound()
    await next()
    const policy = policies[context.req.path.startsWith(`${SITE}slides/`) ? 1 : 0]
    context.header('Content-Security-Policy', `${policy}; frame-ancestors 'none'`)
  })
  app.use(`${SITE}*`, cacheByName)
  app.get(SITE.slice(0, -1), context => context.redirect(at(SITE)))
  app.get(`${SITE}slides`, context => context.redirect(at(`${SITE}slides/`)))
  app.get(`${SITE}*`, serveStatic({ root: site, rewriteRequestPath: path => path.slice(SITE.length - 1) }))
}
