import process from 'node:process'

import type { TestProject } from 'vitest/node'

import { serveDecks } from './support/decks'
import { builtSite, serveSite } from './support/site'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the decks and the stage are served, without a slash at the end. */
    origin: string
    /** What opens the presenter's deck. */
    secret: string
    /** Where the self-paced site is served, without a slash at the end. */
    site: string
    /** The folder that it was built into. */
    siteFolder: string
  }
}

/** Builds the real workshop, the decks unless nothing changed since their last build, and serves it for every browser test. */
export default async function setup({ provide }: TestProject) {
  const decks = await serveDecks(process.cwd())
  const { folder, dispose } = await builtSite(process.cwd())
  const site = await serveSite(folder)
  provide('origin', decks.origin)
  provide('secret', decks.secret)
  provide('site', site.origin)
  provide('siteFolder', folder)
  return async () => {
    await Promise.all([decks.close(), site.close()])
    dispose()
  }
}
