import type { ChildProcess } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { makeHandouts } from '../handouts/build'
import { withPress } from '../handouts/press'
import { PAPER_SIZES } from '../model/paper-size'
import { UserError } from '../model/user-error'
import { forLearner } from '../model/views'
import type { Workshop } from '../model/workshop'
import type { BuiltSite } from '../site/build'
import { buildSite } from '../site/build'
import { deckPage } from '../site/deck-page'
import { buildDeck, BuildFailed } from './decks'
import { photograph } from './photograph'
import { buildServer } from './site-server'

export interface SiteSteps {
  /** Called as each part is done, with when it was begun. */
  done: (name: string, what: string, began: number) => void
  /** Gets every process that is started, so that whoever is interrupted can end it. */
  builds: ChildProcess[]
}

/**
 * Builds all that learners get into a new folder: the public deck and the papers, then the pages around them,
 * then a small server.
 */
export async function buildWholeSite(
  root: string,
  workshop: Workshop,
  out: string,
  steps: SiteSteps,
): Promise<BuiltSite> {
  // Made here and not by who writes into it: when one of them fails, the others must not bring a folder back that was
  // tidied away.
  await mkdir(join(out, 'handouts'), { recursive: true })
  await Promise.all([
    publicDeck(root, workshop, join(out, 'slides'), steps),
    papers(root, workshop, join(out, 'handouts'), steps),
  ])
  const built = await buildSite(root, forLearner(workshop), out, { photograph }).catch((error: Error) => {
    throw error instanceof UserError ? error : new BuildFailed(root, 'The pages', error.message)
  })
  await buildServer(root, out)
  return built
}

/** Relative throughout, and addressed by what follows the #, so that any static host will do. */
async function publicDeck(root: string, workshop: Workshop, out: string, { done, builds }: SiteSteps) {
  const began = performance.now()
  await buildDeck(root, './', out, ['--without-notes', '--router-mode', 'hash'], builds)
  const index = join(out, 'index.html')
  writeFileSync(index, deckPage(readFileSync(index, 'utf8'), workshop.labels.pages.openedAsFile))
  // For hosts that Slidev knows and that rewrite addresses; here nothing is rewritten.
  for (const name of ['_redirects', '404.html']) rmSync(join(out, name), { force: true })
  done('slides', `${(await readdir(out, { recursive: true })).length} files`, began)
}

async function papers(root: string, workshop: Workshop, out: string, { done }: SiteSteps) {
  const { people, start } = workshop
  const handouts = await withPress(root, press =>
    makeHandouts(
      press,
      workshop,
      { papers: PAPER_SIZES, people, start, workbookOnly: true },
      {
        done: (name, pages, _, took) => done(name, `${pages} pages`, performance.now() - took),
      },
    ),
  )
  for (const { name, bytes } of handouts) await writeFile(join(out, name), bytes)
}
