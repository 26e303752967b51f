import process from 'node:process'

import type { TestProject } from 'vitest/node'

import { asProduction } from '../../site/production'
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

/**
 * Builds the real workshop once for all browser tests and serves it: the site, and beside it the decks, unless nothing
 * changed since their last build.
 */
export default async function setup({ provide }: TestProject) {
  // For as long as either is built, because the environment is one for both.
  const [decks, { folder, dispose }] = await asProduction(() =>
    Promise.all([serveDecks(process.cwd()), builtSite(process.cwd())]),
  )
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
