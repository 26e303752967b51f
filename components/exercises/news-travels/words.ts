import { fill } from '../../fill'
import type { labels as english } from './labels'
import { WEEKS, YOU } from './levels'
import type { NewsTravelsOnPaper } from './schema'
import type { Week } from './simulation'
import type { Act, Levels, Town } from './ties'
import { changeable, closeIn, levelOf, numberOf } from './ties'

/** Ties in words, those that are kept: "Ida: now and then, Mina: …". */
export function levelsInWords(levels: Levels, labels: typeof english): string {
  const { silent, weak, awake, strong, pictureTie } = labels
  const words = { silent, weak, awake, strong }
  const kept = Object.entries(levels).filter(([, level]) => level !== 'silent')
  return kept.length
    ? kept.map(([name, level]) => fill(pictureTie, { name, level: words[level] })).join('; ')
    : labels.triedNone
}

/** What stands on people: the first letter of those you know, and a star on you. */
export function lettersOf(town: Pick<Town, 'groups' | 'contacts'>): Record<number, string> {
  const mine = [...closeIn(town), ...town.contacts.map(({ name }) => name)]
  return { ...Object.fromEntries(mine.map(name => [numberOf(town, name), [...name][0]!])), [YOU]: '★' }
}

/** The town after some weeks, as much of it as the picture shows: your ties, and the news that you know. */
export function townInWords(
  town: NewsTravelsOnPaper,
  act: Act,
  levels: Levels,
  { week, knows }: Pick<Week, 'week' | 'knows'>,
  labels: typeof english,
): string {
  const ties = changeable(town, act).map(
    name => `${fill(labels.pictureTie, { name, level: labels[levelOf(town, levels, name)] })}.`,
  )
  const news = town.groups.flatMap(({ news }) => (news ? [news.what] : [])).filter((_, piece) => knows[YOU]![piece])
  return fill(labels.picture, {
    n: week,
    all: WEEKS,
    ties: ties.join(' '),
    known: news.length ? fill(labels.pictureKnown, { news: news.join('; ') }) : labels.pictureNothing,
  })
}
