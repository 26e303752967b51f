// @ts-check
// Plain JavaScript, because commands/run.mjs asks it before anything that is written in TypeScript can be loaded.
import { readdirSync } from 'node:fs'

/** What Node loads of a kind's folder. */
export const KIND_MODULES = ['schema.ts', 'labels.ts', 'answer.ts']

/**
 * The names of the kinds of exercise: each folder is one, but for those that begin with an underscore.
 * @param {URL | string} folder that holds them
 */
export const kindNames = folder =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(entry => entry.name)
    .sort()
