import type { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Mendable } from '../model/mendable'

/** How many ports after the wanted one are tried before giving up. */
const PORTS = 20

export interface Listening { port: number, close: () => Promise<void> }

/** Every port that was tried is taken. */
export class NoPort extends Mendable {
  override name = 'NoPort'

  constructor(from: number) {
    super(`Ports ${from} to ${from + PORTS - 1} are all in use.`, 'close what uses them, or name another: npm start -- --port 4000')
  }
}

/**
 * Listens on loopback, where nobody else can reach it; a port that is taken is passed over for the next.
 * @param port the wanted port; 0 lets the system choose
 */
export async function listen(app: Hono, port: number): Promise<Listening> {
  for (let tried = port; tried < port + PORTS; tried++) {
    const server = await attempt(app, tried)
    if (server) {
      return {
        port: (server.address() as AddressInfo).port,
        close: () => new Promise(resolve => server.close(() => resolve())),
      }
    }
  }
  throw new NoPort(port)
}

function attempt(app: Hono, port: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, () => resolve(server)) as Server
    server.once('error', (error: NodeJS.ErrnoException) => error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error))
  })
}
