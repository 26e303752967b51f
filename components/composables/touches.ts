/**
 * For `@pointerdown` on whatever wraps an exercise: a swipe that begins inside moves a slider, a list or a selection,
 * and never the slide under it. Slidev takes a swipe for its own once it has seen where it began.
 */
export function keepTouchesInside(event: PointerEvent) {
  if (event.pointerType === 'touch') event.stopPropagation()
}
