import { join } from 'node:path'
import process from 'node:process'

import { makeDraft } from '../building/draft'
import { loadOrThrow } from '../model/load'
import type { Workshop } from '../model/workshop'
import type { BuiltSite } from '../site/build'
import { buildDeck } from './build-deck'
import { filesOf, isBuilt } from './deck-builds'
import { inputsHash } from './inputs-hash'
import { makeFolder } from './make-folder'
import { runCommand } from './run-command'
import { SavedMeanwhile, untilNothingIsSaved } from './saved-meanwhile'

const NAME = 'site'
const FOLDER = `dist/${NAME}`

await runCommand(
  'build',
  `Builds the self-paced site into ${FOLDER}, with the public deck and the papers that participants print.`,
  {},
  async () => {
    const root = process.cwd()
    const { address } = await untilNothingIsSaved(() => build(root))
    if (!address)
      console.error(
        '  Left out: canonical addresses, sitemap and social picture. ' +
          'They need the site\'s "address:" in content/workshop.yaml.',
      )
    console.log(FOLDER)
    console.error(`Look at it:  node ${FOLDER}/serve.mjs`)
  },
)

/**
 * Builds the site whole and puts it in its place.
 * @throws SavedMeanwhile when an input was changed
 */
async function build(root: string): Promise<Workshop> {
  const began = performance.now()
  const hashes = { deck: inputsHash(root), site: inputsHash(root, 'site') }
  const workshop = await loadOrThrow(root)
  step('check', `${workshop.modules.length} modules, ${Object.keys(workshop.exercises).length} exercises`, began)
  // Before the long work, so that a folder that cannot be written is said at once.
  const draft = makeDraft(await makeFolder(root, 'dist'))
  /** The deck that npm start presents too: built only if it is not there. */
  const deck = async () => {
    if (!isBuilt(root, hashes.deck)) await buildDeck(root, hashes.deck, () => Promise.resolve(workshop))
    return filesOf(root, hashes.deck).folder
  }
  try {
    // Only now, so that a slip in the content is answered without loading what builds.
    const { buildWholeSite } = await import('./build-site')
    const built = await buildWholeSite(root, workshop, join(draft.folder, NAME), { deck, done: step })
    if (inputsHash(root, 'site') !== hashes.site) throw new SavedMeanwhile()
    tellWeights(built, began)
    draft.swapIn()
  } finally {
    draft.discard()
  }
  return workshop
}

function tellWeights({ pages, weights, precached }: BuiltSite, began: number) {
  const { page, opened, withFonts, approached } = weights.toSorted((a, b) => b.approached - a.approached)[0]!
  const [first, fonts, all] = [opened, withFonts, approached].map(kB => kB.toFixed(0))
  const weight = `${first} kB when opened, ${fonts} with fonts, ${all} with all its exercises`
  step('pages', `${pages}; the heaviest, ${page}: ${weight}`, began)
  console.error(`  ${(precached / 1000).toFixed(0)} kB are kept on a device after the first visit.`)
}

function step(name: string, what: string, began: number) {
  console.error(`  ${name.padEnd(22)} ${what.padEnd(56)} ${((performance.now() - began) / 1000).toFixed(1)} s`)
}
