import type { AnyKind } from '../components/exercises/kind'
import { inBundle } from '../model/kinds-in-bundle'
import type { RoomContent } from '../model/room-content'
import type { CountedExercises } from './role-views'

/**
 * The pure part of kinds of exercise, by name. A bundle has components/exercises/registry.ts for that, which Node
 * cannot read.
 */
export async function loadKinds(names: Iterable<string>): Promise<Map<string, AnyKind>> {
  const folder = new URL('../components/exercises/', import.meta.url)
  return new Map(
    await Promise.all(
      [...new Set(names)].map(async name => {
        const { href } = new URL(`${name}/answer.ts`, folder)
        const { kind } = (inBundle[href] ?? (await import(/* @vite-ignore */ href))) as { kind: AnyKind }
        return [name, kind] as const
      }),
    ),
  )
}

/** The exercises of a workshop, each with the kind that counts its answers. */
export async function countedExercises({ exercises }: Pick<RoomContent, 'exercises'>): Promise<CountedExercises> {
  const kinds = await loadKinds(Object.values(exercises).map(({ open }) => open.kind))
  return new Map(
    Object.entries(exercises).map(([id, { open, reveal }]) => [
      id,
      { exercise: { ...open, reveal }, kind: kinds.get(open.kind)! },
    ]),
  )
}
