import type { ComputedRef, InjectionKey, ShallowRef } from 'vue'
import { computed, inject } from 'vue'

import type { AnswerStore } from './composables/answer-store'
import type { AnyExercise } from './exercises/exercise'
import type { ComponentLabels } from './labels.schema'
import type { Accent } from './look/accents'
import type { Reference } from './text/reference'

/**
 * The one context through which components reach the workshop. Deck, site and print provide it where they mount
 * components, each from its own view; components import neither the model nor a virtual module.
 */
export interface WorkshopContext {
  /** The language that the workshop is written in, as `lang` has it: days are written in it. */
  language: string
  labels: ComponentLabels
  references: Record<string, Reference>
  /** The modules in running order, as far as other records speak of them. */
  modules: { id: string; title: string; mistake?: number; accent: Accent }[]
  /** The exercises whose answers may be of use to another one: all of them, or those that a page brings along. */
  exercises?: Record<string, AnyExercise>
}

export const workshopContextKey: InjectionKey<Readonly<ShallowRef<WorkshopContext>>> = Symbol('workshop')
export const storeKey: InjectionKey<AnswerStore> = Symbol('answers')

export function useWorkshopContext(): Readonly<ShallowRef<WorkshopContext>> {
  const context = inject(workshopContextKey)
  if (!context) throw new Error('Components need a workshop: provide(workshopContextKey, …) where the app is made.')
  return context
}

/** The labels of one group; follows edits to interface.yaml. */
export function useLabels<K extends keyof ComponentLabels>(group: K): ComputedRef<ComponentLabels[K]> {
  const context = useWorkshopContext()
  return computed(() => context.value.labels[group])
}
