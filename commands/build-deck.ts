import type { ChildProcess } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { makeDraft } from '../building/draft'
import type { Workshop } from '../model/workshop'
import type { DeckWorkshop } from '../setup/deck'
import { BuildFailed } from './build-failed'
import { buildRoomPages } from './build-room-pages'
import { HOME, isBuilt, noteUse, removeOldBuilds } from './deck-builds'
import { inputsHash } from './inputs-hash'
import { makeFolder } from './make-folder'
import { SavedMeanwhile } from './saved-meanwhile'
import { slidevBuild } from './slidev'

/**
 * Builds the deck with its exercises, for everyone and without notes, and puts beside it the notes, and the pages and
 * the content of the live room. The build takes its place whole, or not at all; older ones go only then.
 * @param hash of the inputs that it is built from
 * @param check gives the workshop, or throws what is wrong with it; it is called once Slidev is at work
 * @param start starts `slidev build` with arguments; where it has a channel, it is sent the deck's records
 * @param buildPages builds the pages of the live room into a folder
 * @throws BuildFailed with what Slidev or Vite printed; SavedMeanwhile when an input was changed
 */
export async function buildDeck(
  root: string,
  hash: string,
  check: () => Promise<Workshop>,
  start = slidevBuild,
  buildPages = buildRoomPages,
): Promise<void> {
  let child: ChildProcess | undefined
  const kill = () => child?.kill('SIGKILL')
  // A Slidev that has ended meanwhile has its own message.
  const send = (records: DeckWorkshop) => child?.connected && child.send(records, () => {})
  // Before the draft's own exit handler, which removes what the child writes into.
  process.once('exit', kill)
  // Before the long work, so that a folder that cannot be written is said at once.
  const draft = makeDraft(await makeFolder(root, HOME))
  const build = join(draft.folder, hash)
  const slides = buildSlides(root, join(build, 'deck'), args => (child = start(root, args)))
  // Handled below: content that is not sound has the better message.
  slides.catch(() => {})
  let pages: Promise<unknown> | undefined
  try {
    const workshop = await check()
    const [{ deckOf }, { presenterNotes }, { roomContent }] = await Promise.all([
      import('../setup/load-deck'),
      import('../model/presenter-notes'),
      import('../model/room-content'),
    ])
    send(deckOf(workshop))
    const content = roomContent(workshop)
    pages = buildPages(root, join(build, 'phone'), content).catch((error: Error) => {
      // A folder that cannot be written, and a full disk, have words of their own.
      throw 'syscall' in error ? error : new BuildFailed(root, 'The pages of the room', error.message)
    })
    await Promise.all([slides, pages])
    writeFileSync(join(build, 'notes.json'), JSON.stringify(presenterNotes(workshop)))
    writeFileSync(join(build, 'room.json'), JSON.stringify(content))
    if (inputsHash(root) !== hash) throw new SavedMeanwhile()
    // Where two commands built the same side by side, the build of the one that was done first is as good.
    if (!isBuilt(root, hash)) draft.swapIn()
  } finally {
    kill()
    // Until both are done, they could bring back the draft that is removed.
    await Promise.allSettled([slides, pages])
    draft.discard()
    process.off('exit', kill)
  }
  noteUse(root, hash)
  removeOldBuilds(root, hash)
}

/** Relative throughout, and addressed by what follows the #, so that any server will do, at any address. */
async function buildSlides(root: string, out: string, start: (args: string[]) => ChildProcess) {
  const ours = ['--out', out, '--base', './', '--router-mode', 'hash', '--without-notes']
  const child = start(['slides.md', ...ours])
  let log = ''
  child.stdout?.on('data', chunk => (log += chunk))
  child.stderr?.on('data', chunk => (log += chunk))
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>(resolve =>
    child.once('close', (...ended) => resolve(ended)),
  )
  if (code !== 0 || !existsSync(join(out, 'index.html')))
    throw new BuildFailed(root, 'The slides', `${log}${signal ? `\nended by ${signal}` : ''}`)
  // For hosts that Slidev knows and that rewrite addresses; here nothing is rewritten.
  for (const name of ['_redirects', '404.html']) rmSync(join(out, name), { force: true })
}
