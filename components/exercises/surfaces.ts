import type { Component } from 'vue'
import { defineAsyncComponent } from 'vue'

type Loaders = Record<string, () => Promise<Component>>

/** Every kind brings three faces; each is found by its name and loaded when it is first shown. */
const faces = {
  Screen: import.meta.glob('./*/*Screen.vue', { import: 'default' }) as Loaders,
  Paper: import.meta.glob('./*/*Paper.vue', { import: 'default' }) as Loaders,
  Results: import.meta.glob('./*/*Results.vue', { import: 'default' }) as Loaders,
}

const made = new Map<string, Component>()

/** The component that shows a kind of exercise on one surface. */
export function faceOf(kind: string, surface: keyof typeof faces): Component {
  const name = kind.split('-').map(word => word[0]!.toUpperCase() + word.slice(1)).join('')
  const path = `./${kind}/${name}${surface}.vue`
  const load = faces[surface][path]
  if (!load)
    throw new Error(`components/exercises/${kind}/${name}${surface}.vue is missing.`)
  let component = made.get(path)
  if (!component)
    made.set(path, component = defineAsyncComponent(load))
  return component
}
