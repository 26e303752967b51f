import type { AnyKind } from '../components/exercises/kind'

/**
 * The pure part of kinds of exercise, by name. A bundle has components/exercises/registry.ts for that, which Node
 * cannot read.
 */
export async function loadKinds(names: Iterable<string>): Promise<Map<string, AnyKind>> {
  const folder = new URL('../components/exercises/', import.meta.url)
  return new Map(
    await Promise.all(
      [...new Set(names)].map(async name => {
        const { kind } = (await import(/* @vite-ignore */ new URL(`${name}/answer.ts`, folder).href)) as {
          kind: AnyKind
        }
        return [name, kind] as const
      }),
    ),
  )
}
