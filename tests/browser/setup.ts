import process from 'node:process'

import type { TestProject } from 'vitest/node'

import { asProduction } from '../../building/as-production'
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
 * Serves the real workshop to all browser tests: its deck and its site, built unless nothing changed since their last
 * build.
 */
export default async function setup({ provide }: TestProject) {
  // For as long as either is built, because the environment is one for both.
  const [deck, folder] = await asProduction(() => Promise.all([serveDeck(process.cwd()), builtSite(process.cwd())]))
  const site = await serveSite(folder)
  provide('origin', deck.origin)
  provide('secret', deck.secret)
  provide('site', site.origin)
  provide('siteFolder', folder)
  return async () => {
    await Promise.all([deck.close(), site.close()])
  }
}
