import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'

import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

const SECONDS = 1000

/**
 * A server with limits: a client that stops in the middle, or never takes what it asked for, is let go, so that it
 * holds no socket, file or memory.
 */
export function httpServer(app: Hono): Server {
  const answer = getRequestListener(app.fetch)
  const busy = new WeakSet<Socket>()
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    // No browser sends a second request before the first is answered; each would open a file and wait in a queue.
    if (busy.has(socket)) {
      socket.destroy()
      return
    }
    busy.add(socket)
    for (const event of ['finish', 'close']) response.once(event, () => busy.delete(socket))
    void answer(request, response)
  })
  server.headersTimeout = 10 * SECONDS
  server.requestTimeout = 30 * SECONDS
  server.keepAliveTimeout = 5 * SECONDS
  // Of silence in both directions: a reader that stalls longer has gone.
  server.timeout = 60 * SECONDS
  return server
}
