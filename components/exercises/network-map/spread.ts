import type { Place } from './places'

/** A box around its middle, in percent of the map's side. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The space between two boxes. */
const GAP = 0.6
const ROUNDS = 120

/**
 * Pushes boxes off each other and off what stays where it is, whichever way is shorter. After each round they are put
 * back to where they may be.
 * @param boxes are moved
 * @param fixed what nothing may stand on
 * @param within gives the place nearest to a box's own at which it may be
 */
export function spread(boxes: Box[], fixed: readonly Box[], within: (box: Box, index: number) => Place) {
  const putBack = () => boxes.forEach((box, index) => Object.assign(box, within(box, index)))
  putBack()
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false
    for (const [index, box] of boxes.entries()) {
      for (const other of fixed) moved = push(other, box, 1) || moved
      for (const other of boxes.slice(index + 1)) moved = push(box, other, 0.5) || moved
    }
    if (moved) putBack()
  }
}

/** Moves b away from a by a share of their overlap, and a by the rest. Returns whether they overlapped. */
function push(a: Box, b: Box, share: number): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const across = (a.width + b.width) / 2 + GAP - Math.abs(dx)
  const down = (a.height + b.height) / 2 + GAP - Math.abs(dy)
  if (across <= 0 || down <= 0) return false
  if (down <= across) {
    const by = dy < 0 ? -down : down
    b.y += by * share
    a.y -= by * (1 - share)
  } else {
    const by = dx < 0 ? -across : across
    b.x += by * share
    a.x -= by * (1 - share)
  }
  return true
}
