import { fill } from '../../fill'
import type { labels as english } from './labels'
import type { Levels } from './ties'

/** Ties in words, those that are kept: "Ida: now and then, Mina: …". */
export function levelsInWords(levels: Levels, labels: typeof english): string {
  const { silent, weak, awake, strong, pictureTie } = labels
  const words = { silent, weak, awake, strong }
  const kept = Object.entries(levels).filter(([, level]) => level !== 'silent')
  return kept.length
    ? kept.map(([name, level]) => fill(pictureTie, { name, level: words[level] })).join('; ')
    : labels.triedNone
}
