import { hasOwn } from '../components/has-own'
import type { Section } from './headings'

/** Where somebody stopped reading: a page, and the last section they came to. */
export interface ReadingPlace {
  file: string
  section?: string
}

type Keeper = Pick<Storage, 'getItem' | 'setItem'>
const keyOf = (workshop: string) => `${workshop}:place`

/** The place that was kept, if these pages still have it. */
export function readPlace(
  workshop: string,
  storage: Keeper | undefined,
  sections: Record<string, Section[]>,
): { file: string; section?: Section } | undefined {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(workshop)) ?? 'null')
    if (
      !kept ||
      typeof kept !== 'object' ||
      !('file' in kept) ||
      typeof kept.file !== 'string' ||
      !hasOwn(sections, kept.file)
    )
      return undefined
    const section = 'section' in kept ? sections[kept.file]!.find(({ id }) => id === kept.section) : undefined
    return { file: kept.file, ...(section && { section }) }
  } catch {
    return undefined
  }
}

export function keepPlace(workshop: string, storage: Keeper | undefined, place: ReadingPlace) {
  try {
    storage?.setItem(keyOf(workshop), JSON.stringify(place))
  } catch {
    // Blocked or full: then there is nothing to resume, and nothing else is lost.
  }
}
