import type { RichText } from '../text/rich-text'
import { plainText } from '../text/rich-text'
import type { Picture } from './schema'
import { areFew } from './shapes'
import { changeOf } from './words'

export interface PicturedFinding {
  finding: RichText
  caveat: RichText
  picture?: Picture | undefined
}

/**
 * Holds a picture to its finding: each of its numbers stands in the finding or in its limit, in digits.
 * @param path where the finding's fields stand in the YAML
 * @param complain reports a problem there, with a remedy
 */
export function checkPicture(
  { finding, caveat, picture }: PicturedFinding,
  path: readonly (string | number)[],
  complain: (path: readonly (string | number)[], message: string, remedy: string) => void,
) {
  if (!picture) return
  const told = numbersIn(`${plainText(finding)} ${plainText(caveat)}`)
  for (const { at, n } of numbersOf(picture)) {
    // Of ten thousand may also be told in per cent: 16 as 0.16%.
    const written = picture.kind === 'in-10000' ? [...forms(n), ...forms(n / 100)] : forms(n)
    if (!written.some(form => told.has(form)))
      complain(
        [...path, 'picture', ...at],
        `Expected a number that the finding or its limit tells, found ${n}.`,
        'write the numbers of the text in digits; where it has none, `kind: ladder` shows the order alone.',
      )
  }
}

/**
 * The numbers that a text has to tell, with their places. Nobody, all of a hundred, a bound ("under a third") and a
 * handful of people ("by two-thirds") stay in words.
 */
function numbersOf(picture: Picture): { at: (string | number)[]; n: number }[] {
  switch (picture.kind) {
    case 'of-100':
      return (['guessed', 'found'] as const).flatMap(field => {
        const [n, is] = [picture[field], picture[`${field}Is`]]
        return n === undefined || n === 0 || n === 100 || is === 'most' || is === 'least' ? [] : [{ at: [field], n }]
      })
    case 'in-10000':
      return picture.rows.map(({ n }, at) => ({ at: ['rows', at, 'n'], n }))
    case 'bars':
      return picture.bars.map(({ percent }, at) => ({ at: ['bars', at, 'percent'], n: percent }))
    case 'before-after':
      return areFew(picture.before.value, picture.after.value)
        ? []
        : [{ at: ['after', 'value'], n: Math.abs(changeOf(picture)) }]
    case 'ladder':
      return []
  }
}

const numbersIn = (text: string) => new Set(text.match(/\d+(?:[.,\u00a0\u202f]\d+)*/g) ?? [])

/** A number as languages write it. */
const forms = (n: number) => [
  String(n),
  String(n).replace('.', ','),
  ...['en', 'de', 'fr'].map(each => n.toLocaleString(each)),
]
