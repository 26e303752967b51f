import process from 'node:process'

import type { TestProject } from 'vitest/node'

import { serveDeck } from './support/deck'
import { builtSite, serveSite } from './support/site'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the deck and the stage are served, without a slash at the end. */
    origin: string
    /** What opens the presenter's notes. */
    secret: string
    /** Where the self-paced site is served, without a slash at the end. */
    site: string
    /** The folder that it was built into. */
    siteFolder: string
  }
}

/** Builds the real workshop, the deck unless nothing changed since its last build, and serves it for every browser test. */
export default async function setup({ provide }: TestProject) {
  const deck = await serveDeck(process.cwd())
  const { folder, dispose } = await builtSite(process.cwd())
  const site = await serveSite(folder)
  provide('origin', deck.origin)
  provide('secret', deck.secret)
  provide('site', site.origin)
  provide('siteFolder', folder)
  return async () => {
    await Promise.all([deck.close(), site.close()])
    dispose()
  }
}
