import type { Component } from 'vue'
import { defineAsyncComponent, markRaw } from 'vue'

import { hasOwn } from '../has-own'

/** The faces that the kinds of exercise have on one surface. */
export interface Faces {
  /** Whether a kind has one: a picture is optional. */
  has: (kind: string) => boolean
  /**
   * Loads a face before it is shown: `of` then gives the component itself, which a page that was prerendered
   * with it takes over at once.
   */
  load: (kind: string) => Promise<void>
  /** The component that shows a kind of exercise; it is loaded when it is first shown. */
  of: (kind: string) => Component
}

/**
 * Finds a kind's face by its name: `Screen` of `self-check` is self-check/SelfCheckScreen.vue. Every surface has a file
 * of its own that calls this, so that what shows one surface brings no other along.
 * @param loaders the surface's files, as `import.meta.glob` gives them
 */
export function facesOn(surface: string, loaders: Record<string, () => Promise<unknown>>): Faces {
  const made = new Map<string, Component>()
  const pathOf = (kind: string) =>
    `./${kind}/${kind
      .split('-')
      .map(word => word[0]!.toUpperCase() + word.slice(1))
      .join('')}${surface}.vue`
  const loaderOf = (kind: string) => {
    const path = pathOf(kind)
    if (!hasOwn(loaders, path)) throw new Error(`components/exercises/${path.slice(2)} is missing.`)
    return loaders[path] as () => Promise<Component>
  }
  return {
    has: kind => hasOwn(loaders, pathOf(kind)),
    load: async kind => void made.set(kind, markRaw(await loaderOf(kind)())),
    of: kind => {
      let component = made.get(kind)
      if (!component) made.set(kind, (component = defineAsyncComponent(loaderOf(kind))))
      return component
    },
  }
}
