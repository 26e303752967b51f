import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { deckApp } from '../../../room/deck'
import type { Reach } from '../../../room/origins'
import { ownNamesOnly } from '../../../room/origins'

const SECRET = 'known-to-the-tests'
const POLICIES = {
  'index.html': "default-src 'self'; style-src 'self' 'unsafe-inline'",
  'exercises.html': "default-src 'self'",
}
const NOTES = '[{"no":1,"html":"<p>canary</p>"}]'

let build: string
let app: ReturnType<typeof deckApp>
beforeAll(() => {
  build = mkdtempSync(join(tmpdir(), 'workshop-deck-test-'))
  mkdirSync(join(build, 'deck/assets'), { recursive: true })
  for (const [page, policy] of Object.entries(POLICIES))
    writeFileSync(
      join(build, 'deck', page),
      `<meta http-equiv="Content-Security-Policy" content="${policy}"><title>${page}</title>`,
    )
  writeFileSync(join(build, 'deck/assets/index-1a2b3c4d.js'), 'run()')
  writeFileSync(join(build, 'notes.json'), NOTES)
  app = deckApp({ folder: join(build, 'deck'), notes: join(build, 'notes.json') }, SECRET)
})
afterAll(() => rmSync(build, { recursive: true, force: true }))

const get = (path: string, headers: Record<string, string> = {}, host = '127.0.0.1:3030') =>
  app.request(`http://${host}${path}`, { headers: { host, ...headers } })

/** Opens the presenter's link, and gives the cookie that it leaves. */
async function cookieFrom(host?: string): Promise<string> {
  const response = await get(`/presenter?key=${SECRET}`, {}, host)
  return response.headers.get('set-cookie')!.split(';')[0]!
}

describe('the notes of a served deck', () => {
  it.each([undefined, '', 'presenter-3030', 'presenter-3030=', 'presenter-3030=wrong', `presenter-3030=${SECRET}-`])(
    'are refused for the cookie %j',
    async cookie => {
      const response = await get('/slides/notes.json', cookie === undefined ? {} : { cookie })
      expect(response.status).toBe(403)
      expect(await response.text()).toBe('The notes open with the link that npm start printed.')
    },
  )

  it('are given out for the cookie of the presenter’s link, and are not stored', async () => {
    const response = await get('/slides/notes.json', { cookie: await cookieFrom() })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(NOTES)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('are found under no other address', async () => {
    const cookie = await cookieFrom()
    const addresses = ['/notes.json', '/slides/../notes.json', '/slides/..%2fnotes.json', '/slides/%2e%2e/notes.json']
    for (const path of [
      ...addresses,
      '/exercises/notes.json',
      '/exercises/../notes.json',
      '/exercises/..%2fnotes.json',
    ])
      expect(await (await get(path, { cookie })).text(), path).not.toContain('canary')
  })
})

describe('the presenter’s link', () => {
  it('leaves a cookie for the notes alone, and goes on to an address without the secret', async () => {
    const response = await get(`/presenter?key=${SECRET}`)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/slides/#/presenter/1')
    expect(response.headers.get('set-cookie')).toBe(
      `presenter-3030=${SECRET}; Path=/slides/notes.json; HttpOnly; SameSite=Strict`,
    )
  })

  it.each(['', '?key=', '?key=wrong', `?key=${SECRET.slice(0, -1)}`, `?key=${SECRET}-`])(
    'opens nothing with %j in place of its secret',
    async query => {
      const response = await get(`/presenter${query}`)
      expect(response.status).toBe(403)
      expect(response.headers.get('set-cookie')).toBeNull()
    },
  )

  it('leaves cookies by port, so that two presentations in one browser do not shut each other out', async () => {
    const [one, other] = [await cookieFrom('127.0.0.1:3030'), await cookieFrom('127.0.0.1:3031')]
    expect(one.split('=')[0]).not.toBe(other.split('=')[0])
    expect((await get('/slides/notes.json', { cookie: `${other}; ${one}` }, '127.0.0.1:3030')).status).toBe(200)
    expect((await get('/slides/notes.json', { cookie: other }, '127.0.0.1:3030')).status).toBe(403)
  })
})

describe('a served deck', () => {
  it.each([
    ['/slides/', 'index.html'],
    ['/exercises/', 'exercises.html'],
  ] as const)(
    'has at %s the page %s, under the policy that the page states and never in a foreign frame',
    async (path, page) => {
      const response = await get(path)
      expect(await response.text()).toContain(`<title>${page}</title>`)
      expect(response.headers.get('content-security-policy')).toBe(`${POLICIES[page]}; frame-ancestors 'self'`)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect((await get(`${path}assets/index-1a2b3c4d.js`)).headers.get('cache-control')).toContain('immutable')
      expect((await get(`${path}assets/index-gone.js`)).status).toBe(404)
    },
  )

  it.each([
    ['/', '/slides/'],
    ['/slides', '/slides/'],
    ['/exercises', '/exercises/'],
  ])('leads from %s to %s', async (path, to) => {
    expect((await get(path)).headers.get('location')).toBe(to)
  })

  it.each(['localhost:3030', '[::1]:3030', 'localhost'])(
    'leads from %s to 127.0.0.1, where windows follow each other',
    async host => {
      const response = await get('/slides/?a=b', {}, host)
      expect(response.status).toBe(302)
      expect(response.headers.get('location')).toBe(
        `http://127.0.0.1${host.endsWith(':3030') ? ':3030' : ''}/slides/?a=b`,
      )
      expect(response.headers.get('set-cookie')).toBeNull()
    },
  )

  it('leads nobody to plain HTTP where it speaks HTTPS, and no visitor of a proxy to 127.0.0.1', async () => {
    const ask = (reach: Partial<Reach>) =>
      new Hono()
        .use('*', ownNamesOnly({ hosts: [], ...reach }))
        .get('*', context => context.text('answered'))
        .request('http://localhost:3030/a', { headers: { host: 'localhost:3030' } })
    expect((await ask({ secure: true })).headers.get('location')).toBe('https://127.0.0.1:3030/a')
    expect((await ask({ publicUrl: new URL('https://example.org/room/') })).status).toBe(200)
  })

  it.each(['evil.example', 'localhost.evil.example:80', '127.0.0.1.nip.io', '127.0.0.1:3030@evil.example', ''])(
    'answers nothing under the name %j',
    async host => {
      for (const path of ['/', '/slides/', '/exercises/', '/slides/notes.json', `/presenter?key=${SECRET}`])
        expect((await app.request(`http://127.0.0.1${path}`, { headers: { host } })).status, path).toBe(403)
    },
  )
})
