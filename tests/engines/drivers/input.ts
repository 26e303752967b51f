/** The keys that scenarios press, as WebDriver names them. */
const KEYS: Record<string, string> = {
  Shift: '\uE008',
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

/** What an input device of WebDriver does; W3C's two protocols, the older one and BiDi, write it alike. */
type Source = { id: string; actions: object[] } & ({ type: 'key' } | { type: 'pointer'; parameters: object })

/** One key, or several that are down together and joined by `+`. */
export const pressOf = (key: string): Source => typed([key.split('+').map(each => KEYS[each] ?? each)])

/** One key after the other. */
export const typingOf = (text: string): Source => typed([...text].map(letter => [letter]))

/** @param chords keys that are down together, one chord after the other */
function typed(chords: string[][]): Source {
  const actions = chords.flatMap(values => [
    ...values.map(value => ({ type: 'keyDown', value })),
    ...[...values].reverse().map(value => ({ type: 'keyUp', value })),
  ])
  return { type: 'key', id: 'keyboard', actions }
}

/** The mouse goes to a point of the window and presses. */
export const clickOf = (point: { x: number; y: number }): Source => ({
  type: 'pointer',
  id: 'pointer',
  parameters: { pointerType: 'mouse' },
  actions: [
    { type: 'pointerMove', ...point },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
})
