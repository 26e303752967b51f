import process from 'node:process'

import type { ContentError } from '../model/problem'
import type { Workshop } from '../model/workshop'
import { buildDeck } from './build-deck'
import { lastUsed } from './deck-builds'
import { EXIT } from './report-error'

/**
 * Builds the deck, and checks the content meanwhile; if it is not sound, prints every problem and sets the exit code.
 * A typo at 8:55 must not cancel a workshop: an earlier build stays presentable, and the command for it is named.
 * @returns whether the build stands
 */
export async function checkAndBuild(root: string, hash: string): Promise<boolean> {
  const began = performance.now()
  let unsound: ContentError | undefined
  try {
    await buildDeck(root, hash, async () => {
      // Loaded while Slidev is at work.
      const { loadWorkshop } = await import('../model/load')
      const { ContentError } = await import('../model/problem')
      const { workshop, problems } = await loadWorkshop(root)
      if (!workshop) throw (unsound = new ContentError(problems))
      await tellWhatItIs(workshop)
      console.error('Building the deck; this takes a moment, and only after a change …')
      return workshop
    })
  } catch (error) {
    if (!unsound) throw error
    console.error(`${unsound.message}\n`)
    console.error(
      lastUsed(root)
        ? 'Nothing was built. To present the earlier build as it is:  npm start -- --earlier'
        : 'Nothing was built.',
    )
    process.exitCode = EXIT.content
    return false
  }
  console.error(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  return true
}

async function tellWhatItIs({ title, slides, modules, length, start }: Workshop) {
  const { clockTime, sections } = await import('../model/schedule')
  const parts = sections(modules).filter(part => !part.isBreak).length
  console.error(
    `${title}: ${slides.length} slides, ${length} minutes, ${start} to ${clockTime(start, length)}, ${parts} parts.`,
  )
}
