import type { Server } from 'node:net'

import { UserError } from '../model/user-error'

/** How many ports from the wanted one on are tried before giving up. */
const PORTS = 20
const HIGHEST = 65535

/**
 * Starts something on the wanted port or, where that is in use, on the next that is free.
 * @param wanted 0 lets the system choose
 * @param start listens on one port
 * @throws UserError when every port that was tried is in use, or may not be used
 */
export async function onFreePort<S extends Server>(wanted: number, start: (port: number) => S): Promise<S> {
  const last = Math.min(wanted + PORTS - 1, HIGHEST)
  for (let port = wanted; port <= last; port++) {
    const server = await listening(start(port), port)
    if (server) return server
  }
  throw new UserError(
    wanted === last
      ? `Port ${wanted} is in use, and there is none after it.`
      : `Ports ${wanted} to ${last} are all in use.`,
    'name another, such as --port 4000',
  )
}

function listening<S extends Server>(server: S, port: number): Promise<S | undefined> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else if (error.code === 'EACCES')
        reject(
          new UserError(
            `This machine lets nobody but its administrator use port ${port}.`,
            'name a port above 1023, such as --port 3030',
          ),
        )
      else reject(error)
    })
  })
}

/** What a command says when it had to go on to another port. */
export const movedOn = (wanted: number, port: number) => `Port ${wanted} is in use; serving on ${port} instead.`
