import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'

import Database from 'libsql'

import type { RoomEvent } from './events'
import { asUnavailable, damagedFile, logFiles, openDatabase } from './log-sqlite'

/** What became of a damaged log. */
export interface Mended {
  /** The file that the damaged one is now: nothing is deleted. */
  damaged: string
  /** How many events could be read from its beginning on, and go on. */
  kept: number
  /** How many could not, as far as the log still says how many there were. */
  lost?: number
  /** When the last event that is kept happened, in milliseconds since 1970. */
  last?: number
}

/**
 * Makes a damaged log one that can be opened, in the place of the file: all events before the damage. A power cut, a
 * full stick or a copy that was broken off damage a file at its end. Where not even the room's identity can be read,
 * the file is moved away, and there is no log in its place.
 * @returns nothing when the log is sound
 * @throws LogUnavailable when the file cannot be read or written at all
 */
export function mendLog(file: string): Mended | undefined {
  const framesWritten = walFrames(`${file}-wal`)
  const { isSound, framesRead } = examine(file)
  const damaged = damagedFile(file)
  if (isSound && framesRead >= framesWritten) return undefined
  const { identity, rows, last } = readWhatCanBe(file)
  move(file, damaged)
  try {
    // What SQLite could not read of its own journal, it has passed over by itself: the rest is sound as it stands.
    if (isSound) copyBack(damaged, file)
    else if (identity !== undefined) writeCopy(file, identity, rows)
  } catch (error) {
    // Half of a copy, as on a full disk, would take the room's place at the next start.
    move(damaged, file)
    throw asUnavailable(error)
  }
  const kept = isSound || identity !== undefined ? rows.length : 0
  const lost = !isSound && last !== undefined ? Math.max(0, last - kept) : undefined
  return { damaged, kept, ...(lost !== undefined && { lost }), last: kept ? rows.at(-1)?.at : undefined }
}

/** Moves a log with what SQLite keeps beside it; of what lay there nothing stays. */
function move(from: string, to: string) {
  const targets = logFiles(to)
  for (const [index, each] of logFiles(from).entries()) {
    rmSync(targets[index]!, { force: true })
    if (existsSync(each)) renameSync(each, targets[index]!)
  }
}

function copyBack(from: string, file: string) {
  const [database, journal] = logFiles(from)
  copyFileSync(database!, file)
  if (existsSync(journal!)) copyFileSync(journal!, `${file}-wal`)
  const copy = openDatabase(file)
  copy.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  copy.close()
}

/**
 * How many pages were written to SQLite's journal since it was last begun: a header of 32 bytes, then a page behind 24
 * bytes each, all with the same salt (https://www.sqlite.org/fileformat2.html#walformat).
 */
function walFrames(journal: string): number {
  if (!existsSync(journal)) return 0
  const bytes = readFileSync(journal)
  if (bytes.length < 32) return 0
  const size = 24 + bytes.readUInt32BE(8)
  const salt = bytes.subarray(16, 24)
  let frames = 0
  for (let at = 32; bytes.subarray(at + 8, at + 16).equals(salt); at += size) frames++
  return frames
}

interface Row {
  id: number
  at: number
  event: string
}

function examine(file: string): { isSound: boolean; framesRead: number } {
  try {
    const database = openDatabase(file)
    try {
      const { log } = database.prepare('PRAGMA wal_checkpoint(PASSIVE)').get() as { log: number }
      const { quick_check: found } = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string }
      const rows = database.prepare('SELECT id, at, event FROM events ORDER BY id').all() as Row[]
      // Of what is longer than a page, that check does not look at the rest.
      database.prepare('SELECT value FROM room').all()
      return { isSound: found === 'ok' && rows.every(isEvent), framesRead: log }
    } finally {
      database.close()
    }
  } catch (error) {
    const unavailable = asUnavailable(error)
    if (unavailable.fault !== 'file') throw unavailable
    return { isSound: false, framesRead: 0 }
  }
}

const isEvent = ({ event }: Row) => {
  try {
    return typeof (JSON.parse(event) as RoomEvent).type === 'string'
  } catch {
    return false
  }
}

/** Everything up to the first event that cannot be read; what comes later may rest upon what is missing. */
function readWhatCanBe(file: string): { identity?: string; rows: Row[]; last?: number } {
  const rows: Row[] = []
  let database: InstanceType<typeof Database> | undefined
  const ask = <T>(question: string, ...values: unknown[]) => {
    try {
      return database?.prepare(question).get(...values) as T | undefined
    } catch {
      return undefined
    }
  }
  try {
    database = new Database(file, { readonly: true } as never)
    // Else SQLite reads nothing of a file that is shorter than it says it is.
    database.exec('PRAGMA writable_schema = ON')
  } catch {
    return { rows }
  }
  const identity = ask<{ value: string }>("SELECT value FROM room WHERE name = 'identity'")?.value
  const last = ask<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'events'")?.seq
  for (let after = 0; ;) {
    const row = ask<Row>('SELECT id, at, event FROM events WHERE id > ? ORDER BY id LIMIT 1', after)
    if (!row || !isEvent(row)) break
    rows.push(row)
    after = row.id
  }
  database.close()
  return { ...(identity !== undefined && { identity }), rows, ...(last !== undefined && { last }) }
}

function writeCopy(file: string, identity: string, rows: readonly Row[]) {
  const database = openDatabase(file)
  try {
    database.exec('BEGIN')
    database.prepare("INSERT OR REPLACE INTO room (name, value) VALUES ('identity', ?)").run(identity)
    const insert = database.prepare('INSERT INTO events (id, at, event) VALUES (?, ?, ?)')
    for (const { id, at, event } of rows) insert.run(id, at, event)
    database.exec('COMMIT')
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}
