import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createClient } from '@redis/client'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import type { LeaderView, ParticipantView } from '../../../components/room/wire'
import { report } from '../../../room/export'
import { newIdentity } from '../../../room/identity'
import { LiveRoom } from '../../../room/live-room'
import { LogUnavailable } from '../../../room/log'
import { redisLog } from '../../../room/log-redis'
import { sampleContent, slideOf, Visitor } from '../../fixtures/room'
import { startRoomProcess } from '../../fixtures/room-process'

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const missing = ['redis-server', 'nginx'].filter(program => !has(program))
/** Said where it is read: a test that is left out in silence is taken for one that passed. */
const IF_THERE = missing.length ? ` (left out: ${missing.join(' and ')} is not installed)` : ''

let folder: string
const children: ChildProcess[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workshop-redis-test-'))
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await new Promise<number>(found =>
    server.listen(0, '127.0.0.1', () => found((server.address() as AddressInfo).port)),
  )
  await new Promise(done => server.close(done))
  return port
}

function start(program: string, args: string[]): ChildProcess {
  const child = spawn(program, args, { stdio: 'ignore' })
  children.push(child)
  return child
}

async function until(check: () => Promise<unknown>) {
  for (let tries = 0; ; tries++) {
    try {
      return await check()
    } catch (error) {
      if (tries > 100) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}

async function startRedis(
  ...flags: string[]
): Promise<{ url: string; child: ChildProcess; start: () => ChildProcess }> {
  const port = await freePort()
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appenddirname',
    `aof-${port}`,
    ...flags,
  ]
  const again = () => start('redis-server', args)
  return { url: `redis://127.0.0.1:${port}/0/test`, child: again(), start: again }
}
const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always']

describe.skipIf(missing.length > 0)(`a log in Redis${IF_THERE}`, () => {
  it('gives back what was appended, tells other servers, and forgets it when it is deleted', async () => {
    const { url } = await startRedis(...DURABLE)
    const [one, other] = (await until(() => Promise.all([redisLog(url, 1), redisLog(url, 1)]))) as Awaited<
      ReturnType<typeof redisLog>
    >[]
    const first = newIdentity(0)
    expect(await one!.identity(first)).toEqual(first)
    expect(await other!.identity(newIdentity(1))).toEqual(first)
    let heard = 0
    other!.subscribe(() => heard++)
    await new Promise(resolve => setTimeout(resolve, 100))
    await one!.append([{ type: 'began' }, { type: 'came', who: 'ada' }], 5)
    await one!.append([{ type: 'came', who: 'bo' }], 6)
    await expect.poll(() => heard).toBeGreaterThan(0)
    const all = await other!.read(0)
    expect(all.map(({ id, at, type }) => [id, at, type])).toEqual([
      [1, 5, 'began'],
      [2, 5, 'came'],
      [3, 6, 'came'],
    ])
    expect(await other!.read(2)).toEqual(all.slice(2))
    await one!.destroy(7)
    expect(await other!.read(0)).toEqual([{ type: 'deleted', id: 4, at: 7 }])
    await Promise.all([one!.close(), other!.close()])
  })

  it('that one server deletes is empty on every other, and leaves its name to a new room', async () => {
    const { url } = await startRedis(...DURABLE)
    const content = await sampleContent()
    const openLog = () => until(() => redisLog(url, 1)) as ReturnType<typeof redisLog>
    const logs = [await openLog(), await openLog()]
    const before = await logs[0]!.identity(newIdentity(0))
    const [here, there] = [await LiveRoom.open(content, logs[0]!), await LiveRoom.open(content, logs[1]!)]
    await here.lead('facilitator', { do: 'move', page: slideOf(content, 'guess', 'ask'), clicks: 0, total: 0 })
    await here.take('ada', { do: 'write', text: 'A line of hers' })
    await expect.poll(() => there.state.messages.size).toBe(1)
    await here.lead('facilitator', { do: 'delete' })
    for (const room of [here, there]) {
      await expect.poll(() => room.state.ended).toBeDefined()
      expect([room.state.everyone.size, room.state.messages.size, room.state.current]).toEqual([0, 0, undefined])
      await expect(room.take('ada', { do: 'write', text: 'Late' })).rejects.toThrow('ended')
    }
    await Promise.all([here.close(), there.close()])

    const log = await openLog()
    expect((await log.identity(newIdentity(1))).code).not.toBe(before.code)
    const next = await LiveRoom.open(content, log)
    expect(next.state).toMatchObject({ last: 1, began: expect.any(Number) as number })
    expect(next.state.ended).toBeUndefined()
    await next.close()
  })

  it('opens a room that has ended again by its name, with what it gathered, and keeps it no longer for that', async () => {
    const { url } = await startRedis(...DURABLE)
    const content = await sampleContent()
    const openLog = () => until(() => redisLog(url, 1)) as ReturnType<typeof redisLog>
    const identity = await (await openLog()).identity(newIdentity(0))
    const before = await LiveRoom.open(content, await openLog())
    await before.lead('facilitator', { do: 'move', page: slideOf(content, 'guess', 'ask'), clicks: 0, total: 0 })
    await before.take('ada', { do: 'write', text: 'A line of hers' })
    await before.lead('facilitator', { do: 'end' })
    await before.close()
    const redis = createClient({ url: url.slice(0, url.lastIndexOf('/')) })
    await redis.connect()
    onTestFinished(() => redis.destroy())
    const keys = ['room:{test}:events', 'room:{test}:identity']
    for (const key of keys) await redis.expire(key, 100)

    const log = await openLog()
    expect(await log.identity(newIdentity(1))).toEqual(identity)
    const after = await LiveRoom.open(content, log)
    // As the presenter's page does when it is opened.
    await after.lead('facilitator', { do: 'move', page: 1, clicks: 0, total: 0 })
    expect(report(after)).toEqual(report(before))
    for (const key of keys) expect(await redis.ttl(key), key).toBeLessThanOrEqual(100)
    await after.close()
  })

  it('is refused where Redis would lose what it has acknowledged', async () => {
    const { url, child } = await startRedis()
    await new Promise(resolve => setTimeout(resolve, 500))
    await expect(redisLog(url, 1)).rejects.toThrow('This Redis would lose answers if it crashed.')
    child.kill('SIGKILL')
    await expect(redisLog(url, 1)).rejects.toThrow('Redis cannot be reached at')
  })

  it('is refused with what Redis says, and without the password that was given', async () => {
    const { url } = await startRedis(...DURABLE, '--requirepass', 'right')
    const wrong = url.replace('//', '//:wrong@')
    await until(async () => (await redisLog(url.replace('//', '//:right@'), 1)).close())
    const { host } = new URL(url)
    await expect(redisLog(wrong, 1)).rejects.toThrow(`Redis at ${host} refuses: WRONGPASS`)
    await expect(redisLog(url, 1)).rejects.toThrow(`Redis at ${host} refuses: NOAUTH`)
  })

  it('gives up whatever it asks of a Redis that does not answer', async () => {
    const { url, child } = await startRedis(...DURABLE)
    const log = (await until(() => redisLog(url, 1))) as Awaited<ReturnType<typeof redisLog>>
    child.kill('SIGSTOP')
    const asked = [log.identity(newIdentity(0)), log.append([{ type: 'began' }], 1), log.read(0), log.destroy(1)]
    await Promise.all([
      ...asked.map(each => expect(each).rejects.toThrow(LogUnavailable)),
      expect(redisLog(url, 1)).rejects.toThrow('Redis cannot be reached at'),
    ])
    child.kill('SIGKILL')
    await log.close()
  })

  it('says so while Redis is gone, and goes on when it is back', async () => {
    const redis = await startRedis(...DURABLE)
    const log = (await until(() => redisLog(redis.url, 1))) as Awaited<ReturnType<typeof redisLog>>
    await log.append([{ type: 'began' }], 1)
    redis.child.kill('SIGKILL')
    await new Promise(resolve => setTimeout(resolve, 200))
    await expect(log.append([{ type: 'ended' }], 2)).rejects.toThrow(LogUnavailable)
    redis.start()
    await until(() => log.append([{ type: 'came', who: 'ada' }], 3))
    expect((await log.read(0)).map(({ type }) => type)).toEqual(['began', 'came'])
    await log.close()
  })
})

/** Four programs are started, which may take long on a busy machine. */
const TIMEOUT = 60_000

describe.skipIf(missing.length > 0)(`two servers of one room behind nginx${IF_THERE}`, () => {
  it('lose nothing when one of them is killed', { timeout: TIMEOUT }, async () => {
    const content = await sampleContent()
    const contentFile = join(folder, 'content.json')
    writeFileSync(contentFile, JSON.stringify(content))
    const redis = await startRedis(...DURABLE)
    await until(async () => (await redisLog(redis.url, 1)).close())
    const startServer = async () => {
      const server = await startRoomProcess(contentFile, redis.url)
      onTestFinished(server.kill)
      return server
    }
    const servers = [await startServer(), await startServer()]
    const port = await freePort()
    writeFileSync(
      join(folder, 'nginx.conf'),
      nginxConfig(
        port,
        servers.map(({ origin }) => new URL(origin).host),
      ),
    )
    start('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-g', 'daemon off; master_process off;'])
    const origin = `http://127.0.0.1:${port}`
    const { identity } = servers[0]!
    expect(servers[1]!.identity).toEqual(identity)
    const leader = new Visitor(origin)
    await until(() => leader.get(`/presenter?key=${identity.secrets.facilitator}`))
    expect(
      (
        await leader.post('/room/facilitator', {
          do: 'move',
          page: slideOf(content, 'guess', 'ask'),
          clicks: 0,
          total: 0,
        })
      ).status,
    ).toBe(200)

    // A stream through nginx is not kept back.
    const phones = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const phone = new Visitor(origin)
        await phone.get(`/j/${identity.code}`)
        return phone
      }),
    )
    const [event] = await phones[0]!.events('participant', view => (view as ParticipantView).current !== undefined)
    const seen = event!.id

    let killed = false
    const refusals: number[] = []
    await Promise.all(
      phones.map(async (phone, index) => {
        // Before, while and after one of the servers is killed.
        await new Promise(resolve => setTimeout(resolve, index * 40))
        if (index === 12 && !killed) {
          killed = true
          await servers[0]!.kill()
        }
        const mark = `mark-${index}`
        const sent = {
          do: 'answer',
          exercise: 'guess',
          round: 1,
          revision: 1,
          mark,
          seen,
          done: true,
          categories: [category(content)],
        }
        await until(async () => {
          const response = await phone.post('/room/participant', sent)
          if (!response.ok) {
            refusals.push(response.status)
            throw new Error(`${response.status}: ${await response.text()}`)
          }
        })
      }),
    )
    const [view] = await leader.events('facilitator', view => (view as LeaderView).tallies.guess?.answered === 30)
    expect((view!.view as LeaderView).tallies.guess!.counts![category(content)]).toBe(30)
  })
})

/** The first band of the sample's scale. */
const category = ({ exercises }: Awaited<ReturnType<typeof sampleContent>>) => {
  const { scale } = exercises.guess!.open as unknown as { scale: { from: number; to: number; step: number } }
  const size = Math.ceil(Math.round((scale.to - scale.from) / scale.step) / 5)
  return `${scale.from}-${scale.from + size * scale.step}`
}

const nginxConfig = (port: number, servers: string[]) => `
pid nginx.pid;
error_log nginx-error.log;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  upstream room { ${servers.map(server => `server ${server} max_fails=1 fail_timeout=1s;`).join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://room;
      proxy_set_header Host $http_host;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_next_upstream error timeout non_idempotent;
    }
  }
}
`
