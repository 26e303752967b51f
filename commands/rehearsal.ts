import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { AnyExercise } from '../components/exercises/exercise'
import type { AnyKind } from '../components/exercises/kind'
import type { LeaderView } from '../components/room/wire'
import { launchBrowser } from '../handouts/browser'
import type { Handout } from '../handouts/build'
import { makeHandouts } from '../handouts/build'
import type { HandoutOptions } from '../handouts/options'
import { withPress } from '../handouts/press'
import { loadWorkshop } from '../model/load'
import { countActivities, isOver } from '../model/minutes/count'
import type { PaperSize } from '../model/paper-size'
import type { UserError } from '../model/user-error'
import type { Workshop } from '../model/workshop'
import type { DeckBuild } from '../room/deck'
import { deckApp } from '../room/deck'
import { memoryLog } from '../room/log-memory'
import { DECK, PHONE, PROJECTOR } from '../room/paths'
import { listen } from '../room/server'
import { buildDeck } from './build-deck'
import { filesOf, isBuilt } from './deck-builds'
import { inputsHash } from './inputs-hash'
import { openRoom } from './open-room'
import { HANDOUTS } from './print-options'
import type { Reached, ReachValues } from './reach'
import { readReach } from './reach'
import { untilNothingIsSaved } from './saved-meanwhile'

/** What a step of a rehearsal found: in a few words, and what is still wanted. */
export interface Found {
  says: string
  wants: string[]
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

/** What an expected failure wants, in one line: what is wrong, and what to do about it. */
export function wantOf({ message, hint }: Pick<UserError, 'message' | 'hint'>): string {
  const lines = message.split('\n').map(line => line.trim().replace(/\s+/g, ' '))
  const [first, ...others] = lines
  const wrong = `${first}${others.length ? ` ${others.join(', ')}.` : ''}`
  return hint ? `${wrong} ${hint[0]!.toUpperCase()}${hint.slice(1).replace(/\.?$/, '.')}` : wrong
}

/** What is rehearsed: a workshop, and the deck that was built of it. */
export interface Rehearsed {
  workshop: Workshop
  build: DeckBuild
  /** Whether something was saved since, so that what was looked at is no longer what will be presented. */
  isOld: () => boolean
}

/** The content is sound, and the deck is built. */
export async function rehearseContent(
  root: string,
  step: (name: string, work: () => Promise<Found>) => Promise<void>,
): Promise<Rehearsed | undefined> {
  let rehearsed: Rehearsed | undefined
  await step('content', () =>
    untilNothingIsSaved(async () => {
      const hash = inputsHash(root)
      const { workshop, problems } = await loadWorkshop(root)
      if (!workshop)
        return {
          says: `has ${counted(problems.length, 'problem')}`,
          wants: ['npm run check shows what is wrong, where, and what to do about it'],
        }
      if (!isBuilt(root, hash)) await buildDeck(root, hash, () => Promise.resolve(workshop))
      rehearsed = { workshop, build: filesOf(root, hash), isOld: () => inputsHash(root) !== hash }
      const slides = counted(workshop.slides.length, 'slide')
      const exercises = counted(Object.keys(workshop.exercises).length, 'exercise')
      return { says: `${slides} and ${exercises}, sound and built`, wants: [] }
    }),
  )
  return rehearsed
}

/** What is said, waited and worked fits into what is planned. */
export async function rehearseMinutes(workshop: Workshop): Promise<Found> {
  const over = countActivities(workshop).filter(isOver)
  return {
    says: over.length
      ? `${over.length === 1 ? '1 activity is' : `${over.length} activities are`} longer than planned`
      : `${workshop.length} minutes, and all of it fits`,
    wants: over.length ? ['npm run check shows what is too long, and by how much'] : [],
  }
}

/** The papers can be printed, and were printed since the content was changed last. */
export async function rehearsePapers(root: string, workshop: Workshop, options: HandoutOptions): Promise<Found> {
  const folder = join(root, HANDOUTS)
  const papers = sizesIn(folder, options.papers)
  let pages = 0
  const made = await withPress(root, press =>
    makeHandouts(press, workshop, { ...options, papers }, { done: (_, count) => (pages += count) }),
  )
  return {
    says: `${counted(made.length, 'document')}, ${counted(pages, 'page')}`,
    wants: wantedPapers(folder, made),
  }
}

/** The sizes of paper that were printed on: who prints on one of them lacks none of the other. */
export function sizesIn(folder: string, sizes: readonly PaperSize[]): readonly PaperSize[] {
  const lie = existsSync(folder) ? readdirSync(folder) : []
  const used = sizes.filter(size => lie.some(name => name.endsWith(`-${size}.pdf`)))
  return used.length ? used : sizes
}

/** What is wanted of the papers in a folder: the same content and the same flags print the same, byte by byte. */
export function wantedPapers(folder: string, made: readonly Pick<Handout, 'name' | 'bytes'>[]): string[] {
  const lies = ({ name }: { name: string }) => existsSync(join(folder, name))
  const missing = made.filter(paper => !lies(paper))
  if (missing.length === made.length) return [`nothing is printed yet; npm run handouts prints into ${HANDOUTS}`]
  const old = made.filter(paper => lies(paper) && !readFileSync(join(folder, paper.name)).equals(paper.bytes))
  const named = (papers: typeof made) => papers.map(({ name }) => name).join(', ')
  return [
    ...(missing.length ? [`npm run handouts prints what is missing in ${HANDOUTS}: ${named(missing)}`] : []),
    ...(old.length
      ? [`npm run handouts prints anew what is of earlier content, or of other flags: ${named(old)}`]
      : []),
  ]
}

/**
 * The whole deck in fast motion, with simulated participants who come in by the code and answer at random; half of
 * them lose their connection for a moment and send twice.
 */
export async function rehearseRoom(root: string, { workshop, build }: Rehearsed, people: number): Promise<Found> {
  const wants: string[] = []
  const played = await playedRoom(root, build)
  const { origin, code, room } = played
  try {
    const phones = await Promise.all(Array.from({ length: people }, () => phoneAt(origin, code)))
    let exercises = 0
    for (const { no, exercise, role } of workshop.slides) {
      await room.lead('facilitator', { do: 'move', page: no, clicks: 0, total: 0 })
      if (role !== 'ask' || exercise === undefined) continue
      exercises++
      const { exercise: record, kind } = room.exercises.get(exercise)!
      const { round } = room.state.exercises.get(exercise)!
      const statuses = await Promise.all(
        phones.map((phone, index) => phone(answerTo(exercise, record, kind, round, room.state.last, index), index % 2)),
      )
      const lost = statuses.filter(status => status !== 200).length
      const { answered } = (room.view('facilitator') as LeaderView).tallies[exercise]!
      const { title } = workshop.exercises[exercise]!
      if (lost) wants.push(`“${title}”: ${lost} of ${people} answers were refused`)
      else if (!kind.forRoom && answered !== people)
        wants.push(`“${title}”: ${answered} of ${people} answers were counted`)
    }
    await room.lead('facilitator', { do: 'end' })
    return { says: `${counted(people, 'simulated participant')} answered ${counted(exercises, 'exercise')}`, wants }
  } finally {
    await played.close()
  }
}

/** Every slide is drawn, in the browser that prints the papers, without an error. */
export async function rehearseProjector(root: string, { workshop, build }: Rehearsed): Promise<Found> {
  const played = await playedRoom(root, build)
  const browser = await launchBrowser()
  const faults = new Set<string>()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    let at = 1
    page.on('pageerror', error => faults.add(`slide ${at}: ${error.message}`))
    await page.goto(`${played.origin}${PROJECTOR}?key=${played.projector}`)
    for (const { no } of workshop.slides) {
      at = no
      await played.room.lead('facilitator', { do: 'move', page: no, clicks: 0, total: 0 })
      const drawn = await page
        .waitForURL(url => url.hash.startsWith(`#/${no}`), { timeout: 10_000 })
        .then(() => page.locator(`[data-slidev-no="${no}"] .slide`).first().waitFor({ timeout: 10_000 }))
        .then(() => true)
        .catch(() => false)
      if (!drawn) faults.add(`slide ${no} did not come: ${DECK}#/${no}`)
    }
    return { says: `${counted(workshop.slides.length, 'slide')} drawn, one after the other`, wants: [...faults] }
  } finally {
    await browser.close()
    await played.close()
  }
}

/** Phones of this network have an address to go to, and this machine answers there. */
export async function rehearsePhones(root: string, { build }: Rehearsed, values: ReachValues): Promise<Found> {
  const reach = readReach({ ...values, lan: true })
  const played = await playedRoom(root, build, reach)
  try {
    const origin = reach.originFor(played.port)
    const answers = await fetch(`${origin}${PHONE}`, { signal: AbortSignal.timeout(5000) }).then(
      ({ ok }) => ok,
      () => false,
    )
    const address = `${reach.originFor(3030)}/`
    return answers
      ? { says: `${address} answers here; open it on one phone`, wants: [] }
      : {
          says: 'no way in',
          wants: [
            `Nothing answers at ${address}. Let Node.js through this machine’s firewall, or name another --host.`,
          ],
        }
  } finally {
    await played.close()
  }
}

async function playedRoom(
  root: string,
  build: DeckBuild,
  reach: Pick<Reached, 'hosts' | 'host'> = { hosts: [], host: '127.0.0.1' },
) {
  const opened = await openRoom(root, build, { reach, isLocal: false, log: memoryLog() })
  const { identity, live } = opened
  const listening = await listen(deckApp(build, identity.secrets.facilitator, live), 0, { host: reach.host })
  return {
    origin: `http://127.0.0.1:${listening.port}`,
    port: listening.port,
    code: identity.code,
    projector: identity.secrets.projector,
    room: live.room,
    close: async () => {
      await opened.close()
      await listening.close()
    },
  }
}

/** A phone that has come in: it sends an answer, and gives the status of the last reply. */
async function phoneAt(origin: string, code: string) {
  const joined = await fetch(`${origin}/room/join`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  const cookie = joined.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  return async (answer: object, more: number) => {
    let status = 0
    for (let times = 0; times <= more; times++) {
      const reply = await fetch(`${origin}/room/participant`, {
        method: 'POST',
        headers: { origin, cookie, 'content-type': 'application/json' },
        body: JSON.stringify(answer),
      })
      await reply.arrayBuffer()
      status = reply.status
    }
    return status
  }
}

function answerTo(id: string, record: AnyExercise, kind: AnyKind, round: number, seen: number, index: number) {
  const categories = kind.categories(record)
  const chosen = categories.length ? [categories[index % categories.length]!] : []
  const sent = { do: 'answer', exercise: id, round, revision: 1, mark: `rehearsal-${index}`, seen, done: true }
  return kind.forRoom
    ? { ...sent, answer: kind.forRoom(kind.empty(record), record), version: kind.version }
    : { ...sent, categories: chosen }
}
