/** What a key means while the focus is inside an exercise on a slide. */
type KeyIntent = 'deck' | 'leave' | 'stay'

/**
 * Clickers send Page Up and Page Down, which always belong to the deck; Escape leaves the exercise;
 * everything else, the arrows above all, stays with the control that has the focus.
 */
function intentOf(event: Pick<KeyboardEvent, 'key'>): KeyIntent {
  switch (event.key) {
    case 'PageUp':
    case 'PageDown':
      return 'deck'
    case 'Escape':
      return 'leave'
    default:
      return 'stay'
  }
}

/** For `@keydown` on whatever wraps an exercise: keys inside it never move the slide under it. */
export function keepKeysInside(event: KeyboardEvent) {
  const intent = intentOf(event)
  if (intent === 'stay') event.stopPropagation()
  else if (intent === 'leave' && event.target instanceof HTMLElement) event.target.blur()
}
