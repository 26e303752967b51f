import { existsSync } from 'node:fs'

import type { Surface } from '../components/exercises/component-file'
import { componentFile } from '../components/exercises/component-file'
import type { AnyKind } from '../components/exercises/kind'
import type { KindSchema } from '../components/exercises/kind-schema'
import type { PluralForms } from '../components/plural'
import { KIND_MODULES, kindNames } from './kind-folders.mjs'
import { inBundle } from './kinds-in-bundle'

/** What Node reads of a kind's folder; its components belong to the bundles (components/exercises/registry.ts). */
export interface KindModules {
  schema: KindSchema
  /** Its English words; those that depend on a number in their plural forms. */
  labels: Readonly<Record<string, string | PluralForms>>
  /** Its pure part, as answer.ts exports it. */
  kind: AnyKind
}

export interface FoundKinds {
  /** The kinds that can be used, by name. */
  kinds: Readonly<Record<string, KindModules>>
  /** By name, the files that a kind's folder lacks and that reading, a screen, paper or a room's results need. */
  missing: Readonly<Record<string, readonly string[]>>
}

const SURFACES: readonly Surface[] = ['Screen', 'Paper', 'Results']

/**
 * Finds the kinds of exercise, and what their folders lack.
 * @param folder the address of the folder that holds them, with a slash at its end
 */
export async function findKinds(folder: URL): Promise<FoundKinds> {
  const names = kindNames(folder)
  const lacks = (kind: string, file: string) => !existsSync(new URL(`${kind}/${file}`, folder))
  const missing = names.map(name => {
    const files = [...KIND_MODULES, ...SURFACES.map(surface => componentFile(name, surface))]
    return [name, files.filter(file => lacks(name, file))] as const
  })
  const usable = missing.filter(([, files]) => !files.some(file => KIND_MODULES.includes(file)))
  const kinds = await Promise.all(
    usable.map(async ([name]) => [name, await modulesOf(new URL(`${name}/`, folder))] as const),
  )
  return { kinds: Object.fromEntries(kinds), missing: Object.fromEntries(missing) }
}

/** The paths are computed, so the modules come without types: what this returns is what each of them has to export. */
async function modulesOf(folder: URL): Promise<KindModules> {
  const [schema, { labels }, { kind }] = (await Promise.all(
    KIND_MODULES.map(file => new URL(file, folder).href).map(url => inBundle[url] ?? import(/* @vite-ignore */ url)),
  )) as [KindModules['schema'], Pick<KindModules, 'labels'>, Pick<KindModules, 'kind'>]
  return { schema, labels, kind }
}

/** The kinds of this kit, found when this module is loaded. */
export const { kinds, missing: missingFiles } = await findKinds(new URL('../components/exercises/', import.meta.url))
