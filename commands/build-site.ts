import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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
import { BuildFailed } from './build-failed'
import { buildServer } from './build-site-server'
import { photograph } from './photograph'

export interface SiteParts {
  /** Gives the folder of the built deck, once it is there. */
  deck: () => Promise<string>
  /** Called as each part is done, with when it was begun. */
  done: (name: string, what: string, began: number) => void
}

/**
 * Builds all that learners get into a new folder: the deck and the papers, then the pages around them, then a small
 * server.
 */
export async function buildWholeSite(
  root: string,
  workshop: Workshop,
  out: string,
  { deck, done }: SiteParts,
): Promise<BuiltSite> {
  const began = performance.now()
  await mkdir(join(out, 'handouts'), { recursive: true })
  const [slides] = await Promise.all([deck(), papers(root, workshop, join(out, 'handouts'), done)])
  // Only now: copying makes folders, and would bring back a draft that was removed when the papers failed.
  await copySlides(workshop, slides, join(out, 'slides'))
  done('slides', `${(await readdir(join(out, 'slides'), { recursive: true })).length} files`, began)
  const built = await buildSite(root, forLearner(workshop), out, { photograph }).catch((error: Error) => {
    throw error instanceof UserError ? error : new BuildFailed(root, 'The pages', error.message)
  })
  await buildServer(root, out)
  return built
}

/**
 * The deck as it is presented, without the exercises on pages of their own, since the lessons have them; opened as a
 * file, it says what to do instead.
 */
async function copySlides(workshop: Workshop, deck: string, out: string) {
  await cp(deck, out, { recursive: true })
  await rm(join(out, 'exercises.html'))
  const index = join(out, 'index.html')
  await writeFile(index, deckPage(await readFile(index, 'utf8'), workshop.labels.pages.openedAsFile))
}

async function papers(root: string, workshop: Workshop, out: string, done: SiteParts['done']) {
  const { people, start } = workshop
  const handouts = await withPress(root, press =>
    makeHandouts(
      press,
      workshop,
      { papers: PAPER_SIZES, people, start, documents: ['workbook'] },
      {
        done: (name, pages, _, took) => done(name, `${pages} pages`, performance.now() - took),
      },
    ),
  )
  for (const { name, bytes } of handouts) await writeFile(join(out, name), bytes)
}
