import { tsImport } from 'tsx/esm/api'

let loader: Promise<typeof import('./load-deck')> | undefined

/** Vite bundles its configuration, and a bundle cannot find the kinds of exercise: tsx loads the model instead. */
export function modelLoader() {
  loader ??= tsImport('./load-deck.ts', import.meta.url) as NonNullable<typeof loader>
  return loader
}
