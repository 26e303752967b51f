import type { AddressInfo } from 'node:net'

import type { Hono } from 'hono'

import { httpServer } from './http-server'
import { onFreePort } from './ports'

const LOOPBACK = '127.0.0.1'

export interface Listening {
  port: number
  close: () => Promise<void>
}

/**
 * Listens on loopback, where nobody else can reach it; a port that is taken is passed over for the next.
 * @param wanted the wanted port; 0 lets the system choose
 */
export async function listen(app: Hono, wanted: number): Promise<Listening> {
  const server = await onFreePort(wanted, port => httpServer(app).listen(port, LOOPBACK))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
