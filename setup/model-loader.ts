/** What the plugins need of the model (load-deck.ts). */
type Loader = typeof import('./load-deck')

let loader: Promise<Loader> | undefined

/**
 * Loads the model when it is first needed. Vite bundles its configuration with what the plugins import, and a bundle
 * cannot find the folders of the kinds of exercise: tsx loads the model from its files instead. It takes a third of a
 * second to load itself, and a build that is sent its records (sent-deck.ts) does without.
 */
export function modelLoader(): Promise<Loader> {
  loader ??= import('tsx/esm/api').then(
    ({ tsImport }) => tsImport('./load-deck.ts', import.meta.url) as Promise<Loader>,
  )
  return loader
}

/** The next call loads the model anew: the schema or the words of a kind have changed. */
export function forgetModel() {
  loader = undefined
}
