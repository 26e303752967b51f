import process from 'node:process'

import { UserError } from '../model/user-error'
import { deckApp } from '../room/deck'
import { DECK, DESK, PRESENTER, PROJECTOR, SECOND, STAGE } from '../room/paths'
import { movedOn } from '../room/ports'
import { listen } from '../room/server'
import { filesOf, isBuilt, keepWhilePresenting, lastUsed, noteUse } from './deck-builds'
import { inputsHash } from './inputs-hash'
import { deleteOldRooms } from './kept-rooms'
import type { OpenedRoom } from './open-room'
import { openRoom } from './open-room'
import { readPort } from './port'
import type { Reached } from './reach'
import { reachFlags, readReach } from './reach'
import { runCommand } from './run-command'
import { untilNothingIsSaved } from './saved-meanwhile'

const flags = {
  port: { type: 'string', example: '3030', about: 'the port to serve on; the next free one is taken if it is in use' },
  earlier: { type: 'boolean', about: 'present the build that is there, whatever the content says now' },
  fresh: { type: 'boolean', about: 'open a new room, whatever an earlier start today left open' },
  log: {
    type: 'string',
    example: 'redis://localhost:6379/0/tuesday',
    about: 'keep the room in Redis under this name, for several servers; without it, in a file',
  },
  ...reachFlags,
} as const

const HOUR = 60 * 60_000

await runCommand(
  'start',
  'Presents the workshop: checks the content, builds what changed, serves the deck and opens its room.',
  flags,
  async ({ port = '3030', earlier = false, fresh = false, log, ...values }) => {
    const root = process.cwd()
    const wanted = readPort(port)
    const reach = readReach(values)
    const hash = earlier ? earlierBuild(root) : await untilNothingIsSaved(() => currentBuild(root))
    if (!hash) return
    keepWhilePresenting(root, hash)
    noteUse(root, hash)
    const build = filesOf(root, hash)
    let listensOn = wanted
    const opened = await openRoom(root, build, {
      reach,
      isLocal: reach.isLocal,
      fresh,
      ...(log !== undefined && { log }),
      origin: () => reach.originFor(listensOn),
    })
    const { identity, live } = opened
    const listening = await listen(deckApp(build, identity.secrets.facilitator, live), wanted, reach)
    listensOn = listening.port
    if (wanted !== 0 && listening.port !== wanted) console.error(movedOn(wanted, listening.port))
    setInterval(() => deleteOldRooms(root, live.room.content.keep, Date.now()), HOUR).unref()
    announce(listening.port, reach, opened, log !== undefined, (await live.earlier?.list())?.length ?? 0)
  },
)

function earlierBuild(root: string): string {
  const hash = lastUsed(root)
  if (!hash)
    throw new UserError(
      'There is no earlier build to present.',
      'npm start builds one, once npm run check finds no problem.',
    )
  return hash
}

/**
 * Only sound content is ever built: while nothing has changed there is nothing to check, and no code to load for it.
 */
async function currentBuild(root: string): Promise<string | undefined> {
  const hash = inputsHash(root)
  if (isBuilt(root, hash)) return hash
  const { checkAndBuild } = await import('./check-and-build')
  return (await checkAndBuild(root, hash)) ? hash : undefined
}

function announce(
  port: number,
  { isLocal, publicUrl, certificate, originFor }: Reached,
  opened: OpenedRoom,
  isShared: boolean,
  earlier: number,
) {
  const { identity, live, resumed, mended } = opened
  // On this machine the address of this machine, whose windows follow each other without a network.
  const own = publicUrl
    ? `${publicUrl.origin}${publicUrl.pathname}`
    : certificate
      ? `${originFor(port)}/`
      : `http://127.0.0.1:${port}/`
  const at = (path: string) => `${own}${path.slice(1)}`
  const { secrets, code } = identity
  const invited = live.invitation(`127.0.0.1:${port}`)
  const projector = isLocal ? DECK : `${PROJECTOR}?key=${secrets.projector}`
  const elsewhere = publicUrl ? '' : originFor(port)
  console.log(
    [
      '',
      `  Presenter   ${at(PRESENTER)}?key=${secrets.facilitator}`,
      `  Projector   ${at(projector)}`,
      `  Exercises   ${at(STAGE)}`,
      `  Controls    ${at(DESK)}`,
      ...(isLocal ? [] : [`  Phones      ${invited.link}   (or ${invited.address}, code ${code})`]),
      '',
      '  1. Open the presenter link on your own screen: notes, next slide, clock. Keep it to yourself.',
      '  2. Open the projector link in a second window of the same browser, drag it to the projector',
      '     and press F for full screen. The two windows follow each other.',
      '  3. The exercises link shows them one to a page, for large text or a screen reader.',
      '  4. Move on with a clicker, Page Down or the arrow keys; press Esc to leave an exercise.',
      ...(isLocal
        ? ['  5. Only this machine can reach it. To let phones take part:  npm start -- --lan', '']
        : [
            '  5. The first slide shows how phones come in. The controls link opens, shows and clears what they',
            '     answer, and picks lines and questions; it needs the presenter link first.',
            '',
            ...(elsewhere
              ? [
                  '  On another machine or phone of yours, each link to its person alone:',
                  `    Presenter or clicker     ${elsewhere}${PRESENTER}?key=${secrets.facilitator}`,
                  `    Second facilitator       ${elsewhere}${SECOND}?key=${secrets.cofacilitator}`,
                  `    Projector                ${elsewhere}${PROJECTOR}?key=${secrets.projector}`,
                ]
              : [`  Second facilitator   ${at(SECOND)}?key=${secrets.cofacilitator}`]),
            '',
            ...(certificate || publicUrl?.protocol === 'https:'
              ? []
              : [
                  '  Traffic is plain HTTP: whoever runs the network can read it. ' +
                    `${publicUrl ? 'A certificate of the proxy encrypts it.' : '--cert and --key encrypt it.'}`,
                ]),
            ...(publicUrl
              ? []
              : [
                  '  Test it now, with one phone in the same Wi-Fi: open the phones link. If nothing comes in ten',
                  '  seconds, the network keeps its guests apart: open a hotspot on a phone, join it with this',
                  '  machine, and start again.',
                ]),
          ]),
      ...(mended ? mendedWords(mended) : []),
      ...(resumed ? [resumedWords(live.room.state.ended !== undefined, isShared)] : []),
      ...(isShared && !resumed ? ['  Nothing was kept under this name: this is a new room.'] : []),
      ...(earlier ? [earlierWords(earlier)] : []),
      '',
      '  Ctrl+C stops.',
    ].join('\n'),
  )
}

/** A file of a room that has ended is not opened again; a name in Redis is. */
function resumedWords(hasEnded: boolean, isShared: boolean): string {
  const another = isShared ? 'another name at the end of --log' : 'npm start -- --fresh'
  return hasEnded
    ? `  The room of this name has ended. The controls save what it gathered. A new one:  ${another}`
    : `  The room of an earlier start goes on, with all that was answered. A new one:  ${another}`
}

/** A room that has ended is not opened again, and what it gathered can be had all the same. */
function earlierWords(count: number): string {
  const rooms = count === 1 ? 'an earlier room' : `${count} earlier rooms`
  return `  What ${rooms} gathered is still kept: the controls save and delete it, under “Earlier rooms”.`
}

/** What became of a damaged log, for the person at the terminal. */
function mendedWords({ damaged, kept, lost, last }: NonNullable<OpenedRoom['mended']>): string[] {
  if (kept === 0)
    return [`  The log of an earlier room cannot be read, and a new room was opened. It lies in ${damaged}`, '']
  const until = last === undefined ? '' : `, up to ${new Date(last).toTimeString().slice(0, 5)}`
  const gone = lost === undefined ? '; what came after that is lost' : lost ? `; the ${lost} after that are lost` : ''
  return [
    `  The room’s log was damaged. ${kept} events go on${until}${gone}.`,
    `  Phones still show every answer: who changes one sends it again. The damaged log lies in ${damaged}`,
    '',
  ]
}
