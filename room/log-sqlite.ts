import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs'

import Database from 'libsql'

import type { Logged, RoomEvent } from './events'
import type { Identity } from './identity'
import type { RoomLog } from './log'
import { LogUnavailable } from './log'

interface Waiting {
  events: readonly RoomEvent[]
  at: number
  resolve: () => void
  reject: (error: Error) => void
}

/** So large a room's file may grow, in bytes: three thousand people fill a twentieth of it in a day. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * Keeps a room in one file of SQLite. Appends that come together are written in one transaction, because each
 * transaction waits for the disk.
 * @param file is made if there is none, and may be read by its owner alone
 * @param mostBytes from this size on it is as if the disk were full
 * @throws LogUnavailable when the file cannot be opened, or is no sound database
 */
export function sqliteLog(file: string, mostBytes = MOST_BYTES): RoomLog {
  const database = openDatabase(file)
  const { page_size: pageSize } = database.prepare('PRAGMA page_size').get() as { page_size: number }
  database.exec(`PRAGMA max_page_count = ${Math.floor(mostBytes / pageSize)}`)
  const insert = database.prepare('INSERT INTO events (at, event) VALUES (?, ?)')
  const select = database.prepare('SELECT id, at, event FROM events WHERE id > ? ORDER BY id')
  const listeners = new Set<() => void>()
  let waiting: Waiting[] = []

  function flush() {
    const batch = waiting
    waiting = []
    if (!database.open) return batch.forEach(({ reject }) => reject(new LogUnavailable('The log is closed.')))
    try {
      database.exec('BEGIN IMMEDIATE')
      for (const { events, at } of batch) for (const event of events) insert.run(at, JSON.stringify(event))
      database.exec('COMMIT')
    } catch (error) {
      if (database.inTransaction) rollBack(database)
      return batch.forEach(({ reject }) => reject(asUnavailable(error)))
    }
    for (const { resolve } of batch) resolve()
    for (const listener of listeners) listener()
  }

  return {
    append: (events, at) =>
      new Promise((resolve, reject) => {
        if (waiting.push({ events, at, resolve, reject }) === 1) setImmediate(flush)
      }),
    read: async after => (select.all(after) as Row[]).map(readRow),
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    identity: async fresh => {
      try {
        database.prepare("INSERT OR IGNORE INTO room (name, value) VALUES ('identity', ?)").run(JSON.stringify(fresh))
        return identityIn(database)!
      } catch (error) {
        throw asUnavailable(error)
      }
    },
    close: async () => {
      listeners.clear()
      if (!database.open) return
      // All of it in one file, which can be copied.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      database.close()
    },
    destroy: async () => {
      listeners.clear()
      if (database.open) database.close()
      removeLog(file)
    },
  }
}

/**
 * What is known of a room without opening it for writing: who it is, and when something last happened in it.
 * @throws LogUnavailable when it is damaged
 */
export function lookInto(file: string): { identity?: Identity; last: number; ended: boolean } {
  const database = openDatabase(file)
  try {
    const row = database.prepare('SELECT max(at) AS last FROM events').get() as { last: number | null }
    const ended = database.prepare('SELECT count(*) AS n FROM events WHERE event = ?').get(ENDED) as { n: number }
    return { identity: identityIn(database), last: row.last ?? 0, ended: ended.n > 0 }
  } catch (error) {
    throw asUnavailable(error)
  } finally {
    database.close()
  }
}

/**
 * Keeps with a room the content that it is run with, so that its counts and minutes can be worked out later too, when
 * slides, minutes and exercises have been changed.
 * @throws LogUnavailable
 */
export function keepContent(file: string, content: string) {
  const database = openDatabase(file)
  try {
    database.prepare("INSERT OR REPLACE INTO room (name, value) VALUES ('content', ?)").run(content)
  } catch (error) {
    throw asUnavailable(error)
  } finally {
    database.close()
  }
}

/**
 * All that a room's file holds, for a room that is over.
 * @throws LogUnavailable
 */
export function readLog(file: string): { content?: string; events: Logged[] } {
  const database = openDatabase(file)
  try {
    const content = valueIn(database, 'content')
    const rows = database.prepare('SELECT id, at, event FROM events ORDER BY id').all() as Row[]
    return { ...(content !== undefined && { content }), events: rows.map(readRow) }
  } catch (error) {
    throw asUnavailable(error)
  } finally {
    database.close()
  }
}

/** How that event is kept, and nothing else: in what people write, quotation marks are escaped. */
const ENDED = JSON.stringify({ type: 'ended' } satisfies RoomEvent)

/** Whether a room has ended, for a full disk: SQLite writes to what it opens, so that the bytes are looked at. */
export function hasEnded(file: string): boolean {
  try {
    return logFiles(file).some(each => existsSync(each) && readFileSync(each).includes(ENDED))
  } catch {
    // A file that cannot be read here belongs to another user: for the message, its room goes on.
    return false
  }
}

/**
 * What is said where the disk is full: by SQLite (of its shared memory, and of a limit of the system, in words of its
 * own), and by the system.
 */
const FULL = /^(?:SQLITE_(?:FULL|IOERR_(?:WRITE|SHMSIZE|SHMMAP|TRUNCATE|FSYNC))|ENOSPC|EDQUOT|EFBIG)/
const NO_RIGHTS = /^(?:SQLITE_(?:READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS)/

/** Why a log cannot be had: only where the disk and the rights to it are not at fault may its file be damaged. */
export function asUnavailable(error: unknown): LogUnavailable {
  if (error instanceof LogUnavailable) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  return new LogUnavailable(message, FULL.test(code) ? 'full' : NO_RIGHTS.test(code) ? 'rights' : 'file')
}

/** Removes a room's file, what SQLite keeps beside it, and what was there before it was mended. */
export function removeLog(file: string) {
  for (const each of [...logFiles(file), ...logFiles(damagedFile(file))]) rmSync(each, { force: true })
}

/** Where a room's file is moved when it is damaged. */
export const damagedFile = (file: string) => `${file}.damaged`

/** A room's file and what SQLite keeps beside it. */
export const logFiles = (file: string) => ['', '-wal', '-shm'].map(end => `${file}${end}`)

/** @throws LogUnavailable */
export function openDatabase(file: string): InstanceType<typeof Database> {
  try {
    const database = new Database(file)
    chmodSync(file, 0o600)
    database.exec('PRAGMA journal_mode = WAL')
    // With less, a commit would survive the end of the process, but not that of the power.
    database.exec('PRAGMA synchronous = FULL')
    // What is deleted is overwritten.
    database.exec('PRAGMA secure_delete = ON')
    database.exec('CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER, event TEXT)')
    database.exec('CREATE TABLE IF NOT EXISTS room (name TEXT PRIMARY KEY, value TEXT)')
    return database
  } catch (error) {
    throw asUnavailable(error)
  }
}

function rollBack(database: InstanceType<typeof Database>) {
  try {
    database.exec('ROLLBACK')
  } catch {
    // SQLite has done it by itself, as it does when the disk is full.
  }
}

function identityIn(database: InstanceType<typeof Database>): Identity | undefined {
  const kept = valueIn(database, 'identity')
  return kept === undefined ? undefined : (JSON.parse(kept) as Identity)
}

function valueIn(database: InstanceType<typeof Database>, name: string): string | undefined {
  const row = database.prepare('SELECT value FROM room WHERE name = ?').get(name) as { value: string } | undefined
  return row?.value
}

interface Row {
  id: number
  at: number
  event: string
}

const readRow = ({ id, at, event }: Row): Logged => ({
  ...(JSON.parse(event) as RoomEvent),
  id,
  at,
})
