import type { Component } from 'vue'
import { defineAsyncComponent, markRaw } from 'vue'

type Loaders = Record<string, () => Promise<Component>>

/** Every kind brings three faces, and some a picture of an answer; each is found by its name and loaded when it is first shown. */
const faces = {
  Screen: import.meta.glob('./*/*Screen.vue', { import: 'default' }) as Loaders,
  Paper: import.meta.glob('./*/*Paper.vue', { import: 'default' }) as Loaders,
  Results: import.meta.glob('./*/*Results.vue', { import: 'default' }) as Loaders,
  Picture: import.meta.glob('./*/*Picture.vue', { import: 'default' }) as Loaders,
}

export type Surface = keyof typeof faces

const made = new Map<string, Component>()

function pathOf(kind: string, surface: Surface): string {
  const name = kind.split('-').map(word => word[0]!.toUpperCase() + word.slice(1)).join('')
  return `./${kind}/${name}${surface}.vue`
}

/** Whether a kind has a face for a surface: a picture is optional. */
export function hasFace(kind: string, surface: Surface): boolean {
  return Object.hasOwn(faces[surface], pathOf(kind, surface))
}

/**
 * Loads a face before it is shown: `faceOf` then gives the component itself, which a page that was prerendered
 * with it takes over at once.
 */
export async function loadFace(kind: string, surface: Surface): Promise<void> {
  const path = pathOf(kind, surface)
  made.set(path, markRaw(await loaderOf(path, surface)()))
}

/** The component that shows a kind of exercise on one surface. */
export function faceOf(kind: string, surface: Surface): Component {
  const path = pathOf(kind, surface)
  let component = made.get(path)
  if (!component)
    made.set(path, component = defineAsyncComponent(loaderOf(path, surface)))
  return component
}

function loaderOf(path: string, surface: Surface) {
  const load = Object.hasOwn(faces[surface], path) ? faces[surface][path] : undefined
  if (!load)
    throw new Error(`components/exercises/${path.slice(2)} is missing.`)
  return load
}
