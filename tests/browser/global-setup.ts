import process from 'node:process'

import type { TestProject } from 'vitest/node'

import { serveDecks } from './support/decks'
import type { SiteBuild } from './support/site'
import { builtSite, serveSite } from './support/site'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the decks and the stage are served, without a slash at the end. */
    origin: string
    /** What opens the presenter's deck. */
    secret: string
    /** Where the self-paced site is served, without a slash at the end. */
    site: string
    /** How the site was built, and where it lies. */
    siteBuild: SiteBuild
  }
}

/**
 * Builds the real workshop once for all browser tests, and serves it: the decks, unless nothing changed since their last
 * build, beside the site.
 */
export default async function setup({ provide }: TestProject) {
  const [decks, built] = await Promise.all([serveDecks(process.cwd()), builtSite()])
  const site = await serveSite(built.siteBuild.folder)
  provide('origin', decks.origin)
  provide('secret', decks.secret)
  provide('site', site.origin)
  provide('siteBuild', built.siteBuild)
  return async () => {
    await Promise.all([decks.close(), site.close()])
    built.dispose()
  }
}
