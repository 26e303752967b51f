import { hasOwn } from '../has-own'
import type { AnyKind } from './kind'

/** `kind` of every folder's answer.ts; its own types end at this type argument. A folder with an underscore is none. */
const modules = import.meta.glob<AnyKind>(['./*/answer.ts', '!./_*/**'], { eager: true, import: 'kind' })

/** Every kind by its name, which is its folder's. */
export const kinds: Readonly<Record<string, AnyKind>> = Object.fromEntries(
  Object.entries(modules).map(([path, kind]) => [path.split('/')[1]!, kind]),
)

/**
 * The kind of an exercise.
 * @throws Error when no folder has that name
 */
export function kindOf(name: string): AnyKind {
  if (!hasOwn(kinds, name))
    throw new Error(`Expected a kind of exercise (${Object.keys(kinds).join(', ')}), found "${name}".`)
  return kinds[name]!
}
