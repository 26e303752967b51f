import type { AddressInfo } from 'node:net'

import type { Hono } from 'hono'

import type { Certificate } from './http-server'
import { httpServer } from './http-server'
import { onFreePort } from './ports'

const LOOPBACK = '127.0.0.1'

export interface Listening {
  port: number
  close: () => Promise<void>
}

export interface ListenOptions {
  /** Where others can reach it: an address of this machine, or 0.0.0.0 for all of them. @default loopback */
  host?: string
  certificate?: Certificate
}

/**
 * Listens on loopback, where nobody else can reach it, unless another host is named; a port that is taken is passed
 * over for the next.
 * @param wanted the wanted port; 0 lets the system choose
 */
export async function listen(
  app: Pick<Hono, 'fetch'>,
  wanted: number,
  { host = LOOPBACK, certificate }: ListenOptions = {},
): Promise<Listening> {
  const server = await onFreePort(wanted, port => httpServer(app, certificate).listen(port, host))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        // Streams are never done by themselves.
        server.closeAllConnections()
      }),
  }
}
