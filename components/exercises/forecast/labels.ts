/** English; a group of this kind's name in content/interface.yaml overrides or translates any of them. */
export const labels = {
  guess: 'Move the slider to make your guess.',
  locked: 'Your guess is kept. What was found comes when everyone has one.',
  show: 'Show what was found',
  yourGuess: 'Your guess: {guess}',
  found: 'Found: {found} {unit}',
  foundRange: 'Found: from {from} to {to} {unit}',
  foundUpTo: 'Found: at most {to} {unit}',
  foundFrom: 'Found: at least {from} {unit}',
  gap: 'Your guess is {gap} away from that.',
  gapNone: 'That is what you guessed.',
  gapWithin: 'Your guess lies in that range.',
  sketch: 'My guess:',
  foundHere: 'What was found:',
  handsAsk: 'Whose guess was …',
  // The guide's answer key
  keyTitle: 'Guesses',
  keyQuestion: 'Question',
  keyFound: 'Found',
  keyFinding: 'Finding',
}
