import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openRoom } from '../../../commands/open-room'
import type { ReachValues } from '../../../commands/reach'
import { readReach } from '../../../commands/reach'
import type { RoomContent } from '../../../model/room-content'
import { deckApp } from '../../../room/deck'
import { memoryLog } from '../../../room/log-memory'
import { listen } from '../../../room/server'
import { sampleContent } from '../../fixtures/room'

const WIFI = { 'Wi-Fi': '192.168.7.20' }
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

let folder: string
let content: RoomContent
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workshop-reach-test-'))
  content = await sampleContent()
  writeFileSync(join(folder, 'room.json'), JSON.stringify(content))
  for (const page of ['index.html', 'exercises.html', 'desk.html'])
    writeFileSync(
      join(folder, page),
      '<head><meta http-equiv="Content-Security-Policy" content="default-src \'self\'"><title>Page</title>',
    )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What `npm start` serves with these flags, but for its address: tests listen on loopback alone. */
async function start(values: ReachValues) {
  const reach = readReach(values, WIFI)
  const build = { folder, notes: join(folder, 'notes.json'), room: join(folder, 'room.json'), phone: folder }
  let port = 0
  const opened = await openRoom(folder, build, {
    reach,
    isLocal: reach.isLocal,
    log: memoryLog(),
    origin: () => reach.originFor(port),
  })
  const { certificate } = reach
  const listening = await listen(deckApp(build, opened.identity.secrets.facilitator, opened.live), 0, {
    ...(certificate && { certificate }),
  })
  port = listening.port
  const close = async () => {
    await opened.close()
    await listening.close()
  }
  return { port, opened, close }
}

interface Asked {
  port: number
  path: string
  host: string
  secure?: boolean
  cookie?: string
  origin?: string
  body?: object
}
/** A request under a name that need not be known to this machine, and without a look at who made a certificate. */
function ask({ port, path, host, secure = false, cookie = '', origin, body }: Asked): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { host, cookie, ...(body && { 'origin': origin, 'content-type': 'application/json' }) }
    const options = { port, host: '127.0.0.1', path, method: body ? 'POST' : 'GET', headers, agent: false as const }
    const asked = secure ? secureRequest({ ...options, rejectUnauthorized: false }) : request(options)
    asked.once('response', resolve).once('error', reject)
    asked.end(body && JSON.stringify(body))
  })
}
const cookieOf = ({ headers }: IncomingMessage) => headers['set-cookie']!.map(line => line.split(';')[0]).join('; ')
const firstOf = (stream: IncomingMessage) =>
  new Promise<string>(heard => stream.once('data', data => heard(String(data))))

describe('flags that say who can reach a presentation', () => {
  it('are refused where they contradict each other, with what to do', () => {
    const says = (values: ReachValues, addresses: Record<string, string> = WIFI) => {
      try {
        return readReach(values, addresses) && 'nothing'
      } catch (error) {
        const { message, hint } = error as { message: string; hint?: string }
        return `${message} | ${hint}`
      }
    }
    expect(says({ lan: true })).toBe('nothing')
    expect(says({ 'lan': true, 'public-url': 'https://example.org/' })).toContain('Expected --lan or --public-url')
    expect(says({ host: '10.0.0.1' })).toBe('--host means something with --lan alone. | add --lan.')
    for (const host of ['http://192.168.7.20', '192.168.7.20:3030', '192.168.7.20/room', 'fe80::1', 'two words', ''])
      expect(says({ lan: true, host }), host).toContain(
        `Expected --host as an address or a name of this machine alone, found "${host}". | for example`,
      )
    expect(says({ lan: true, cert: 'cert.pem' })).toContain('Expected --cert and --key together')
    const text = import.meta.filename
    expect(says({ lan: true, host: 'workshop.local', cert: text, key: text })).toContain(
      `${text} and ${text} are no certificate with its key (ERR_OSSL_PEM_NO_START_LINE).`,
    )
    expect(says({ lan: true, cert: '/nowhere/cert.pem', key: '/nowhere/key.pem' })).toContain(
      '--cert names /nowhere/cert.pem, which cannot be read.',
    )
    for (const address of ['example.org', 'ftp://example.org', 'https://example.org/?room'])
      expect(says({ 'public-url': address }), address).toContain('Expected --public-url as a whole address')
    expect(says({ lan: true }, {})).toContain('open a hotspot on a phone')
    const two = says({ lan: true }, { ...WIFI, Cable: '10.1.2.3' })
    expect(two).toContain('This machine is in several networks:\n    192.168.7.20  (Wi-Fi)\n    10.1.2.3  (Cable)')
    expect(two).toContain('such as --host 192.168.7.20')
  })

  it('listen on loopback alone, unless phones are let in', () => {
    expect(readReach({}, WIFI)).toMatchObject({ host: '127.0.0.1', isLocal: true })
    expect(readReach({ 'public-url': 'https://example.org/room' }, WIFI)).toMatchObject({
      host: '127.0.0.1',
      isLocal: false,
    })
    expect(readReach({ lan: true }, WIFI)).toMatchObject({ host: '0.0.0.0', isLocal: false, hosts: ['192.168.7.20'] })
    expect(readReach({ lan: true, host: 'workshop.local' }, WIFI).originFor(3030)).toBe('http://workshop.local:3030')
  })
})

it('--lan lets phones in under the address that was printed, and gives them no deck', async () => {
  const { port, opened, close } = await start({ lan: true })
  const host = `192.168.7.20:${port}`
  const { link, reachable } = opened.live.invitation({ req: { header: () => undefined } } as never)
  expect([link, reachable]).toEqual([`http://${host}/j/${opened.identity.code}`, true])
  const joined = await ask({ port, host, path: new URL(link).pathname })
  expect(joined.headers.location).toBe('/join/')
  const cookie = cookieOf(joined)
  expect((await ask({ port, host, path: '/slides/', cookie })).headers.location).toBe('/join/')
  const sent = { port, host, path: '/room/participant', cookie, body: { do: 'write', text: 'Here' } }
  expect((await ask({ ...sent, origin: `http://${host}` })).statusCode).toBe(200)
  expect((await ask({ ...sent, origin: 'http://192.168.7.21' })).statusCode).toBe(403)
  await close()
})

describe('--public-url', () => {
  // A reverse proxy may take its path off the addresses, or leave it there.
  it.each(['', '/four/mistakes'])('serves under a path, where the proxy asks for “%s/…”', async before => {
    const { port, opened, close } = await start({ 'public-url': 'https://example.org/four/mistakes' })
    const host = 'example.org'
    const { link } = opened.live.invitation({ req: { header: () => undefined } } as never)
    expect(link).toBe(`https://example.org/four/mistakes/j/${opened.identity.code}`)
    const joined = await ask({ port, host, path: `${before}/j/${opened.identity.code}` })
    expect(joined.headers.location).toBe('/four/mistakes/join/')
    expect(joined.headers['set-cookie']![0]).toMatch(
      /; Path=\/four\/mistakes\/room\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const cookie = cookieOf(joined)
    expect((await ask({ port, host, path: `${before}/join/`, cookie })).statusCode).toBe(200)
    expect((await ask({ port, host, path: `${before}/slides/`, cookie })).headers.location).toBe('/four/mistakes/join/')
    const sent = { port, host, cookie, path: `${before}/room/participant`, body: { do: 'write', text: 'Here' } }
    expect((await ask({ ...sent, origin: 'https://example.org' })).statusCode).toBe(200)
    expect((await ask({ ...sent, origin: 'https://evil.example' })).statusCode).toBe(403)
    const stream = await ask({ port, host, path: `${before}/room/participant/events`, cookie })
    expect(await firstOf(stream)).toContain('retry:')
    stream.destroy()
    await close()
  })
})

describe.skipIf(!hasOpenssl)(`--cert and --key${hasOpenssl ? '' : ' (left out: openssl is not installed)'}`, () => {
  it('encrypt the room: cookies are for HTTPS alone, and so are commands', async () => {
    const [key, cert] = ['key.pem', 'cert.pem'].map(name => join(folder, name))
    const made = spawnSync(
      'openssl',
      `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=workshop.local -keyout ${key} -out ${cert}`.split(
        ' ',
      ),
    )
    expect(made.status, String(made.stderr)).toBe(0)
    expect(readFileSync(cert!, 'utf8')).toContain('BEGIN CERTIFICATE')
    const { port, opened, close } = await start({ lan: true, host: 'workshop.local', cert: cert!, key: key! })
    const host = `workshop.local:${port}`
    const { link } = opened.live.invitation({ req: { header: () => undefined } } as never)
    expect(link).toBe(`https://${host}/j/${opened.identity.code}`)
    const joined = await ask({ port, host, path: new URL(link).pathname, secure: true })
    expect(joined.headers['set-cookie']![0]).toContain('; Secure')
    const cookie = cookieOf(joined)
    const sent = {
      port,
      host,
      cookie,
      secure: true,
      path: '/room/participant',
      body: { do: 'write', text: 'Here' },
    }
    expect((await ask({ ...sent, origin: `https://${host}` })).statusCode).toBe(200)
    expect((await ask({ ...sent, origin: `http://${host}` })).statusCode).toBe(403)
    const stream = await ask({ port, host, path: '/room/participant/events', cookie, secure: true })
    expect(await firstOf(stream)).toContain('retry:')
    stream.destroy()
    // Plain HTTP finds nothing there.
    await expect(ask({ port, host, path: '/join/' })).rejects.toThrow()
    await close()
  })
})
