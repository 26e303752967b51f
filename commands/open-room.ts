import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import type { Invitation } from '../components/room/wire'
import type { RoomContent } from '../model/room-content'
import { UserError } from '../model/user-error'
import { accessTo } from '../room/access'
import type { DeckBuild } from '../room/deck'
import type { Identity } from '../room/identity'
import { newIdentity } from '../room/identity'
import type { LivePages } from '../room/live-pages'
import { livePages } from '../room/live-pages'
import { LiveRoom } from '../room/live-room'
import type { RoomLog } from '../room/log'
import { LogUnavailable } from '../room/log'
import type { Mended } from '../room/log-mending'
import { mendLog } from '../room/log-mending'
import { asUnavailable, hasEnded, keepContent, lookInto, removeLog, sqliteLog } from '../room/log-sqlite'
import type { Reach } from '../room/origins'
import { baseOf } from '../room/origins'
import { SCANNED } from '../room/paths'
import { Streams } from '../room/streams'
import { deleteOldRooms, earlierRooms, isHeldElsewhere, lastWritten, markOf, roomFiles, ROOMS } from './kept-rooms'

/** A room that nothing has happened in for so long is over: the next start opens a new one. */
const STALE = 12 * 60 * 60_000

export interface OpenedRoom {
  live: LivePages
  identity: Identity
  /** Whether it was there already, from an earlier start. */
  resumed: boolean
  /** What became of its log, if that was damaged. */
  mended?: Mended
  close: () => Promise<void>
}

export interface OpenOptions {
  reach: Reach
  /** How phones reach it; without it, as the browser that asks does. */
  origin?: () => string
  /** Whether only this machine can reach it. */
  isLocal: boolean
  /** Where it is kept, or the address of a Redis; without it in a file of this project. */
  log?: RoomLog | string
  /** Opens a new one in any case. */
  fresh?: boolean
  /** Where the pages to go on with are, if they were built. @default dist/site */
  siteFolder?: string
}

/** Opens the room of a presentation: the one that an earlier start left open today, or a new one. */
export async function openRoom(
  root: string,
  build: DeckBuild,
  { reach, origin, isLocal, log, fresh = false, siteFolder = join(root, 'dist/site') }: OpenOptions,
): Promise<OpenedRoom> {
  const built = readFileSync(build.room, 'utf8')
  const content = JSON.parse(built) as RoomContent
  if (fresh && log)
    throw new UserError(
      'Expected --fresh or --log, found both.',
      'the address of --log names the room: another name at its end is another room.',
    )
  const now = Date.now()
  const own = newIdentity(now)
  const {
    log: kept,
    resumed,
    mended,
  }: LocalLog = log
    ? { log: await sharedLog(log, content.keep), resumed: false }
    : localLog(root, own.room, built, content.keep, now, fresh)
  try {
    const identity = await kept.identity(own)
    const room = await LiveRoom.open(content, kept)
    const streams = new Streams(room)
    const access = accessTo(identity, reach)
    const hasSite = existsSync(join(siteFolder, 'index.html'))
    const site = hasSite ? '../site/take-home.html' : content.address && `${content.address}take-home.html`
    const server = {
      room,
      name: identity.room,
      ...(site && { site }),
      streams,
      access,
      reach,
      // Of those in Redis each has a name, under which it is opened again.
      ...(!log && { earlier: earlierRooms(root, identity.room, content) }),
      invitation: (host: string | undefined) =>
        invitationFor(identity.code, origin?.() ?? `http://${host}`, reach, !isLocal),
    }
    return {
      live: livePages(server, identity, { isLocal, phone: build.phone, ...(hasSite && { siteFolder }) }),
      identity,
      resumed: identity.room !== own.room,
      ...(mended && { mended }),
      close: async () => {
        streams.close()
        await room.close()
      },
    }
  } catch (error) {
    // A new log without its first lines would be taken for a room at the next start.
    if (!resumed && !log) await kept.destroy(now).catch(() => {})
    await kept.close().catch(() => {})
    throw log ? asSharedError(error) : asUserError(error, resumed)
  }
}

function invitationFor(code: string, origin: string, reach: Reach, reachable: boolean): Invitation {
  const base = baseOf(reach)
  return {
    link: `${origin}${base}${SCANNED.slice(1)}${code}`,
    address: `${origin}${base}`.replace(/^https?:\/\//, '').replace(/\/$/, ''),
    code,
    reachable,
  }
}

/** Only who asks for Redis loads its client. */
async function sharedLog(log: RoomLog | string, days: number): Promise<RoomLog> {
  if (typeof log !== 'string') return log
  const { redisLog } = await import('../room/log-redis')
  return redisLog(log, days)
}

interface LocalLog {
  log: RoomLog
  resumed: boolean
  mended?: Mended | undefined
}

/**
 * The log of a room that is still open, or a new one; logs that are older than they may be are deleted first.
 * @param room what a new one is known by, in the name of its file as well
 * @param content what it is run with, as the build has it
 */
function localLog(root: string, room: string, content: string, keep: number, now: number, fresh: boolean): LocalLog {
  const folder = join(root, ROOMS)
  const newFile = join(folder, `${room}.db`)
  let recent: string[] = []
  try {
    mkdirSync(folder, { recursive: true })
    deleteOldRooms(root, keep, now)
    recent = fresh ? [] : roomFiles(folder).filter(file => now - lastWritten(file) <= STALE)
    let mended: Mended | undefined
    const open = recent.find(file => {
      // Whether it is damaged is looked at only where it is about to be opened, and no other process has it.
      if (!hold(file)) return false
      const found = mendLog(file)
      mended ??= found
      const isOpen = existsSync(file) && isOpenRoom(file, now)
      if (!isOpen) release(file)
      return isOpen
    })
    if (!open) hold(newFile)
    const file = open ?? newFile
    keepContent(file, content)
    return { log: sqliteLog(file), resumed: open !== undefined, mended }
  } catch (error) {
    // Half of a new log would be taken for a room at the next start.
    removeLog(newFile)
    throw asUserError(error, !recent.every(hasEnded))
  }
}

function isOpenRoom(file: string, now: number): boolean {
  const { last, ended } = lookInto(file)
  return !ended && now - last < STALE
}

/**
 * Marks a room as this process's, for as long as it runs: two presentations side by side have a room each.
 * @returns whether it is; not if another process has it
 */
function hold(file: string): boolean {
  const mark = markOf(file)
  if (!isHeldElsewhere(file)) rmSync(mark, { force: true })
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' })
  } catch (error) {
    // Where nothing can be written, no new room would do better.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    rmSync(mark, { force: true })
    throw error
  }
  if (!held.size) process.once('exit', () => held.forEach(release))
  held.add(file)
  return true
}

const held = new Set<string>()
const release = (file: string) => rmSync(markOf(file), { force: true })

const REMEDIES: Record<LogUnavailable['fault'], string> = {
  full: 'free some space on the disk, and start again',
  rights: `let this user write into ${ROOMS}, and start again`,
  file: `move the files in ${ROOMS} away, and start again`,
}

function asSharedError(error: unknown): unknown {
  if (!(error instanceof LogUnavailable)) return error
  return new UserError(
    `The room's log cannot be opened: ${error.message}`,
    'look after the Redis that --log names, or leave --log out: the room is then kept in a file.',
  )
}

/** @param goesOn whether an earlier start left a room that is open */
function asUserError(error: unknown, goesOn: boolean): unknown {
  const isOfSystem = (error as NodeJS.ErrnoException).syscall !== undefined
  if (!isOfSystem && !(error instanceof LogUnavailable)) return error
  const { message, fault } = asUnavailable(error)
  const then = goesOn && fault !== 'file' ? ': the room goes on with all that was answered.' : '.'
  return new UserError(`The room's log cannot be opened: ${message}`, `${REMEDIES[fault]}${then}`)
}
