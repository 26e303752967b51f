import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'

import { deleteOldRooms, ROOMS } from '../../../commands/kept-rooms'
import { openRoom } from '../../../commands/open-room'
import type { EarlierRoom } from '../../../components/room/wire'
import type { RoomContent } from '../../../model/room-content'
import type { DeckBuild } from '../../../room/deck'
import { deckApp } from '../../../room/deck'
import { report } from '../../../room/export'
import { LiveRoom } from '../../../room/live-room'
import type { RoomLog } from '../../../room/log'
import { LogUnavailable } from '../../../room/log'
import { memoryLog } from '../../../room/log-memory'
import { removeLog, sqliteLog } from '../../../room/log-sqlite'
import { listen } from '../../../room/server'
import { sampleContent, slideOf, Visitor } from '../../fixtures/room'

let root: string
let build: DeckBuild
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'workshop-open-room-test-'))
  const room = join(root, 'room.json')
  writeFileSync(room, JSON.stringify(await sampleContent()))
  build = { folder: root, notes: join(root, 'notes.json'), room, phone: root }
  for (const page of ['index.html', 'exercises.html', 'desk.html'])
    writeFileSync(join(root, page), '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const open = (fresh = false) => openRoom(root, build, { reach: { hosts: [] }, isLocal: true, fresh })
const files = (end: string) => readdirSync(join(root, ROOMS)).filter(name => name.endsWith(end))

/** Linux can start a program that may write no file larger than this. */
const limited = (pages: number, ...command: string[]) =>
  spawnSync('prlimit', [`--fsize=${pages * 4096}`, ...command], { encoding: 'utf8' })
const hasLimits = limited(2, 'true').status === 0
const OPENING = ['--import', 'tsx', resolve(import.meta.dirname, '../../fixtures/open-room.ts')]

describe('a start', () => {
  it('goes on with the room of an earlier one, unless it is told to open a new one', async () => {
    const first = await open()
    await first.live.room.lead('facilitator', { do: 'invite', shown: true })
    await first.close()
    releaseAll()
    // Its file bears the name that browsers know the room by.
    expect(files('.db')).toEqual([`${first.identity.room}.db`])
    const second = await open()
    expect(second).toMatchObject({ resumed: true, identity: first.identity })
    expect(second.mended).toBeUndefined()
    await second.close()
    releaseAll()
    const fresh = await open(true)
    expect(fresh.resumed).toBe(false)
    expect(fresh.identity.code).not.toBe(first.identity.code)
    await fresh.close()
    for (const name of files('.db')) rmSync(join(root, ROOMS, name))
    releaseAll()
  })

  it('says what was lost of a damaged log, and goes on with the rest of the room', async () => {
    const before = await open()
    for (let move = 1; move <= 200; move++)
      await before.live.room.lead('facilitator', { do: 'move', page: move, clicks: 0, total: 0 })
    await before.close()
    releaseAll()
    const file = join(root, ROOMS, files('.db')[0]!)
    truncateSync(file, statSync(file).size - 6000)
    const after = await open()
    expect(after).toMatchObject({ resumed: true, identity: before.identity })
    expect(after.mended!.kept).toBeGreaterThan(50)
    expect(after.mended!.lost).toBeGreaterThan(0)
    expect(after.mended!.kept + after.mended!.lost!).toBe(before.live.room.state.last)
    expect(after.live.room.state.last).toBe(after.mended!.kept)
    expect(existsSync(after.mended!.damaged)).toBe(true)
    // What somebody wants deleted is deleted with what it was before.
    await after.live.room.lead('facilitator', { do: 'delete' })
    expect(files('.db')).toEqual([])
    expect(files('.damaged')).toEqual([])
    await after.close()
    releaseAll()
  })

  it('opens a new room where the file of an earlier one holds none', async () => {
    mkdirSync(join(root, ROOMS), { recursive: true })
    const file = join(root, ROOMS, '2031-04-09-0badc0de.db')
    writeFileSync(file, 'This was never a room. '.repeat(500))
    const opened = await open()
    expect(opened.resumed).toBe(false)
    expect(opened.mended).toMatchObject({ kept: 0, damaged: `${file}.damaged` })
    await opened.close()
    releaseAll()
    // It is deleted like any other room, days after it was last written to.
    deleteOldRooms(root, 7, Date.now())
    expect(existsSync(`${file}.damaged`)).toBe(true)
    utimesSync(`${file}.damaged`, 0, 0)
    deleteOldRooms(root, 7, Date.now())
    expect(existsSync(`${file}.damaged`)).toBe(false)
  })
})

it('deletes a room once nothing has happened in it for the days that it is kept, and none before', async () => {
  const now = Date.now()
  const [old, younger] = [8, 6].map(days => ({ file: join(root, ROOMS, `${days}.db`), at: now - days * 86_400_000 }))
  for (const { file, at } of [old!, younger!]) {
    const log = sqliteLog(file)
    await log.append([{ type: 'began' }], at)
    await log.close()
  }
  deleteOldRooms(root, 7, now)
  expect(files('').filter(name => name.startsWith('8.'))).toEqual([])
  expect(existsSync(younger!.file)).toBe(true)
  removeLog(younger!.file)
})

describe('what earlier rooms gathered', () => {
  const DAY = 24 * 60 * 60_000
  let closeAll: (() => Promise<void>)[] = []
  beforeEach(() => rmSync(join(root, ROOMS), { recursive: true, force: true }))
  afterEach(async () => {
    for (const close of closeAll.reverse()) await close()
    closeAll = []
    vi.useRealTimers()
    releaseAll()
  })

  /** A start of the kit, as browsers reach it. */
  async function started(fresh = false) {
    const opened = await open(fresh)
    const { identity, live } = opened
    const served = await listen(deckApp(build, identity.secrets.facilitator, live), 0)
    const stop = async () => {
      await served.close()
      await opened.close()
      releaseAll()
    }
    closeAll.push(stop)
    const leader = new Visitor(`http://127.0.0.1:${served.port}`)
    await leader.get(`/presenter?key=${identity.secrets.facilitator}`)
    const list = async () =>
      ((await (await leader.get('/room/facilitator/earlier')).json()) as { rooms?: EarlierRoom[] }).rooms
    const csv = (room: string) => leader.get(`/room/facilitator/earlier/${room}/room.csv`)
    return { ...opened, room: live.room, name: identity.room, origin: served.port, leader, list, csv, stop }
  }

  /** A workshop of one answer, that has ended. */
  async function workshopOver() {
    const before = await started(true)
    const { room } = before
    const { content } = room
    await room.lead('facilitator', { do: 'move', page: slideOf(content, 'guess', 'ask'), clicks: 0, total: 0 })
    const { exercise, kind } = room.exercises.get('guess')!
    const categories = [kind.categories(exercise)[0]!]
    const sent = { do: 'answer', exercise: 'guess', round: 1, revision: 1, mark: 'm', done: true, categories } as const
    await room.take('ada', { ...sent, seen: room.state.last })
    await room.lead('facilitator', { do: 'end' })
    const csv = await (await before.leader.get('/room/facilitator/room.csv')).text()
    await before.stop()
    return { ...before, csv }
  }

  it('can be had from the controls of a later start, as it was, whatever the content says by then', async () => {
    const before = await workshopOver()
    const built = readFileSync(build.room, 'utf8')
    const content = JSON.parse(built) as RoomContent
    const changed = { ...content, slides: [], activities: [], exercises: {} }
    writeFileSync(build.room, JSON.stringify(changed))
    onTestFinished(() => writeFileSync(build.room, built))
    const { name, list, csv, leader } = await started()
    expect(name).not.toBe(before.name)
    expect(await list()).toEqual([{ room: before.name, began: before.room.state.began, people: 1 }])
    const saved = await csv(before.name)
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename="room.csv"')
    expect(await saved.text()).toBe(before.csv)
    expect(before.csv).toMatch(/^answered,.*,1,$/m)
    const json = await leader.get(`/room/facilitator/earlier/${before.name}/room.json`)
    expect(await json.json()).toMatchObject({ people: 1, exercises: [{ id: 'guess', answered: 1 }] })
  })

  it('is had and deleted by nobody without the facilitator’s secret', async () => {
    const before = await workshopOver()
    const { identity, list, origin, leader } = await started()
    const { secrets, code } = identity
    for (const [role, link] of [
      ['nobody', '/'],
      ['participant', `/j/${code}`],
      ['projector', `/projector?key=${secrets.projector}`],
      ['cofacilitator', `/second?key=${secrets.cofacilitator}`],
      ['the facilitator of that room', `/presenter?key=${before.identity.secrets.facilitator}`],
    ] as const) {
      const other = new Visitor(`http://127.0.0.1:${origin}`)
      await other.get(link)
      const earlier = '/room/facilitator/earlier'
      for (const path of [earlier, `${earlier}/${before.name}/room.csv`, `${earlier}/${before.name}/room.json`])
        expect((await other.get(path)).status, `${role}: ${path}`).toBe(401)
      expect((await other.post(earlier, { do: 'delete', room: before.name })).status, role).toBe(401)
      expect((await other.get(`/room/cofacilitator/earlier/${before.name}/room.csv`)).status, role).not.toBe(200)
    }
    const foreign = { origin: 'http://elsewhere.test' }
    expect((await leader.post('/room/facilitator/earlier', { do: 'delete', room: before.name }, foreign)).status).toBe(
      403,
    )
    expect(await list()).toHaveLength(1)
  })

  it('is gone once it is deleted, or as old as it may become, also while a later start runs', async () => {
    const [old, other] = [await workshopOver(), await workshopOver()]
    const { list, csv, leader } = await started()
    expect((await list())!.map(({ room }) => room).sort()).toEqual([old.name, other.name].sort())
    await leader.post('/room/facilitator/earlier', { do: 'delete', room: old.name })
    expect((await list())!.map(({ room }) => room)).toEqual([other.name])
    expect(files('').filter(name => name.startsWith(old.name))).toEqual([])
    expect((await csv(old.name)).status).toBe(404)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7.1 * DAY })
    expect((await csv(other.name)).status).toBe(404)
    expect(files('').filter(name => name.startsWith(other.name))).toEqual([])
    expect(await list()).toEqual([])
  })

  it('is neither what another process presents with, nor this start’s own, nor any other file', async () => {
    const before = await workshopOver()
    writeFileSync(join(root, ROOMS, `${before.name}.db.held`), String(process.ppid))
    const { name, list, csv, leader } = await started()
    await leader.get('/room/facilitator/events').then(response => response.body?.cancel())
    for (const room of [before.name, name, '../room', '..%2Froom', 'elsewhere'])
      expect((await csv(room)).status, room).toBe(404)
    for (const room of [before.name, name, '../../room'])
      await leader.post('/room/facilitator/earlier', { do: 'delete', room })
    expect(files('.db').sort()).toEqual([`${before.name}.db`, `${name}.db`].sort())
    expect(await list()).toEqual([])
  })

  it('is not the room of a start that nobody used', async () => {
    await (await started(true)).stop()
    expect(await (await started(true)).list()).toEqual([])
  })

  it('is what there was before the damage, where its file was damaged since', async () => {
    const before = await workshopOver()
    // What is no room at all, or no file, keeps nobody from the others.
    writeFileSync(join(root, ROOMS, '2031-04-09-0badc0de.db'), 'This was never a room. '.repeat(500))
    utimesSync(join(root, ROOMS, '2031-04-09-0badc0de.db'), new Date(), new Date(Date.now() - DAY))
    mkdirSync(join(root, ROOMS, '2031-04-09-0000dead.db'))
    const file = join(root, ROOMS, `${before.name}.db`)
    truncateSync(file, statSync(file).size - 100)
    const { list, csv } = await started()
    expect(await list()).toMatchObject([{ room: before.name }])
    expect((await csv(before.name)).status).toBe(200)
  })
})

it('leaves the deck to its presenter when all was deleted, and keeps nothing of that', async () => {
  const { live, close } = await open(true)
  const before = files('.db')
  const { room } = live
  const move = (page: number) => room.lead('facilitator', { do: 'move', page, clicks: 0, total: 0 })
  await move(3)
  await room.lead('facilitator', { do: 'delete' })
  await move(4)
  expect(room.view('projector').place!.page).toBe(4)
  // Once more it is nothing to be deleted.
  await room.lead('facilitator', { do: 'delete' })
  expect(room.view('projector').place!.page).toBe(4)
  expect(files('.db')).toHaveLength(before.length - 1)
  await close()
  releaseAll()
})

it('counts no minute for a deck that is opened again after the end, to have what was gathered', async () => {
  let now = 0
  const room = await LiveRoom.open(await sampleContent(), memoryLog(), () => now)
  await room.lead('facilitator', { do: 'move', page: 3, clicks: 0, total: 0 })
  now = 5 * 60_000
  await room.lead('facilitator', { do: 'end' })
  const before = report(room)
  now = 24 * 60 * 60_000
  await room.lead('facilitator', { do: 'move', page: 1, clicks: 0, total: 0 })
  expect(report(room)).toEqual(before)
})

describe('a start with a log that servers share', () => {
  const openShared = (log: RoomLog, fresh = false) =>
    openRoom(root, build, { reach: { hosts: [] }, isLocal: true, log, fresh })

  it('goes on with the room that is there, and has no new one under its name', async () => {
    const log = memoryLog()
    const first = await openShared(log)
    expect(first.resumed).toBe(false)
    expect(await openShared(log)).toMatchObject({ resumed: true, identity: first.identity })
    await expect(openShared(log, true)).rejects.toThrow('Expected --fresh or --log, found both.')
  })

  it('counts nobody as here who does not come back to any server', async () => {
    const log = memoryLog()
    const before = await openShared(log)
    await before.live.room.presence('ada', true)
    await before.close()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { live } = await openShared(log)
    expect(live.room.state.here.size).toBe(1)
    await vi.advanceTimersByTimeAsync(61_000)
    vi.useRealTimers()
    expect(live.room.state.here.size).toBe(0)
  })

  it('speaks of that log where it cannot be had, and not of files', async () => {
    const log = { ...memoryLog(), identity: () => Promise.reject(new LogUnavailable('Redis does not answer.')) }
    await expect(openShared(log)).rejects.toMatchObject({
      message: "The room's log cannot be opened: Redis does not answer.",
      hint: expect.stringMatching(/^look after the Redis/) as string,
    })
  })
})

describe.skipIf(!hasLimits)('a start on a full disk', () => {
  let other: string
  beforeEach(() => {
    other = join(root, 'other')
    mkdirSync(join(other, ROOMS), { recursive: true })
  })
  afterEach(() => rmSync(other, { recursive: true }))
  const remedy = (pages = 2) => limited(pages, process.execPath, ...OPENING, other, build.room).stdout

  // Nothing can be written at all; the log cannot be made; it cannot get its first lines.
  it.each([0, 2, 8])(
    'speaks of no room while there was none, however often it is tried, with room for %d pages',
    pages => {
      for (let time = 1; time <= 2; time++)
        expect(remedy(pages), `start ${time}`).toBe('free some space on the disk, and start again.')
      expect(readdirSync(join(other, ROOMS))).toEqual([])
    },
  )

  // What was done last is in SQLite's journal alone, as after a server that was stopped, or in the file.
  it.each([
    ['open, says that it goes on', 'invite', 'stopped', ': the room goes on with all that was answered.'],
    ['open, says that it goes on', 'invite', 'closed', ': the room goes on with all that was answered.'],
    ['ended, speaks of no room', 'end', 'stopped', '.'],
    ['ended, speaks of no room', 'end', 'closed', '.'],
  ] as const)('after a room that is %s (%s, %s)', async (_, last, how, then) => {
    const first = await open(true)
    const copy = () => {
      // Without what SQLite keeps beside it for this process: to open it again, that has to be written.
      for (const name of files('.db'))
        for (const each of [name, `${name}-wal`])
          if (existsSync(join(root, ROOMS, each))) copyFileSync(join(root, ROOMS, each), join(other, ROOMS, each))
    }
    await first.live.room.lead('facilitator', last === 'end' ? { do: 'end' } : { do: 'invite', shown: true })
    if (how === 'stopped') copy()
    await first.close()
    if (how === 'closed') copy()
    releaseAll()
    for (const name of files('.db')) rmSync(join(root, ROOMS, name))
    expect(remedy()).toBe(`free some space on the disk, and start again${then}`)
  })
})

/** As if the process that had them had ended. */
function releaseAll() {
  for (const name of files('.held')) rmSync(join(root, ROOMS, name))
}
