import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'

import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

const SECONDS = 1000
/**
 * Requests that a connection may send before the first is answered; each waits in a queue. A browser sends one; a
 * reverse proxy sends the next as soon as it has an answer, which can be before Node says `finish`.
 */
const AT_ONCE = 4

/** A certificate and its key, as PEM. */
export interface Certificate {
  cert: Buffer
  key: Buffer
}

/**
 * A server with limits: a client that stops in the middle, or never takes what it asked for, is let go, so that it
 * holds no socket, file or memory.
 * @param certificate to speak HTTPS
 */
export function httpServer(app: Pick<Hono, 'fetch'>, certificate?: Certificate): Server {
  const answer = getRequestListener(app.fetch)
  const waiting = new WeakMap<Socket, number>()
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    const before = waiting.get(socket) ?? 0
    if (before >= AT_ONCE) {
      socket.destroy()
      return
    }
    waiting.set(socket, before + 1)
    // After `finish`, or without it when the connection breaks off.
    response.once('close', () => waiting.set(socket, waiting.get(socket)! - 1))
    // A response that waits behind an earlier one has no socket yet, and gets no event when the connection breaks off:
    // a file that was opened for it would stay open for ever. So each is begun when it has the socket.
    const begin = () => {
      if (!socket.destroyed) void answer(request, response)
    }
    if (response.socket) begin()
    else response.once('socket', begin)
  }
  const server = certificate ? createSecureServer(certificate, serve) : createServer(serve)
  server.headersTimeout = 10 * SECONDS
  server.requestTimeout = 30 * SECONDS
  server.keepAliveTimeout = 5 * SECONDS
  // Of silence in both directions: a reader that stalls longer has gone.
  server.timeout = 60 * SECONDS
  return server
}
