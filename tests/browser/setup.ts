import type { TestProject } from 'vitest/node'
import process from 'node:process'
import { serveDecks } from './support/decks'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the decks and the stage are served, without a slash at the end. */
    origin: string
    /** What opens the presenter's deck. */
    secret: string
  }
}

/** Builds the real workshop, unless nothing changed since the last build, and serves it for every browser test. */
export default async function setup({ provide }: TestProject) {
  const { origin, secret, close } = await serveDecks(process.cwd())
  provide('origin', origin)
  provide('secret', secret)
  return close
}
