import process from 'node:process'

import { loadWorkshop } from '../model/load'
import { ContentError } from '../model/problem'
import { clockTime, sections } from '../model/schedule'
import { EXIT } from './command'
import { newestBuild } from './deck-builds'
import { buildDecks } from './decks'

/**
 * Builds the decks if the content is sound; otherwise prints every problem and sets the exit code.
 * A typo at 8:55 must not cancel a workshop: an earlier build stays presentable, and the command for it is named.
 * @returns whether the build stands
 */
export async function checkAndBuild(root: string, hash: string): Promise<boolean> {
  const { workshop, problems } = await loadWorkshop(root)
  if (!workshop) {
    console.error(`${new ContentError(problems).message}\n`)
    console.error(
      newestBuild(root)
        ? 'Nothing was built. To present the earlier build as it is:  npm start -- --earlier'
        : 'Nothing was built.',
    )
    process.exitCode = EXIT.content
    return false
  }
  const parts = sections(workshop.modules).filter(part => !part.isBreak).length
  console.error(
    `${workshop.title}: ${workshop.slides.length} slides, ${workshop.length} minutes, ${workshop.start} to ${clockTime(workshop.start, workshop.length)}, ${parts} parts.`,
  )
  const began = performance.now()
  console.error('Building the decks; this takes a moment, and only after a change …')
  await buildDecks(root, hash, workshop)
  console.error(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  return true
}
