import type { Server } from 'node:net'

import { UserError } from '../model/user-error'

/** How many ports from the wanted one on are tried before giving up. */
const PORTS = 20
const HIGHEST = 65535
/** Browsers connect to none of these, since other services speak there: the “bad ports” of the Fetch standard (2.9). */
const REFUSED_BY_BROWSERS = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

/**
 * Starts something on the wanted port or, where that is in use, on the next that is free.
 * @param wanted 0 lets the system choose
 * @param start listens on one port
 * @throws UserError when every port that was tried is in use, or may not be used, or is one that browsers refuse
 */
export async function onFreePort<S extends Server>(wanted: number, start: (port: number) => S): Promise<S> {
  if (REFUSED_BY_BROWSERS.has(wanted))
    throw new UserError(
      `Browsers refuse to open port ${wanted}, which belongs to another service.`,
      'name another, such as --port 4000',
    )
  const last = Math.min(wanted + PORTS - 1, HIGHEST)
  for (let port = wanted; port <= last; port++) {
    if (REFUSED_BY_BROWSERS.has(port)) continue
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
