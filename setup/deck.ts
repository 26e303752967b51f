import type { ComputedRef, InjectionKey, ShallowRef } from 'vue'
import { computed, inject } from 'vue'

import type { LearnerModule, LearnerWorkshop } from '../model/views'

/** What a deck may show: the learner's view, without what is for readers alone. */
export type DeckModule = Omit<LearnerModule, 'lesson'>
export type DeckWorkshop = Omit<LearnerWorkshop, 'modules' | 'pages' | 'followUp'> & { modules: DeckModule[] }
export type DeckLabels = DeckWorkshop['labels']['deck']

export const deckKey: InjectionKey<Readonly<ShallowRef<DeckWorkshop>>> = Symbol('deck')

/** The workshop as the layouts draw it; follows every edit to the content while `npm run dev` runs. */
export function useDeck(): Readonly<ShallowRef<DeckWorkshop>> {
  const deck = inject(deckKey)
  if (!deck) throw new Error('Layouts need the workshop that setup/main.ts provides.')
  return deck
}

/** The module a slide stands in, which slides.md names beside the module's `src:`; the cover stands in none. */
export function useModule(id: () => string | undefined): ComputedRef<DeckModule | undefined> {
  const deck = useDeck()
  return computed(() => deck.value.modules.find(module => module.id === id()))
}
