import { randomBytes } from 'node:crypto'
import process from 'node:process'

import { UserError } from '../model/user-error'
import { DECK, deckApp, PRESENTER, STAGE } from '../room/deck'
import { movedOn } from '../room/ports'
import { listen } from '../room/server'
import { run } from './command'
import { filesOf, isBuilt, keepWhilePresenting, lastUsed, noteUse } from './deck-builds'
import { inputsHash } from './inputs-hash'
import { readPort } from './port'
import { untilNothingIsSaved } from './saved-meanwhile'

const flags = {
  port: { type: 'string', example: '3030', about: 'the port to serve on; the next free one is taken if it is in use' },
  earlier: { type: 'boolean', about: 'present the build that is there, whatever the content says now' },
} as const

await run(
  'start',
  'Presents the workshop: checks the content, builds what changed and serves the deck.',
  flags,
  async ({ port = '3030', earlier = false }) => {
    const root = process.cwd()
    const wanted = readPort(port)
    const hash = earlier ? earlierBuild(root) : await untilNothingIsSaved(() => currentBuild(root))
    if (!hash) return
    keepWhilePresenting(root, hash)
    noteUse(root, hash)
    const secret = randomBytes(12).toString('base64url')
    const listening = await listen(deckApp(filesOf(root, hash), secret), wanted)
    if (wanted !== 0 && listening.port !== wanted) console.error(movedOn(wanted, listening.port))
    announce(`http://127.0.0.1:${listening.port}`, secret)
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

function announce(origin: string, secret: string) {
  console.log(
    [
      '',
      `  Presenter   ${origin}${PRESENTER}?key=${secret}`,
      `  Projector   ${origin}${DECK}`,
      `  Exercises   ${origin}${STAGE}`,
      '',
      '  1. Open the presenter link on your own screen: notes, next slide, clock. Keep it to yourself.',
      '  2. Open the projector link in a second window of the same browser, drag it to the projector',
      '     and press F for full screen. The two windows follow each other within one browser,',
      '     not from one device to another.',
      '  3. The exercises link shows them one to a page, for large text or a screen reader.',
      '  4. Move on with a clicker, Page Down or the arrow keys; press Esc to leave an exercise.',
      '',
      '  Ctrl+C stops.',
    ].join('\n'),
  )
}
