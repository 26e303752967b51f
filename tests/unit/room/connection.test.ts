import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { askRoom, askWhoIAm, readRoom } from '../../../components/room/connection'

const BASE = '/room/'
/** Longer than a request may take. */
const PATIENTLY = 16_000
const ME = { roles: ['participant'], room: 'r' }

/** A network that takes a request and never answers it; it ends only when it is given up. */
const never = (_: unknown, { signal }: RequestInit = {}) =>
  new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(new Error('given up'))))
const network = vi.fn<typeof fetch>()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', network)
})
afterEach(() => {
  network.mockReset()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a request that the network never answers', () => {
  it('is given up, whether it reads or commands', async () => {
    network.mockImplementation(never)
    const read = readRoom(`${BASE}participant/exercises/a`)
    const asked = askRoom(BASE, 'participant', { do: 'write' })
    await vi.advanceTimersByTimeAsync(PATIENTLY)
    expect(await read).toBeUndefined()
    expect(await asked).toBe('unreachable')
  })

  it('is made again for as long as the room is needed, as is one that something else answered', async () => {
    const missed = vi.fn()
    network
      .mockImplementationOnce(never)
      .mockResolvedValueOnce(new Response('<h1>Sign in to this network</h1>'))
      .mockResolvedValueOnce(Response.json({ error: 'bad gateway' }))
      .mockResolvedValueOnce(Response.json(ME))
    const me = askWhoIAm(BASE, missed)
    await vi.advanceTimersByTimeAsync(PATIENTLY)
    await vi.advanceTimersByTimeAsync(PATIENTLY)
    expect(await me).toEqual(ME)
    expect(missed).toHaveBeenCalledTimes(3)
  })
})

describe('what a room does not have', () => {
  it('is nothing', async () => {
    network.mockImplementation(async () => Response.json({ refused: 'unknown', sentence: '' }, { status: 404 }))
    expect(await readRoom(`${BASE}participant/exercises/a`)).toBeUndefined()
  })

  it('is what a reply without content stands for', async () => {
    network.mockImplementation(async () => new Response(null, { status: 204 }))
    expect(await readRoom(`${BASE}participant/now`, { id: 0 })).toEqual({ id: 0 })
  })
})
