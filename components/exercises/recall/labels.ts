/** English; a group of this kind's name in content/interface.yaml overrides or translates any of them. */
export const labels = {
  skip: 'Skip',
  check: 'Check',
  answer: 'Answer:',
  mark: 'How much of it did you have?',
  had: 'all of it',
  partly: 'some of it',
  not: 'not yet',
  right: 'That is right.',
  wrong: 'Not that one.',
  finished: 'You had {n} of {all}.',
  open: 'Not answered: {n}. Later rounds begin once all are answered; a guess is enough.',
  toOpen: 'Go to the first of them',
  again: 'Worth another look:',
  locked: 'Those were all the questions. The answers come when everyone is ready.',
  handsAsk: 'Who had number …',
  // The guide's answer key
  keyQuestion: 'Question',
  keyAnswer: 'Answer',
}
