/** A piece of a document that is never split, as it was laid out. */
export interface LaidOutBlock {
  /** In the units of the page's height, with the space above it. */
  height: number
  /** The head of a part, which begins a page where it can, and never ends one. */
  startsPart?: boolean
  /** The spread that it belongs to: an exercise, with all that is needed for it. */
  spread?: string
}

/**
 * How bad it is: a page more, a spread split that fits a page, a part that begins in the middle of a page, an almost
 * empty page, and what must not be: a spread that turns a leaf, a head that ends a page.
 */
const COST = { page: 10, split: 4, part: 12, thin: 80, never: 20_000 }
/** A page with less than this share of its height looks forgotten. */
const THIN = 1 / 3

/**
 * Chooses where pages begin. A spread stands on one page, or else on a left one and the right one that faces it; what
 * fits one page is split only where a page would look forgotten otherwise, and the last page of a part may be short.
 * @param firstPage the number of the page that the first block begins; even numbers are on the left
 */
export function paginate(blocks: readonly LaidOutBlock[], pageHeight: number, firstPage: number): Plan {
  const heights = new Map<string, number>()
  for (const { spread, height } of blocks)
    if (spread !== undefined) heights.set(spread, (heights.get(spread) ?? 0) + height)
  const isSplitAt = (index: number) => {
    const { spread } = blocks[index] ?? {}
    return spread !== undefined && blocks[index - 1]?.spread === spread ? spread : undefined
  }
  const known = new Map<string, Plan>()

  /** The best way to lay out the blocks from an index on. */
  function from(start: number, page: number): Plan {
    if (start === blocks.length) return { cost: 0, starts: [] }
    const key = `${start} ${page % 2}`
    const before = known.get(key)
    if (before) return before
    let best: Plan = { cost: Infinity, starts: [] }
    let height = 0
    let parts = 0
    for (let end = start + 1; end <= blocks.length; end++) {
      height += blocks[end - 1]!.height
      if (height > pageHeight && end > start + 1) break
      if (end > start + 1 && blocks[end - 1]!.startsPart) parts++
      const isLast = end === blocks.length || blocks[end]!.startsPart === true
      // Of ways that are as good, the one that fills the pages it has.
      let cost = COST.page + (isLast ? 0 : (1 - Math.min(1, height / pageHeight)) ** 2)
      cost += parts * COST.part
      if (blocks[end - 1]!.startsPart && !isLast) cost += COST.never
      if (!isLast && height < THIN * pageHeight) cost += COST.thin * (1 - height / (2 * THIN * pageHeight))
      const split = isSplitAt(end)
      if (split !== undefined) {
        if (heights.get(split)! <= pageHeight) cost += COST.split
        // It turns a leaf in the middle, or has been split before.
        if (page % 2 === 1 || isSplitAt(start) === split) cost += COST.never
      }
      const rest = from(end, page + 1)
      if (cost + rest.cost < best.cost) best = { cost: cost + rest.cost, starts: [start, ...rest.starts] }
    }
    known.set(key, best)
    return best
  }
  return from(0, firstPage)
}

/** How much smaller type may become, and how bad each step is. */
const SCALES = [1, 0.98, 0.96, 0.94, 0.92]
const COST_OF_STEP = 5

/**
 * How much smaller the type has to be for blocks to fall well: a little smaller may save several pages. It goes by the
 * heights alone, which shrink a little more than that when lines hold more words.
 */
export function scaleFor(blocks: readonly LaidOutBlock[], pageHeight: number, firstPage: number): number {
  const costs = SCALES.map((scale, step) => paginate(blocks, pageHeight / scale, firstPage).cost + step * COST_OF_STEP)
  return SCALES[costs.indexOf(Math.min(...costs))]!
}

/** One way to lay out blocks. */
interface Plan {
  /** How bad it is. */
  cost: number
  /** The indexes of the blocks that begin a page. */
  starts: number[]
}
