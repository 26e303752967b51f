import type { Place } from './places'

/** A box around its middle, in percent of the map's side. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The space between two boxes; half of it will do where there is little. */
export const GAP = 0.6
const ROUNDS = 120

/**
 * Pushes boxes off each other and off what stays where it is, whichever way is shorter. After each round they are put
 * back to where they may be.
 * @param boxes are moved
 * @param fixed what nothing may stand on
 * @param within gives the place nearest to a box's own at which it may be
 * @returns whether there was room for all
 */
export function spread(boxes: Box[], fixed: readonly Box[], within: (box: Box, index: number) => Place): boolean {
  const putBack = () => boxes.forEach((box, index) => Object.assign(box, within(box, index)))
  putBack()
  for (let round = 0; round < ROUNDS; round++) {
    let most = 0
    for (const [index, box] of boxes.entries()) {
      for (const other of fixed) most = Math.max(most, push(other, box, 1))
      for (const other of boxes.slice(index + 1)) most = Math.max(most, push(box, other, 0.5))
    }
    if (most < GAP / 2) return true
    putBack()
  }
  return false
}

/** Moves b away from a by a share of their overlap, and a by the rest. Returns how far that was. */
function push(a: Box, b: Box, share: number): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const across = (a.width + b.width) / 2 + GAP - Math.abs(dx)
  const down = (a.height + b.height) / 2 + GAP - Math.abs(dy)
  if (across <= 0 || down <= 0) return 0
  if (down <= across) {
    const by = dy < 0 ? -down : down
    b.y += by * share
    a.y -= by * (1 - share)
  } else {
    const by = dx < 0 ? -across : across
    b.x += by * share
    a.x -= by * (1 - share)
  }
  return Math.min(across, down)
}
