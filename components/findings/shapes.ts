/** Where things stand in the pictures of findings, as paths in the units of their canvases. */

/** Dots that a round line cap draws: a step so short that it has no length of its own. */
const dot = (x: number, y: number) => `M${x} ${y}h.01`

/** The first `n` of a hundred dots, ten a row, on a canvas of 100 × 100. */
export function dotsPath(n: number): string {
  return Array.from({ length: n }, (_, at) => dot(5 + 10 * (at % 10), 5 + 10 * Math.floor(at / 10))).join('')
}

/** A row of `n` dots on a canvas 10 high. */
export function rowPath(n: number): string {
  return Array.from({ length: n }, (_, at) => dot(5 + 10 * at, 5)).join('')
}

/**
 * Ten thousand bricks of 2 × 1 on a canvas of 200 × 200, filled by the even-odd rule: a hundred rows and fifty columns,
 * and where they cross there is nothing. As shapes of their own they would be half of a guide's PDF.
 */
export const FIELD =
  Array.from({ length: 100 }, (_, row) => `M0 ${2 * row}h200v1h-200z`).join('') +
  Array.from({ length: 50 }, (_, column) => `M${4 * column} 0h2v200h-2z`).join('')

/** `n` of the ten thousand as a block as square as can be, each a cell of 2 × 2 units. */
export function blockOf(n: number): { path: string; width: number; height: number } {
  const columns = Math.ceil(Math.sqrt(n))
  const full = Math.floor(n / columns)
  const rest = n % columns
  const rows = Math.ceil(n / columns)
  const [width, height] = [2 * columns, 2 * rows]
  const path = rest ? `M0 0H${width}V${2 * full}H${2 * rest}V${height}H0Z` : `M0 0H${width}V${height}H0Z`
  return { path, width, height }
}

/** Whether two amounts are few enough to be shown as people: whole numbers up to twelve. */
export const areFew = (...amounts: number[]) => amounts.every(each => Number.isInteger(each) && each <= 12)
