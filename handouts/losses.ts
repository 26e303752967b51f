import type { Expected } from './expected'

/**
 * What a printed document no longer says.
 * @param pages what each page says, as it was read back: from left to right, also where people read the other way
 * @param direction of the whole document
 * @returns a fault for each blank page and for each text that is not there whole
 */
export function findLosses(
  pages: readonly string[],
  expected: readonly Expected[],
  direction: 'ltr' | 'rtl' = 'ltr',
): string[] {
  const all = bare(pages.join(''))
  return [
    ...pages.flatMap((page, index) => (page.trim() === '' ? [`page ${index + 1} is blank.`] : [])),
    ...expected.flatMap(({ what, text }) =>
      isIn(all, text, direction) ? [] : [`${what}: “${[...text].slice(0, 60).join('')}” was lost.`],
    ),
  ]
}

/** Scripts that are written from right to left. */
const FROM_RIGHT =
  '\\p{sc=Hebr}\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Thaa}\\p{sc=Nkoo}\\p{sc=Samr}\\p{sc=Mand}\\p{sc=Adlm}\\p{sc=Rohg}'
const WORD_FROM_RIGHT = new RegExp(`[${FROM_RIGHT}]+`, 'u')
const WORDS = new RegExp(`[${FROM_RIGHT}]+|[^${FROM_RIGHT}]+`, 'gu')

/** Letters and digits alone: line ends, hyphens, accents and ligatures must not look like a loss. */
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function isIn(all: string, text: string, direction: 'ltr' | 'rtl'): boolean {
  if (direction === 'ltr' && !WORD_FROM_RIGHT.test(text)) return all.includes(bare(text))
  // A line that has both directions is drawn in another order than it is read: each word is looked for by itself.
  return text
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .flatMap(part => bare(part).match(WORDS) ?? [])
    .every(word => (WORD_FROM_RIGHT.test(word) ? isDrawn(all, word) : all.includes(word)))
}

/** Whether the letters of a word stand together: from the left, but for those that a typeface joins into one sign. */
function isDrawn(all: string, word: string): boolean {
  const letters = [...word]
  if (all.includes(letters.toReversed().join('')) || all.includes(word)) return true
  const wanted = letters.toSorted().join('')
  return (all.match(new RegExp(WORD_FROM_RIGHT, 'gu')) ?? []).some(run => {
    const signs = [...run]
    return signs.some(
      (_, from) =>
        signs
          .slice(from, from + letters.length)
          .toSorted()
          .join('') === wanted,
    )
  })
}
