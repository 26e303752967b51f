import { loadWorkshop } from '../model/load'
import type { PresenterNotes } from '../model/presenter-notes'
import { presenterNotes } from '../model/presenter-notes'
import { ContentError } from '../model/problem'
import { forLearner } from '../model/views'
import type { Workshop } from '../model/workshop'
import type { DeckWorkshop } from './deck'

/**
 * What the deck gets of the content: the learner's view without what is for readers alone.
 * @returns either the workshop, or an error that lists every problem
 */
export async function loadDeck(root: string): Promise<{ deck: DeckWorkshop } | { error: ContentError }> {
  const { workshop, problems } = await loadWorkshop(root)
  if (!workshop) return { error: new ContentError(problems) }
  return { deck: deckOf(workshop) }
}

/** What the deck gets of a workshop. */
export function deckOf(workshop: Workshop): DeckWorkshop {
  const { pages: _, followUp: __, ...view } = forLearner(workshop)
  return { ...view, modules: view.modules.map(({ lesson: _, ...module }) => module) }
}

/** The presenter's notes of every slide; undefined while the content has problems. */
export async function loadNotes(root: string): Promise<PresenterNotes[] | undefined> {
  const { workshop } = await loadWorkshop(root)
  return workshop && presenterNotes(workshop)
}
