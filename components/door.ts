import type { ComputedRef, InjectionKey, ShallowRef } from 'vue'
import type { AnswerStore } from './composables/answer-store'
import type { ComponentLabels } from './labels.schema'
import type { Reference } from './text/reference'
import { computed, inject } from 'vue'

export { fill } from './fill'

/**
 * The one door through which components reach the workshop. Whoever mounts them (deck, site, print)
 * provides it with the view it may have; components import neither the model nor a virtual module.
 */
export interface Door {
  /** The language that the workshop is written in, as `lang` has it: days are written in it. */
  language: string
  labels: ComponentLabels
  references: Record<string, Reference>
  /** Titles of the modules, in running order. */
  modules: { id: string, title: string, mistake?: number }[]
}

export const doorKey: InjectionKey<Readonly<ShallowRef<Door>>> = Symbol('workshop')
export const storeKey: InjectionKey<AnswerStore> = Symbol('answers')

export function useDoor(): Readonly<ShallowRef<Door>> {
  const door = inject(doorKey)
  if (!door)
    throw new Error('Components need a workshop: provide(doorKey, …) where the app is made.')
  return door
}

/** The labels of one group; follows edits to interface.yaml. */
export function useLabels<K extends keyof ComponentLabels>(group: K): ComputedRef<ComponentLabels[K]> {
  const door = useDoor()
  return computed(() => door.value.labels[group])
}
