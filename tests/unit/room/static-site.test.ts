import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { listen } from '../../../room/server'
import { basePathOf, siteApp } from '../../../room/static-site'

const POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
let outer: string
let folder: string
beforeAll(() => {
  outer = mkdtempSync(join(tmpdir(), 'workshop-server-'))
  folder = join(outer, 'site')
  mkdirSync(join(folder, 'slides'), { recursive: true })
  mkdirSync(join(folder, '.git'))
  writeFileSync(join(outer, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), `<html lang="en" data-workshop="four">${POLICY}`)
  writeFileSync(join(folder, 'slides', 'index.html'), POLICY)
  writeFileSync(join(folder, 'page.html'), 'a page')
  writeFileSync(join(folder, '.git', 'config'), 'secret')
  writeFileSync(join(folder, '.env'), 'secret')
  symlinkSync(join(outer, 'secret.txt'), join(folder, 'link.txt'))
  symlinkSync(outer, join(folder, 'out'), 'junction')
})
afterAll(() => rmSync(outer, { recursive: true, force: true }))

const get = (path: string, host = '127.0.0.1:4400', base?: string) =>
  siteApp(folder, base).request(`http://127.0.0.1:4400${path}`, { headers: { host } })

describe('siteApp', () => {
  it('serves the folder to this machine, whatever it calls itself', async () => {
    for (const host of ['127.0.0.1:4400', 'localhost:4400', 'LocalHost', '[::1]:4400'])
      expect((await get('/page.html', host)).status, host).toBe(200)
  })

  it.each(['example.com', 'example.com:4400', '127.0.0.1.example.com', 'localhost.example.com:4400', ''])(
    'refuses a page that points its own name, %j, at this machine',
    async host => {
      const response = await get('/page.html', host)
      expect(response.status).toBe(403)
      expect(await response.text()).not.toContain('a page')
    },
  )

  it.each(['/.git/config', '/.env', '/slides/../.env', '/%2egit/config', '/link.txt', '/out/secret.txt', '/out/'])(
    'serves neither what is hidden nor what a link fetches from elsewhere: %s',
    async path => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain('secret')
    },
  )

  it('serves each workshop under a path of its own, and sends everything else there', async () => {
    const base = basePathOf(folder)
    expect(base).toBe('/four/')
    expect(await (await get('/four/page.html', undefined, base)).text()).toBe('a page')
    expect((await get('/four/', undefined, base)).status).toBe(200)
    for (const [path, to] of [
      ['/', '/four/'],
      ['/page.html', '/four/page.html'],
      ['//example.com/', '/four/example.com/'],
      ['/page.html?a=%C3%A9', '/four/page.html?a=%C3%A9'],
      ['/%E6%97%A5%0D%0AX:1', '/four/%E6%97%A5%0D%0AX:1'],
      ['/%00', '/four/%00'],
      ['/four/slides', '/four/slides/'],
      ['/four/slides?clicks=1', '/four/slides/?clicks=1'],
    ] as const)
      expect((await get(path, undefined, base)).headers.get('location'), path).toBe(to)
    expect((await get('/four/.env', undefined, base)).status).toBe(404)
  })
})

describe('listen', () => {
  it.each([3, 5, 50])('keeps nothing open for a client that sends %i requests and goes', async count => {
    let begun = 0
    let ended = 0
    const app = new Hono().get('/', () => {
      begun += 1
      // More than a connection takes while nobody reads.
      return new Response(
        new ReadableStream({
          pull: controller => controller.enqueue(new Uint8Array(100_000)),
          cancel: () => void (ended += 1),
        }),
      )
    })
    const { port, close } = await listen(app, 0)
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`.repeat(count))
    await expect.poll(() => begun).toBeGreaterThan(0)
    await new Promise(resolve => setTimeout(resolve, 50))
    socket.destroy()
    await expect.poll(() => ended).toBe(begun)
    // What waited behind the first answer is not begun when nobody is there any more.
    expect(begun).toBe(1)
    await close()
  })

  it('answers the few requests that a proxy sends at once, and lets go of a client that sends many', async () => {
    let answered = 0
    const app = new Hono().get('/', async context => {
      answered += 1
      await new Promise(resolve => setTimeout(resolve, 50))
      return context.text('answer')
    })
    const { port, close } = await listen(app, 0)
    const request = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
    const send = (text: string, until: (said: string) => boolean) =>
      new Promise<string>(resolve => {
        let said = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(text))
        socket.setEncoding('utf8').on('data', chunk => {
          said += chunk
          if (until(said)) socket.destroy()
        })
        socket.on('error', () => {}).once('close', () => resolve(said))
      })
    expect(await send(request, said => said.includes('answer'))).toContain('200 OK')
    answered = 0
    expect(await send(request.repeat(50), () => false)).not.toContain('answer')
    expect(answered).toBeLessThanOrEqual(4)
    const three = (said: string) => said.split('answer').length - 1 === 3
    expect(await send(request.repeat(3), three)).toSatisfy(three)
    // One after the other, on the same connection, as browsers do.
    const twice = await new Promise<string>(resolve => {
      let said = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(request))
      socket.setEncoding('utf8').on('data', chunk => {
        said += chunk
        const answers = said.split('answer').length - 1
        if (answers === 1 && chunk.includes('answer')) socket.write(request)
        if (answers === 2) {
          socket.destroy()
          resolve(said)
        }
      })
    })
    expect(twice.match(/200 OK/g)).toHaveLength(2)
    await close()
  })
})
