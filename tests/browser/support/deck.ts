import { buildDeck } from '../../../commands/build-deck'
import { filesOf, isBuilt } from '../../../commands/deck-builds'
import { inputsHash } from '../../../commands/inputs-hash'
import { loadOrThrow } from '../../../model/load'
import type { DeckBuild } from '../../../room/deck'
import { deckApp } from '../../../room/deck'
import { listen } from '../../../room/server'

const SECRET = 'known-to-the-tests'

const builds = new Map<string, Promise<DeckBuild>>()

/** The build that `npm start` would serve, made if there is none; asked for twice at once, it is made once. */
export function builtDeck(root: string): Promise<DeckBuild> {
  const building = builds.get(root) ?? build(root)
  builds.set(root, building)
  return building
}

async function build(root: string): Promise<DeckBuild> {
  const hash = inputsHash(root)
  if (!isBuilt(root, hash)) await buildDeck(root, hash, () => loadOrThrow(root))
  return filesOf(root, hash)
}

export async function serveDeck(root: string) {
  const { port, close } = await listen(deckApp(await builtDeck(root), SECRET), 0)
  return { origin: `http://127.0.0.1:${port}`, secret: SECRET, close }
}
