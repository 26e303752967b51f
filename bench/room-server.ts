import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { text } from 'node:stream/consumers'

import { Hono } from 'hono'

import type { RoomContent } from '../model/room-content'
import type { Access } from '../room/access'
import { accessTo } from '../room/access'
import { roomApi } from '../room/api'
import { newIdentity } from '../room/identity'
import { LiveRoom } from '../room/live-room'
import { sqliteLog } from '../room/log-sqlite'
import { listen } from '../room/server'
import { Streams } from '../room/streams'

/**
 * The server that is measured, and beside it a bare one that does nothing but write to streams:
 * `room-server.ts <content.json> <log>`.
 */
const [contentFile = '', logFile = ''] = process.argv.slice(2)
const log = sqliteLog(logFile)
const identity = await log.identity(newIdentity(Date.now()))
const room = await LiveRoom.open(JSON.parse(readFileSync(contentFile, 'utf8')) as RoomContent, log)
const streams = new Streams(room)
const reach = { hosts: [] }
const access = accessTo(identity, reach)
// The whole crowd joins from one address at once: a limit counted anew for each stops none. Tests cover the limits.
const crowdAccess: Access = {
  ...access,
  join: (context, code) => accessTo(identity, reach).join(context, code),
}
const invitation = () => ({ link: '', address: '', code: '', reachable: true })
const app = new Hono()
app.get('/memory', context => {
  globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  return context.json({ rss: process.memoryUsage().rss, cpu: (user + system) / 1e6 })
})
app.get('/lead', context => {
  access.grant(context, 'facilitator')
  access.grant(context, 'projector')
  return context.text('')
})
app.route(
  '/room',
  roomApi({ room, name: identity.room, streams, access: crowdAccess, reach, invitation }) as unknown as Hono,
)
const { port } = await listen(app, 0)

const bare = new Set<ServerResponse>()
const bareServer = createServer((request, response) => {
  if (request.method === 'POST') {
    void text(request).then(words => {
      const bytes = Buffer.from(`data: ${words}\n\n`)
      for (const stream of bare) stream.write(bytes)
      response.end()
    })
    return
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write(':\n\n')
  bare.add(response)
  response.on('close', () => bare.delete(response))
}).listen(0, '127.0.0.1', () =>
  console.log(
    JSON.stringify({
      origin: `http://127.0.0.1:${port}`,
      bare: `http://127.0.0.1:${(bareServer.address() as AddressInfo).port}`,
      code: identity.code,
    }),
  ),
)
