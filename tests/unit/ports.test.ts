import type { AddressInfo, Server } from 'node:net'
import { createServer } from 'node:net'

import { afterEach, describe, expect, it } from 'vitest'

import { UserError } from '../../model/user-error'
import { onFreePort } from '../../room/ports'

const open: Server[] = []
afterEach(() => open.splice(0).forEach(server => server.close()))

const start = (port: number) => {
  const server = createServer().listen(port, '127.0.0.1')
  open.push(server)
  return server
}
const portOf = (server: Server) => (server.address() as AddressInfo).port

/** A server that this machine does not let listen. */
const refused = (code: string) => () => {
  const server = createServer()
  queueMicrotask(() => server.emit('error', Object.assign(new Error(code), { code })))
  return server
}

describe('a port to serve on', () => {
  it('is the wanted one while it is free, and the next when it is taken', async () => {
    const first = portOf(await onFreePort(0, start))
    expect(portOf(await onFreePort(first, start))).toBeGreaterThan(first)
  })

  it('is looked for twenty times and never beyond the highest there is', async () => {
    const tried: number[] = []
    const inUse = (port: number) => {
      tried.push(port)
      return refused('EADDRINUSE')()
    }
    await expect(onFreePort(4000, inUse)).rejects.toThrow('Ports 4000 to 4019 are all in use.')
    expect(tried).toHaveLength(20)
    await expect(onFreePort(65530, inUse)).rejects.toThrow('Ports 65530 to 65535 are all in use.')
    await expect(onFreePort(65535, inUse)).rejects.toThrow('Port 65535 is in use, and there is none after it.')
  })

  it.each([6000, 5060, 6667, 10080])('%d, which browsers refuse, is refused here', async port => {
    const tried: number[] = []
    const error = await onFreePort(port, wanted => {
      tried.push(wanted)
      return start(wanted)
    }).catch(error => error)
    expect(error).toMatchObject({
      message: `Browsers refuse to open port ${port}, which belongs to another service.`,
      exit: 2,
    })
    expect(tried).toEqual([])
  })

  it('which browsers refuse is passed over on the way to a free one', async () => {
    const tried: number[] = []
    const inUse = (port: number) => {
      tried.push(port)
      return refused('EADDRINUSE')()
    }
    await expect(onFreePort(6660, inUse)).rejects.toThrow('Ports 6660 to 6679 are all in use.')
    expect(tried).toEqual([6660, 6661, 6662, 6663, 6664, 6670, 6671, 6672, 6673, 6674, 6675, 6676, 6677, 6678])
  })

  it('that only an administrator may use is told from a folder that cannot be written', async () => {
    const error = await onFreePort(80, refused('EACCES')).catch(error => error)
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({
      message: 'This machine lets nobody but its administrator use port 80.',
      hint: 'name a port above 1023, such as --port 3030',
      exit: 2,
    })
  })
})
