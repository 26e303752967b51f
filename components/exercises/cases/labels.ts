/** English; a group of this kind's name in content/interface.yaml overrides or translates any of them. */
export const labels = {
  ask: 'What is going on here?',
  mistake: '{n}: {title}',
  none: 'None of the mistakes',
  check: 'See what points there',
  fits: 'What fits best:',
  story: 'The story again',
  write: 'What could {who} say instead, and what would be one small next step?',
  writeHow: 'Write a line or two. Then compare.',
  paperWrite: 'Below each story: what could they say instead, and what would be one small next step?',
  compare: 'Compare',
  sentence: 'A better sentence:',
  step: 'A small next step:',
  skip: 'Skip',
  finished: 'In {n} of {all} cases your choice was among those that fit best.',
  rule: 'To tell them apart:',
  locked: 'Those were all the cases. What points where comes when everyone has chosen.',
  // In the room
  handsAsk: 'What is going on here?',
  previous: 'Case before',
  next: 'Next case',
  caseOf: 'Case {n} of {all}',
  show: 'Show what points where',
  // The guide's answer key
  keyCase: 'Case',
  keyAnswer: 'What fits best, and what to say to the others',
}
