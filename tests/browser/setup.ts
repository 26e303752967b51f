import process from 'node:process'

import type { TestProject } from 'vitest/node'

import { asProduction } from '../../site/production'
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

/**
 * Builds the real workshop once for all browser tests and serves it: the site, and beside it the deck, unless nothing
 * changed since its last build.
 */
export default async function setup({ provide }: TestProject) {
  // For as long as either is built, because the environment is one for both.
  const [deck, { folder, dispose }] = await asProduction(() =>
    Promise.all([serveDeck(process.cwd()), builtSite(process.cwd())]),
  )
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
