import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { renderSVG } from 'uqr'

import type { EarlierRoom, Invitation, Leader, Me, Refused } from '../components/room/wire'
import { ROLES } from '../components/room/wire'
import type { Access } from './access'
import { cofacilitatorCommand, earlierCommand, facilitatorCommand, participantCommand } from './commands'
import { asCsv, report } from './export'
import type { LiveRoom } from './live-room'
import { LogUnavailable } from './log'
import type { Reach } from './origins'
import { isOwnOrigin } from './origins'
import { limiter } from './rate-limiter'
import type { RefusalCode } from './refusal'
import { Refusal, REFUSALS } from './refusal'
import type { Streams } from './streams'

const MOST_BYTES = 16 * 1024
/** Connections of one phone: one for each of its windows. */
const MOST_STREAMS = 6

/** What earlier rooms gathered, as long as it is kept. */
export interface EarlierRooms {
  /** The newest first. */
  list: () => Promise<EarlierRoom[]>
  /** Nothing for one that is not kept, or not any more. */
  open: (room: string) => Promise<Parameters<typeof report>[0] | undefined>
  delete: (room: string) => void
}

export interface RoomServer {
  room: LiveRoom
  name: Me['room']
  site?: Me['site']
  streams: Streams
  access: Access
  reach: Reach
  /** Where rooms are kept in files of this machine. */
  earlier?: EarlierRooms
  /** @param host the name that a request came by */
  invitation: (host: string | undefined) => Invitation
}

type Env = { Bindings: HttpBindings; Variables: { who?: string } }

/**
 * What pages ask of a room, a path for each role: a stream of events down, one command at a time up. Every request
 * shows the cookie of its role; every refusal has a code and a sentence.
 */
export function roomApi({ room, name, site, streams, access, reach, earlier, invitation }: RoomServer): Hono<Env> {
  const app = new Hono<Env>()
  const pace = limiter(40, 8)

  app.use('*', async (context, next) => {
    await next()
    context.header('Cache-Control', 'no-store')
    context.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  })
  app.post('*', async (context, next) => {
    if (!isOwnOrigin(context, reach)) return refuse(context, 'foreign')
    return next()
  })
  app.post('*', bodyLimit({ maxSize: MOST_BYTES, onError: context => refuse(context, 'tooLong') }))
  app.onError((error, context) => {
    if (error instanceof Refusal) return refuse(context, error.code)
    if (error instanceof LogUnavailable) return refuse(context, 'notKept')
    throw error
  })

  app.get('/me', context => {
    const me: Me = { roles: ROLES.filter(role => access.hasRole(context, role)), room: name, ...(site && { site }) }
    return context.json(me)
  })

  app.post('/join', async context => {
    const body = await readJson(context)
    const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
    const refused = access.join(context, code.slice(0, 40))
    return refused ? refuse(context, refused) : context.json({})
  })

  for (const role of ROLES) {
    const inside = new Hono<Env>()
    inside.use('*', async (context, next) => {
      if (!access.hasRole(context, role)) return refuse(context, 'notIn')
      if (role === 'participant') context.set('who', access.participantOf(context))
      return next()
    })
    inside.get('/events', context => {
      const who = context.get('who')
      if (who !== undefined && streams.connectionsOf(who) >= MOST_STREAMS) return refuse(context, 'tooMany')
      const last = Number(context.req.header('last-event-id') ?? context.req.query('after') ?? 0)
      streams.connect(role, context.env.outgoing, Number.isSafeInteger(last) ? last : 0, who)
      return RESPONSE_ALREADY_SENT
    })
    inside.get('/now', context => {
      const last = Number(context.req.query('after') ?? 0)
      const news = streams.now(role, Number.isSafeInteger(last) ? last : 0, context.get('who'))
      return news === undefined
        ? context.body(null, 204)
        : context.body(news, 200, { 'Content-Type': 'application/json' })
    })
    if (role === 'participant') participant(inside)
    else {
      inside.get('/invitation', context => context.json(invitation(context.req.header('host'))))
      inside.get('/join.svg', context => {
        context.header('Content-Type', 'image/svg+xml')
        return context.body(renderSVG(invitation(context.req.header('host')).link, { ecc: 'M', border: 2 }))
      })
    }
    if (role === 'facilitator' || role === 'cofacilitator') leader(inside, role)
    if (role === 'facilitator') exports(inside)
    app.route(`/${role}`, inside)
  }
  return app

  function participant(inside: Hono<Env>) {
    inside.get('/exercises/:id', context => {
      const id = context.req.param('id')
      const exercise = Object.hasOwn(room.content.exercises, id) ? room.content.exercises[id] : undefined
      const state = room.state.exercises.get(id)
      // A phone has what the room is at, and what it has been at: what is still to come stays here.
      if (!exercise || !state) return refuse(context, 'unknown')
      const { module, open, reveal, openReferences, references } = exercise
      return context.json(
        state.shown
          ? { module, exercise: { ...open, reveal }, references }
          : // An empty reveal: a screen that holds the answers back still reads the field.
            { module, exercise: { ...open, reveal: {} }, references: openReferences },
      )
    })
    inside.post('/', async context => {
      const who = context.get('who')!
      if (!pace.allows(who)) return refuse(context, 'tooMany')
      pace.count(who)
      const command = participantCommand.safeParse(await readJson(context))
      if (!command.success) return refuse(context, 'unreadable')
      return context.json((await room.take(who, command.data)) ?? {})
    })
  }

  function leader(inside: Hono<Env>, role: Leader) {
    const schema = role === 'facilitator' ? facilitatorCommand : cofacilitatorCommand
    inside.post('/', async context => {
      const command = schema.safeParse(await readJson(context))
      if (!command.success) return refuse(context, 'unreadable')
      await room.lead(role, command.data)
      return context.json({})
    })
  }

  function exports(inside: Hono<Env>) {
    const asked = async (context: Context) => {
      const name = context.req.param('room')
      return name === undefined ? room : earlier?.open(name)
    }
    for (const path of ['', '/earlier/:room']) {
      inside.get(`${path}/room.json`, async context => {
        const found = await asked(context)
        if (!found) return refuse(context, 'unknown')
        context.header('Content-Disposition', 'attachment; filename="room.json"')
        return context.json(report(found))
      })
      inside.get(`${path}/room.csv`, async context => {
        const found = await asked(context)
        if (!found) return refuse(context, 'unknown')
        context.header('Content-Type', 'text/csv; charset=utf-8')
        context.header('Content-Disposition', 'attachment; filename="room.csv"')
        return context.body(asCsv(report(found)))
      })
    }
    inside.get('/earlier', async context => context.json(earlier ? { rooms: await earlier.list() } : {}))
    inside.post('/earlier', async context => {
      const command = earlierCommand.safeParse(await readJson(context))
      if (!command.success) return refuse(context, 'unreadable')
      earlier?.delete(command.data.room)
      return context.json({})
    })
  }

  function refuse(context: Context, code: RefusalCode) {
    if (REFUSALS[code] === 429) context.header('Retry-After', '5')
    return context.json<Refused>({ refused: code, sentence: room.content.labels.roomRefusals[code] }, REFUSALS[code])
  }
}

async function readJson(context: Context): Promise<unknown> {
  if (!/^application\/json\b/.test(context.req.header('content-type') ?? '')) return undefined
  try {
    return await context.req.json()
  } catch {
    return undefined
  }
}
