import { foldersOf, isBuilt } from '../../../commands/deck-builds'
import { buildDecks } from '../../../commands/decks'
import { inputsHash } from '../../../commands/inputs-hash'
import { loadOrThrow } from '../../../model/load'
import { decksApp, PRESENTER, PROJECTOR } from '../../../room/decks'
import { listen } from '../../../room/server'

const SECRET = 'known-to-the-tests'

/** The build that `npm start` would serve, made if there is none; its name is the hash of what it was made from. */
export async function builtDecks(root: string): Promise<string> {
  const workshop = await loadOrThrow(root)
  const hash = inputsHash(root, { presenter: PRESENTER, projector: PROJECTOR })
  if (!isBuilt(root, hash)) await buildDecks(root, hash, workshop)
  return hash
}

export async function serveDecks(root: string) {
  const hash = await builtDecks(root)
  const { port, close } = await listen(decksApp(foldersOf(root, hash), SECRET), 0)
  return { origin: `http://127.0.0.1:${port}`, secret: SECRET, close }
}
