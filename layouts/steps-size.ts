import type { RichText } from '../components/text/rich-text'
import { plainText } from '../components/text/rich-text'

/** Sizes of letters in pixels, and how many fit on a line of the column that steps stand in, measured. */
const SIZES = [
  { size: 26, letters: 23 },
  { size: 24, letters: 25.5 },
]
const SMALLEST = 22
/** What is left below the title of a slide, and between two steps; the height of a line: pixels, and times the size. */
const HEIGHT = 390
const GAP = 12
const LINE = 1.32

/** The largest size, in pixels, at which the steps of an exercise fit beside what it asks. */
export function stepsSize(steps: RichText[]): number {
  const texts = steps.map(step => plainText(step).length)
  const fits = SIZES.find(({ size, letters }) => {
    const lines = texts.reduce((sum, length) => sum + Math.ceil(length / letters), 0)
    return lines * size * LINE + (texts.length - 1) * GAP <= HEIGHT
  })
  return fits?.size ?? SMALLEST
}
