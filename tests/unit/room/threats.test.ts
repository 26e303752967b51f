import { request } from 'node:http'

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { LeaderView, ParticipantView, ProjectorView, Role } from '../../../components/room/wire'
import { ROLES } from '../../../components/room/wire'
import type { RoomContent } from '../../../model/room-content'
import { memoryLog } from '../../../room/log-memory'
import type { RefusalCode } from '../../../room/refusal'
import { REFUSALS } from '../../../room/refusal'
import type { ServedRoom, Visitor } from '../../fixtures/room'
import { sampleContent, serveRoom, slideOf } from '../../fixtures/room'

/** One block for each threat that room/README.md names, in its order and under its name. */

let content: RoomContent
beforeAll(async () => {
  content = await sampleContent()
})

let served: ServedRoom
let people: Record<Role, Visitor>
beforeEach(async () => {
  served = await serveRoom({ content })
  people = Object.fromEntries(
    await Promise.all(ROLES.map(async role => [role, await served.as(role)] as const)),
  ) as typeof people
  return () => served.close()
})

const at = (exercise: string, role: string) => ({
  do: 'move',
  page: slideOf(content, exercise, role),
  clicks: 0,
  total: 0,
})
const lead = (command: object) => people.facilitator.post('/room/facilitator', command)
const answer = (more: object = {}) => ({
  do: 'answer',
  exercise: 'guess',
  round: 1,
  revision: 1,
  mark: Math.random().toString(36),
  seen: served.room.state.last,
  done: true,
  categories: [category(0)],
  ...more,
})
const category = (index: number) => {
  const { exercise, kind } = served.room.exercises.get('guess')!
  return kind.categories(exercise)[index]!
}
/** The view that a role is sent on connecting. */
const viewOf = async <V>(role: Role) => (await people[role].events(role, () => true))[0]!.view as V

/** What a refusal says: its status, its code, and a sentence from the content. */
async function expectRefusal(response: Response, status: number, code: RefusalCode) {
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ refused: code, sentence: content.labels.roomRefusals[code] })
}

describe('somebody plays another role', () => {
  it('finds every role closed without its own cookie, whatever other cookies there are', async () => {
    for (const role of ROLES)
      for (const other of [...ROLES, 'nobody'] as const) {
        // The facilitator may open what the projector shows.
        if (other === role || (role === 'projector' && other.endsWith('facilitator'))) continue
        const visitor = other === 'nobody' ? served.visitor() : people[other]
        await expectRefusal(await visitor.get(`/room/${role}/events`), 401, 'notIn')
        await expectRefusal(await visitor.post(`/room/${role}`, { do: 'end' }), 401, 'notIn')
      }
  })

  it('cannot make a cookie for itself', async () => {
    const [name, own] = [...people.participant.cookies].find(([name]) => name.startsWith('participant'))!
    for (const forged of [
      '',
      'x',
      'x.y',
      own.slice(0, -1),
      `x${own}`,
      own.replace('.', ''),
      own.split('.').reverse().join('.'),
    ])
      await expectRefusal(
        await served.visitor().get('/room/participant/events', { cookie: `${name}=${forged}` }),
        401,
        'notIn',
      )
    const port = new URL(served.origin).port
    for (const role of ['facilitator', 'cofacilitator', 'projector'] as const)
      for (const forged of [
        '',
        served.identity.code,
        served.identity.secrets.participant,
        served.identity.secrets[role].slice(1),
      ])
        await expectRefusal(
          await served.visitor().get(`/room/${role}/events`, { cookie: `${role}-${port}=${forged}` }),
          401,
          'notIn',
        )
  })

  it('cannot end, clear or export the room, nor take the deck, as a second facilitator', async () => {
    const second = (command: object) => people.cofacilitator.post('/room/cofacilitator', command)
    await expectRefusal(await second({ do: 'end' }), 400, 'unreadable')
    await expectRefusal(await second({ do: 'delete' }), 400, 'unreadable')
    await expectRefusal(await second({ do: 'hand', to: 'cofacilitator' }), 403, 'notAllowed')
    await expectRefusal(await second(at('guess', 'ask')), 409, 'notDriving')
    expect((await people.cofacilitator.get('/room/cofacilitator/room.json')).status).toBe(404)
  })
})

describe('somebody in the audience moves the deck', () => {
  it('has one driver at a time, who can hand over and take back', async () => {
    const second = (command: object) => people.cofacilitator.post('/room/cofacilitator', command)
    expect((await lead(at('guess', 'ask'))).status).toBe(200)
    expect((await lead({ do: 'hand', to: 'cofacilitator' })).status).toBe(200)
    await expectRefusal(await lead(at('guess', 'results')), 409, 'notDriving')
    expect((await second(at('guess', 'results'))).status).toBe(200)
    expect((await viewOf<ProjectorView>('projector')).place!.page).toBe(slideOf(content, 'guess', 'results'))
    expect((await lead({ do: 'hand', to: 'facilitator' })).status).toBe(200)
    await expectRefusal(await second(at('guess', 'ask')), 409, 'notDriving')
  })
})

describe('notes and answers reach the wrong screen', () => {
  it('gives the deck, its exercises and its notes to nobody who only has the code', async () => {
    for (const path of ['/slides/', '/slides/index.html', '/exercises/', '/slides/notes.json']) {
      const response = await people.participant.get(path)
      expect([302, 403], path).toContain(response.status)
      if (response.status === 302) expect(response.headers.get('location')).toBe('/join/')
    }
    expect((await people.projector.get('/slides/')).status).toBe(200)
    expect((await people.projector.get('/slides/notes.json')).status).toBe(403)
    for (const role of ['facilitator', 'cofacilitator'] as const)
      expect(await (await people[role].get('/slides/notes.json')).text()).toContain('canary')
  })

  it('sends what answering reveals only once the room has been shown it', async () => {
    const finding = JSON.stringify(content.exercises.guess!.reveal)
    await lead(at('guess', 'ask'))
    const before = await (await people.participant.get('/room/participant/exercises/guess')).text()
    expect(before).toContain(content.exercises.guess!.open.title)
    expect(before).not.toContain(finding)
    expect(before).toContain('"reveal":{}')
    await lead(at('guess', 'results'))
    expect(await (await people.participant.get('/room/participant/exercises/guess')).text()).toContain(finding)
  })

  it('keeps exercises that are still to come', async () => {
    await lead(at('guess', 'ask'))
    await expectRefusal(await people.participant.get('/room/participant/exercises/plan'), 404, 'unknown')
    await expectRefusal(await people.participant.get('/room/participant/exercises/__proto__'), 404, 'unknown')
    // Nor does an answer to it bring it forth, though it is refused.
    await expectRefusal(await people.participant.post('/room/participant', answer({ exercise: 'plan' })), 409, 'closed')
    await expectRefusal(await people.participant.get('/room/participant/exercises/plan'), 404, 'unknown')
    expect(Object.keys((await viewOf<ProjectorView>('projector')).tallies)).toEqual(['guess'])
  })

  it('gives the site once the room has ended, and of its folder nothing that was not built', async () => {
    expect((await people.participant.get('/site/')).headers.get('location')).toBe('/join/')
    await lead({ do: 'end' })
    expect(await (await people.participant.get('/site/')).text()).toContain('the site')
    expect(await (await people.participant.get('/site/slides/')).text()).toContain('slides/index.html')
    for (const path of ['.git/config', '%2Egit/config', 'linked.json', 'slides/../linked.json', 'nothing.json'])
      expect((await people.participant.get(`/site/${path}`)).status, path).toBe(404)
  })

  it('sends counts to the projector only once they are shown, and to participants never', async () => {
    await lead(at('guess', 'ask'))
    await people.participant.post('/room/participant', answer())
    expect((await viewOf<ProjectorView>('projector')).tallies.guess).toEqual({
      round: 1,
      open: true,
      shown: false,
      answered: 1,
      of: 1,
      few: false,
    })
    await lead(at('guess', 'results'))
    expect((await viewOf<ProjectorView>('projector')).tallies.guess!.counts).toMatchObject({ [category(0)]: 1 })
    const participants = JSON.stringify(await viewOf<ParticipantView>('participant'))
    for (const word of ['counts', 'answered', 'tallies', 'place', 'driver'])
      expect(participants).not.toContain(`"${word}":`)
  })

  it('holds every line until it is put on the screen, and every question until it is let pass', async () => {
    await lead(at('guess', 'ask'))
    await people.participant.post('/room/participant', { do: 'write', text: 'A held line', exercise: 'guess' })
    await people.participant.post('/room/participant', { do: 'write', text: 'A held question' })
    for (const role of ['projector', 'participant'] as const)
      expect(JSON.stringify(await viewOf(role)), role).not.toContain('held')
    const { messages } = await viewOf<LeaderView>('cofacilitator')
    expect(messages.map(({ text }) => text)).toEqual(['A held question', 'A held line'])
    await expectRefusal(
      await people.participant.post('/room/participant', { do: 'vote', message: messages[0]!.id, up: true }),
      404,
      'unknown',
    )
    await lead({ do: 'feature', message: messages[1]!.id })
    await lead({ do: 'pass', message: messages[0]!.id })
    expect((await viewOf<ProjectorView>('projector')).featured!.text).toBe('A held line')
    for (let vote = 0; vote < 2; vote++)
      await people.participant.post('/room/participant', { do: 'vote', message: messages[0]!.id, up: true })
    expect((await viewOf<ParticipantView>('participant')).questions).toEqual([
      { id: messages[0]!.id, text: 'A held question', votes: 1, answered: false },
    ])
  })
})

describe('one person is told from counts, or from what is kept', () => {
  it('keeps categories alone, under a name that nobody can make a cookie from', async () => {
    const log = memoryLog()
    const own = await serveRoom({ content, log })
    const phone = await own.as('participant')
    const leader = await own.as('facilitator')
    await leader.post('/room/facilitator', { do: 'move', page: slideOf(content, 'habits', 'ask'), clicks: 0, total: 0 })
    const chosen = { answer: { chosen: { 'a-statement-of-mine': 3 } }, version: 1 }
    const sent = await phone.post('/room/participant', {
      ...answer(),
      seen: own.room.state.last,
      exercise: 'habits',
      categories: undefined,
      ...chosen,
    })
    expect(sent.status).toBe(200)
    const kept = JSON.stringify(await log.read(0))
    expect(kept).toContain('"type":"answered"')
    expect(kept).not.toContain('chosen')
    for (const cookie of phone.cookies.values()) expect(kept).not.toContain(cookie.split('.')[0])
    await own.close()
  })

  it('shows no counts of fewer answers than the kind of exercise asks for', async () => {
    const counted = served.room.exercises.get('guess')!
    ;(served.room.exercises as Map<string, typeof counted>).set('guess', {
      ...counted,
      kind: { ...counted.kind, fewest: 5 },
    })
    await lead(at('guess', 'ask'))
    for (let people = 1; people <= 5; people++) {
      await (await served.as('participant')).post('/room/participant', answer())
      const { few, counts } = (await viewOf<LeaderView>('facilitator')).tallies.guess!
      expect([few, counts?.[category(0)]]).toEqual(people < 5 ? [true, undefined] : [false, 5])
    }
  })

  it('exports no name and no single answer, and nothing that a spreadsheet would run', async () => {
    await lead(at('guess', 'ask'))
    await people.participant.post('/room/participant', answer())
    await people.participant.post('/room/participant', { do: 'write', text: '=HYPERLINK("http://evil.example")' })
    const csv = await (await people.facilitator.get('/room/facilitator/room.csv')).text()
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    const json = await (await people.facilitator.get('/room/facilitator/room.json')).text()
    for (const who of served.room.state.everyone) expect(csv + json).not.toContain(who)
  })

  it('deletes everything at once when asked to', async () => {
    const log = memoryLog()
    const own = await serveRoom({ content, log })
    const leader = await own.as('facilitator')
    expect((await leader.post('/room/facilitator', { do: 'delete' })).status).toBe(200)
    expect(await log.read(0)).toEqual([])
    expect(own.room.state.everyone.size).toBe(0)
    await own.close()
  })
})

describe('somebody guesses codes', () => {
  it('is stopped after ten, and those who have the code are not kept out by it', async () => {
    const guesser = served.visitor()
    const statuses = []
    for (let guess = 0; guess < 12; guess++)
      statuses.push((await guesser.post('/room/join', { code: `AAAA${String(guess).padStart(2, '0')}` })).status)
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429, 429])
    const response = await guesser.post('/room/join', { code: served.identity.code })
    await expectRefusal(response, 429, 'tooManyTries')
    expect(response.headers.get('retry-after')).toBe('5')
    // Who is in already does not need to come in again.
    expect((await people.participant.post('/room/participant', { do: 'write', text: 'Still here' })).status).toBe(200)
  })

  it('takes a code as people type it', async () => {
    const { code } = served.identity
    const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `
    const visitor = served.visitor()
    expect((await visitor.post('/room/join', { code: typed })).status).toBe(200)
    expect((await (await visitor.get('/room/me')).json()) as object).toMatchObject({ roles: ['participant'] })
  })

  it('leads from a wrong picture to the page that says so', async () => {
    expect((await served.visitor().get('/j/WRONG1')).headers.get('location')).toBe('/join/?refused=wrongCode')
  })
})

describe('another page sends requests in somebody’s name', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', undefined])('refuses the origin %s', async origin => {
    const { port, hostname } = new URL(served.origin)
    const status = await new Promise((resolve, reject) => {
      const asked = request(
        {
          port,
          hostname,
          path: '/room/facilitator',
          method: 'POST',
          headers: {
            'cookie': people.facilitator.cookie,
            'content-type': 'application/json',
            ...(origin !== undefined && { origin }),
          },
        },
        response => resolve(response.resume().statusCode),
      )
      asked.on('error', reject).end(JSON.stringify({ do: 'end' }))
    })
    expect(status).toBe(403)
    expect(served.room.state.ended).toBeUndefined()
  })

  it('takes JSON alone, which a form cannot send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
      await expectRefusal(
        await people.facilitator.post('/room/facilitator', { do: 'end' }, { 'content-type': type }),
        400,
        'unreadable',
      )
  })

  it('keeps cookies from scripts and from requests that come from elsewhere', async () => {
    for (const path of [`/presenter?key=${served.identity.secrets.facilitator}`, `/j/${served.identity.code}`]) {
      const cookies = (await served.visitor().get(path)).headers.getSetCookie()
      expect(cookies.length).toBeGreaterThan(0)
      for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
    }
  })

  it('lets no page put the room into a frame', async () => {
    for (const path of ['/join/', '/desk/', '/room/me'])
      expect((await served.visitor().get(path)).headers.get('content-security-policy')).toContain(
        "frame-ancestors 'none'",
      )
  })
})

describe('a secret is seen', () => {
  it('stands in no address that a projector shows', async () => {
    for (const role of ['facilitator', 'cofacilitator', 'projector'] as const) {
      const path = { facilitator: 'presenter', cofacilitator: 'second', projector: 'projector' }[role]
      const response = await served.visitor().get(`/${path}?key=${served.identity.secrets[role]}`)
      expect(response.headers.get('location')).toMatch(/^\/slides\/(?:#\/presenter\/1)?$/)
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it('is in nothing that the room sends', async () => {
    const { secrets } = served.identity
    for (const role of ROLES) {
      const said = [
        JSON.stringify(await viewOf(role)),
        await (await people[role].get('/room/me')).text(),
        ...(role === 'participant' ? [] : [await (await people[role].get(`/room/${role}/invitation`)).text()]),
      ].join()
      for (const secret of Object.values(secrets)) expect(said, role).not.toContain(secret)
    }
  })
})

describe('something malformed, oversized or replayed is sent', () => {
  it('says what is wrong with it, and goes on', async () => {
    await lead(at('guess', 'ask'))
    const send = (body: unknown) => people.participant.post('/room/participant', body)
    for (const body of ['', '{', 'null', '[]', '7', '{"do":"end"}', '{"__proto__":{"do":"answer"}}'])
      await expectRefusal(await send(body), 400, 'unreadable')
    for (const wrong of [
      { round: -1 },
      { round: '1' },
      { revision: 1e300 },
      { mark: '' },
      { categories: ['nonsense'] },
      { categories: [category(0), category(1)] },
      { categories: 'low' },
      { extra: true },
      { exercise: '' },
    ])
      await expectRefusal(await send(answer(wrong)), 400, 'unreadable')
    await expectRefusal(await send(answer({ exercise: 'nothing-of-the-kind' })), 404, 'unknown')
    await expectRefusal(await send(answer({ round: 2 })), 409, 'earlierRound')
    await expectRefusal(await send({ do: 'write', text: 'x'.repeat(10_000) }), 413, 'tooLong')
    expect(served.room.state.exercises.get('guess')!.answers.size).toBe(0)
  })

  it('does not read more than sixteen kilobytes', async () => {
    await expectRefusal(
      await people.participant.post('/room/participant', { do: 'write', text: 'x'.repeat(20_000) }),
      413,
      'tooLong',
    )
  })

  it('counts an answer once, however often it arrives', async () => {
    await lead(at('guess', 'ask'))
    const one = answer()
    for (let times = 0; times < 5; times++)
      expect(await (await people.participant.post('/room/participant', one)).json()).toEqual({
        revision: 1,
        mark: one.mark,
      })
    expect((await viewOf<LeaderView>('facilitator')).tallies.guess).toMatchObject({
      answered: 1,
      counts: { [category(0)]: 1 },
    })
    // An older one that comes late is answered with the newer one.
    const second = answer({ revision: 3, categories: [category(1)] })
    await people.participant.post('/room/participant', second)
    expect(await (await people.participant.post('/room/participant', answer({ revision: 2 }))).json()).toEqual({
      revision: 3,
      mark: second.mark,
    })
  })

  it('refuses an answer to what is closed, unless it was given while it was open', async () => {
    await lead(at('guess', 'ask'))
    const inTime = answer()
    await lead({ do: 'close', exercise: 'guess' })
    await expectRefusal(await people.participant.post('/room/participant', answer()), 409, 'closed')
    expect((await people.participant.post('/room/participant', inTime)).status).toBe(200)
    // Nor a line to it, nor to one that is still to come.
    for (const exercise of ['guess', 'plan'])
      await expectRefusal(
        await people.participant.post('/room/participant', { do: 'write', text: 'Late', exercise }),
        409,
        'closed',
      )
  })

  it('shows markup as text, without marks that turn its direction, and in one line', async () => {
    const text = '<img src=x onerror=alert(1)>\u202Egnirts\u0000\n\tend\uD800'
    await people.participant.post('/room/participant', { do: 'write', text })
    expect((await viewOf<LeaderView>('facilitator')).messages[0]!.text).toBe(
      '<img src=x onerror=alert(1)>gnirts end\uFFFD',
    )
    for (const nothing of ['\u202E \n', '\u200B\u200D\uFEFF', '\u2800\u3164'])
      await expectRefusal(
        await people.participant.post('/room/participant', { do: 'write', text: nothing }),
        400,
        'unreadable',
      )
  })
})

describe('one phone, or many, try to drown the room', () => {
  it('slows down a phone that sends without end', async () => {
    const statuses = new Set<number>()
    for (let times = 0; times < 60; times++)
      statuses.add((await people.participant.post('/room/participant', { do: 'vote', message: 'x', up: true })).status)
    expect(statuses).toEqual(new Set([404, 429]))
  })

  it('takes twenty lines of each person, and no more', async () => {
    for (let line = 0; line < 20; line++)
      expect((await people.participant.post('/room/participant', { do: 'write', text: `Line ${line}` })).status).toBe(
        200,
      )
    await expectRefusal(
      await people.participant.post('/room/participant', { do: 'write', text: 'One more' }),
      429,
      'tooMany',
    )
  })

  it('gives each phone six streams', async () => {
    const aborts = Array.from({ length: 6 }, () => new AbortController())
    const cookie = people.participant.cookie
    for (const { signal } of aborts)
      expect((await fetch(`${served.origin}/room/participant/events`, { headers: { cookie }, signal })).status).toBe(
        200,
      )
    await expectRefusal(await people.participant.get('/room/participant/events'), 429, 'tooMany')
    for (const abort of aborts) abort.abort()
  })
})

describe('a page elsewhere points its own name at this machine', () => {
  it.each(['evil.example', '127.0.0.1.nip.io', '192.168.1.5'])('answers nothing under the name %j', async host => {
    const { port, hostname } = new URL(served.origin)
    for (const path of ['/', '/room/me', '/join/', '/slides/']) {
      const status = await new Promise((resolve, reject) => {
        request({ port, hostname, path, headers: { host } }, response => resolve(response.resume().statusCode))
          .on('error', reject)
          .end()
      })
      expect([400, 403], path).toContain(status)
    }
  })
})

describe('the connection is lost, or a proxy stands in between', () => {
  it('goes on from the last event that was heard, and repeats nothing', async () => {
    await lead(at('guess', 'ask'))
    const [first] = await people.participant.events('participant', () => true)
    expect((first!.view as ParticipantView).current!.exercise).toBe('guess')
    // What does not concern phones is not told to them again.
    await lead({ do: 'invite', shown: true })
    const hearing = people.participant.events('participant', () => true, first!.id)
    await new Promise(resolve => setTimeout(resolve, 200))
    await lead({ do: 'close', exercise: 'guess' })
    const events = await hearing
    expect(events).toHaveLength(1)
    expect((events[0]!.view as ParticipantView).current!.open).toBe(false)
  })

  it('tells proxies to keep nothing back', async () => {
    const abort = new AbortController()
    const response = await fetch(`${served.origin}/room/participant/events`, {
      headers: { cookie: people.participant.cookie },
      signal: abort.signal,
    })
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    abort.abort()
  })

  it('is the same room after the server was started again', async () => {
    const log = memoryLog()
    const before = await serveRoom({ content, log })
    const [leader, phone] = [await before.as('facilitator'), await before.as('participant')]
    await leader.post('/room/facilitator', at('guess', 'ask'))
    await phone.post('/room/participant', answer({ seen: before.room.state.last }))
    const port = Number(new URL(before.origin).port)
    await before.close()
    const after = await serveRoom({ content, log, port })
    // The connection that was kept open is found to be closed.
    await leader.get('/room/me').catch(() => {})
    const [event] = await leader.events('facilitator', () => true)
    expect((event!.view as LeaderView).tallies.guess).toMatchObject({ answered: 1, open: true })
    expect((await phone.post('/room/participant', { do: 'write', text: 'Back again' })).status).toBe(200)
    await after.close()
  })
})

describe('the room cannot keep something', () => {
  it('acknowledges nothing, says so, and counts it when it is sent again', async () => {
    const log = memoryLog()
    const own = await serveRoom({ content, log })
    const [leader, phone] = [await own.as('facilitator'), await own.as('participant')]
    await leader.post('/room/facilitator', at('guess', 'ask'))
    await phone.post('/room/participant', { do: 'write', text: 'I am here' })
    const { append } = log
    const { LogUnavailable } = await import('../../../room/log')
    log.append = () => Promise.reject(new LogUnavailable('database or disk is full'))
    const one = answer({ seen: own.room.state.last })
    await expectRefusal(await phone.post('/room/participant', one), 503, 'notKept')
    expect(own.room.state.exercises.get('guess')!.answers.size).toBe(0)
    log.append = append
    expect((await phone.post('/room/participant', one)).status).toBe(200)
    expect(own.room.state.exercises.get('guess')!.answers.size).toBe(1)
    await own.close()
  })
})

describe('the room has ended', () => {
  it('takes nothing more but what was given before, and says so', async () => {
    await lead(at('guess', 'ask'))
    const inTime = answer()
    await lead({ do: 'end' })
    expect((await viewOf<ParticipantView>('participant')).ended).toBe(true)
    expect((await people.participant.post('/room/participant', inTime)).status).toBe(200)
    await expectRefusal(await people.participant.post('/room/participant', answer()), 409, 'closed')
    await expectRefusal(await people.participant.post('/room/participant', { do: 'write', text: 'Late' }), 410, 'ended')
    await expectRefusal(await lead({ do: 'open', exercise: 'guess' }), 410, 'ended')
    // The last slides can still be shown.
    expect((await lead(at('guess', 'results'))).status).toBe(200)
  })
})

it('has a sentence for every refusal', () => {
  expect(Object.keys(content.labels.roomRefusals).sort()).toEqual(Object.keys(REFUSALS).sort())
})
