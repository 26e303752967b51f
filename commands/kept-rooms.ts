import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

import { isOtherProcess } from '../building/other-process'
import type { EarlierRoom } from '../components/room/wire'
import type { RoomContent } from '../model/room-content'
import type { EarlierRooms } from '../room/api'
import { countedExercises } from '../room/load-kinds'
import { LogUnavailable } from '../room/log'
import { mendLog } from '../room/log-mending'
import { damagedFile, lookInto, readLog, removeLog } from '../room/log-sqlite'
import { fold } from '../room/state'

/** Where the logs of rooms lie, a file each. */
export const ROOMS = 'dist/rooms'
const DAY = 24 * 60 * 60_000

/** The files of rooms, the newest first. */
export const roomFiles = (folder: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith('.db'))
    .sort()
    .reverse()
    .map(name => join(folder, name))

/** What marks a room as that of a running process. */
export const markOf = (file: string) => `${file}.held`

/** Whether another process presents with a room. */
export const isHeldElsewhere = (file: string) =>
  existsSync(markOf(file)) && isOtherProcess(Number(readFileSync(markOf(file), 'utf8')))

/** When a room's file was last written to, in milliseconds since 1970; SQLite writes to its journal first. */
export const lastWritten = (file: string) =>
  Math.max(...[file, `${file}-wal`].filter(each => existsSync(each)).map(each => statSync(each).mtimeMs), 0)

/** Deletes the rooms in which nothing has happened for the days that they are kept, damaged ones as well. */
export function deleteOldRooms(root: string, keep: number, now: number) {
  const folder = join(root, ROOMS)
  if (!existsSync(folder)) return
  const damaged = readdirSync(folder)
    .filter(name => name.endsWith(damagedFile('.db')))
    .map(name => join(folder, name))
  for (const file of [...roomFiles(folder), ...damaged]) if (now - lastEventIn(file) > keep * DAY) removeLog(file)
}

/** When something last happened in a room; of one that cannot be read, when it was last written to. */
function lastEventIn(file: string): number {
  try {
    if (file.endsWith('.db')) return lookInto(file).last
  } catch (error) {
    if (!(error instanceof LogUnavailable)) throw error
  }
  return lastWritten(file)
}

/**
 * The rooms of earlier starts that are kept still. No later start opens a room that has ended; the controls of its room
 * give out what the ended one gathered.
 * @param room what this start's own is known by
 * @param content for rooms of a time when they did not keep theirs
 */
export function earlierRooms(root: string, room: string, content: RoomContent): EarlierRooms {
  const folder = join(root, ROOMS)

  /** Looked for anew each time: whatever is asked for, it is one of these files, and none that has grown too old. */
  function files(): Map<string, string> {
    deleteOldRooms(root, content.keep, Date.now())
    const others = existsSync(folder) ? roomFiles(folder).filter(file => !isHeldElsewhere(file)) : []
    return new Map(others.map(file => [basename(file, '.db'), file] as const).filter(([name]) => name !== room))
  }

  /** Nothing where its file holds no room, or cannot be had: for the others that is no hindrance. */
  function read(file: string) {
    try {
      mendLog(file)
      return existsSync(file) ? readLog(file) : undefined
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error
      return undefined
    }
  }

  return {
    async list() {
      const found: EarlierRoom[] = []
      for (const [name, file] of files()) {
        const { began, visits, everyone } = fold(read(file)?.events ?? [])
        // Every start opens a room: one that saw neither a slide nor a phone has nothing to be saved.
        if (began !== undefined && (visits.length || everyone.size))
          found.push({ room: name, began, people: everyone.size })
      }
      return found
    },
    async open(name) {
      const file = files().get(name)
      const kept = file === undefined ? undefined : read(file)
      if (!kept) return undefined
      const its = kept.content === undefined ? content : (JSON.parse(kept.content) as RoomContent)
      return { state: fold(kept.events), content: its, exercises: await countedExercises(its) }
    },
    delete(name) {
      const file = files().get(name)
      if (file !== undefined) removeLog(file)
    },
  }
}
