import type { Component } from 'vue'
import { defineAsyncComponent, markRaw } from 'vue'

import { hasOwn } from '../has-own'
import type { Surface } from './component-file'
import { componentFile } from './component-file'

/** The components that show the kinds of exercise on one surface. */
export interface ComponentRegistry {
  /** Whether a kind has a component for this surface: `Slide`, `Picture` and `AnswerKey` are optional. */
  has: (kind: string) => boolean
  /** Loads a kind's component ahead of its use: `componentOf` then gives it without delay, as hydration needs it. */
  load: (kind: string) => Promise<void>
  /**
   * The component of a kind; loaded when it is first rendered, unless `load` was called before.
   * @throws Error that names the missing file
   */
  componentOf: (kind: string) => Component
}

/**
 * Makes the registry of one surface. Each surface has a file of its own that calls this, so that a page which shows one
 * surface does not load the others.
 * @param loaders the surface's Vue files, as `import.meta.glob` gives them
 */
export function componentRegistry(
  surface: Surface,
  loaders: Record<string, () => Promise<unknown>>,
): ComponentRegistry {
  const loaded = new Map<string, Component>()
  const pathOf = (kind: string) => `./${kind}/${componentFile(kind, surface)}`
  const loaderOf = (kind: string) => {
    const path = pathOf(kind)
    if (!hasOwn(loaders, path)) throw new Error(`components/exercises/${path.slice(2)} is missing.`)
    return loaders[path] as () => Promise<Component>
  }
  return {
    has: kind => hasOwn(loaders, pathOf(kind)),
    load: async kind => void loaded.set(kind, markRaw(await loaderOf(kind)())),
    componentOf: kind => {
      let component = loaded.get(kind)
      if (!component) loaded.set(kind, (component = defineAsyncComponent(loaderOf(kind))))
      return component
    },
  }
}
