import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { removeWhole } from '../building/draft'
import { isOtherProcess } from '../building/other-process'
import type { DeckBuild } from '../room/deck'

/** Where finished builds lie, each in a folder named by the hash of its inputs. */
export const HOME = 'dist/decks'
/** The hashes of the builds that were made or presented, one a line, the last first. */
const USED = 'last-used'
const BUILD = /^[0-9a-f]{16}$/
/** Beside a build while a process presents it: `<hash>.presented-by-<process>`. */
const PRESENTED = /^([0-9a-f]{16})\.presented-by-(\d+)$/

export function filesOf(root: string, hash: string): DeckBuild {
  const build = join(root, HOME, hash)
  return {
    folder: join(build, 'deck'),
    notes: join(build, 'notes.json'),
    room: join(build, 'room.json'),
    phone: join(build, 'phone'),
  }
}

export function isBuilt(root: string, hash: string): boolean {
  return existsSync(join(root, HOME, hash))
}

/** The build that was made or presented last, whatever it was built from. */
export function lastUsed(root: string): string | undefined {
  return buildsIn(root)[0]
}

/** Every finished build, the last used first. */
function buildsIn(root: string): string[] {
  const used = usedIn(root)
  const age = (hash: string) => statSync(join(root, HOME, hash)).mtimeMs
  const there = namesIn(root).filter(name => BUILD.test(name))
  // Of what was never noted, as in a folder that was copied here, all that is known is when it was written.
  const others = there.filter(hash => !used.includes(hash)).sort((a, b) => age(b) - age(a))
  return [...used.filter(hash => there.includes(hash)), ...others]
}

/** Notes that a build was made or is presented, for `--earlier`. */
export function noteUse(root: string, hash: string) {
  const lines = [hash, ...usedIn(root).filter(each => each !== hash)].slice(0, 20)
  const file = join(root, HOME, USED)
  // Renamed into place: another process reads the one list or the other.
  writeFileSync(`${file}.${process.pid}`, `${lines.join('\n')}\n`)
  renameSync(`${file}.${process.pid}`, file)
}

/** Keeps other processes from removing a build, for as long as this one runs. */
export function keepWhilePresenting(root: string, hash: string) {
  const file = join(root, HOME, `${hash}.presented-by-${process.pid}`)
  writeFileSync(file, '')
  process.once('exit', () => rmSync(file, { force: true }))
}

/** Removes every build but this one, the last used before it, and those that are being presented. */
export function removeOldBuilds(root: string, hash: string) {
  const keep = new Set([
    hash,
    ...buildsIn(root)
      .filter(each => each !== hash)
      .slice(0, 1),
  ])
  const marks = namesIn(root).flatMap(name => {
    const [, build, owner] = PRESENTED.exec(name) ?? []
    return build ? [{ name, build, isHeld: isOtherProcess(Number(owner)) }] : []
  })
  for (const { build, isHeld } of marks) if (isHeld) keep.add(build)
  const removed = [
    ...buildsIn(root).filter(each => !keep.has(each)),
    ...marks.filter(({ isHeld }) => !isHeld).map(({ name }) => name),
  ]
  for (const name of removed) removeWhole(join(root, HOME), name)
}

function usedIn(root: string): string[] {
  const file = join(root, HOME, USED)
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => BUILD.test(line))
    : []
}

function namesIn(root: string): string[] {
  const home = join(root, HOME)
  return statSync(home, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(home) : []
}
