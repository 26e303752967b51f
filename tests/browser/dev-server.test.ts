import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:http'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Running } from '../fixtures/command'
import { endAll, startCommand } from '../fixtures/command'
import type { KitCopy } from '../fixtures/kit'
import { secondWorkshop } from '../fixtures/second-workshop'

let kit: KitCopy
let dev: Running
let port: number
beforeAll(async () => {
  kit = secondWorkshop()
  kit.change('vite.config.ts', 'defineConfig({', "defineConfig({\n  cacheDir: '.vite',")
  dev = startCommand(kit.root, 'dev', '--port', '0')
  const [, found] = await dev.says(/http:\/\/localhost:(\d+)\//)
  port = Number(found)
})
afterAll(async () => {
  await endAll()
  kit.dispose()
})

interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends a request with any headers, as a page elsewhere cannot but a forger can. */
function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Reply | 'upgraded' | 'closed'> {
  return new Promise(resolve => {
    const asked = request({ host: 'localhost', port, method, path, headers }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }))
    })
    asked.on('upgrade', (_, socket) => {
      socket.destroy()
      resolve('upgraded')
    })
    asked.on('error', () => resolve('closed'))
    asked.end(body)
  })
}
const status = async (...given: Parameters<typeof send>) => {
  const reply = await send(...given)
  return typeof reply === 'string' ? reply : reply.status
}

const SLIDES = 'content/modules/10-first-look/slides.md'
const own = () => ({ 'origin': `http://localhost:${port}`, 'sec-fetch-site': 'same-origin' })
const FOREIGN = {
  'another site': { 'origin': 'https://example.com', 'sec-fetch-site': 'cross-site' },
  'another port of this machine': { 'origin': 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  'a page without an origin': { origin: 'null' },
  'a page that hides where it is': { 'sec-fetch-site': 'cross-site' },
}
const UPGRADE = {
  'connection': 'Upgrade',
  'upgrade': 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol': 'vite-ping',
}

describe('npm run dev', () => {
  it('answers its own page', async () => {
    expect(await status('GET', '/', { 'sec-fetch-site': 'none' })).toBe(200)
    expect(await status('GET', '/__slidev/slides/2.json', own())).toBe(200)
    expect(await status('GET', '/', { ...UPGRADE, origin: own().origin })).toBe('upgraded')
  })

  it.each(Object.entries(FOREIGN))('refuses every request of %s', async (_, headers) => {
    const before = kit.read(SLIDES)
    const body = JSON.stringify({ content: '# Rewritten' })
    for (const path of ['/', '/__slidev/slides/2.json', '/@vite/client', '/slides.md', '/__open-in-editor?file=a'])
      expect(await status('GET', path, headers), path).toBe(403)
    for (const type of ['text/plain', 'application/json'])
      expect(await status('POST', '/__slidev/slides/2.json', { ...headers, 'content-type': type }, body)).toBe(403)
    expect(await status('POST', '/__mcp', headers, '{}')).toBe(403)
    expect(await status('GET', '/', { ...UPGRADE, ...headers })).toBe('closed')
    expect(kit.read(SLIDES)).toBe(before)
  })

  it('allows no page elsewhere to read or to ask first', async () => {
    const first = { 'origin': 'https://example.com', 'access-control-request-method': 'POST' }
    for (const [method, headers] of [
      ['OPTIONS', first],
      ['GET', own()],
      ['OPTIONS', own()],
    ] as const) {
      const reply = (await send(method, '/__slidev/slides/2.json', headers)) as Reply
      expect(Object.keys(reply.headers).filter(name => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('refuses a name that points at this machine', async () => {
    expect(await status('GET', '/', { host: `example.com:${port}` })).toBe(403)
    expect(await status('GET', '/', { host: `localhost.example.com:${port}` })).toBe(403)
  })

  it('serves no agents', async () => {
    expect(await status('POST', '/__mcp', { ...own(), 'content-type': 'application/json' }, '{}')).toBe(403)
  })

  it.each(['garbage', '', '[', '{"frontmatterRaw": 7}', '{"content": {}}'])('outlives the body %j', async body => {
    const reply = await send('POST', '/__slidev/slides/2.json', own(), body)
    expect(reply).toHaveProperty('status')
    expect((reply as Reply).status).toBeGreaterThanOrEqual(400)
    expect(await status('GET', '/__slidev/slides/2.json', own())).toBe(200)
  })
})
