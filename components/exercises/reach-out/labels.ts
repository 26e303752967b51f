/** English; a group of this kind's name in content/interface.yaml overrides or translates any of them. */
export const labels = {
  // Whom to write to
  person: 'Person {n}',
  code: 'Person {n}: initials or a code',
  pick: 'I write to this one',
  picked: 'Whom I write to',
  listed: '{who}: {helps}',
  choosing: 'What was found about choosing',
  // From the map
  suggested: 'From your map:',
  suggest: 'Add {code}',
  dormant: '{code} (lost touch)',
  bridging: '{code} (knows others)',
  dormantBridging: '{code} (lost touch, knows others)',
  // For a plan
  ideaIf: 'it is the hour that I have set ({when})',
  ideaThen: 'I send my message to {who}',
  // The weak draft
  mark: 'Which sentences would you mend?',
  check: 'Check',
  mends: 'To be mended.',
  stays: 'May stay.',
  mendAsk: 'Write a better line for this one. Leave it empty if you would leave it out.',
  mendOf: '{place}, sentence {n} of {all}',
  mendLine: 'Your line for “{line}”',
  compare: 'Compare',
  better: 'One better line:',
  // The messages
  noted: 'You noted:',
  minds: 'Look at it once more:',
  elsewhere: 'I have written it where I would send it from',
  good: 'One that works:',
  limit: 'Its limit:',
  second: 'The second message',
  introduction: 'If trust decides in your trade',
  first: 'My message',
  // To take along
  yours: 'Your messages',
  empty: 'No message is written here yet. Go back, or write it where you would send it from.',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'This browser does not copy by itself. Select the text, and copy it.',
  share: 'Share …',
  shared: 'Handed on to the app that you chose.',
  shareClosed: 'Nothing was shared.',
  shareFailed: 'It could not be shared from here. Copy the text instead.',
  copyOf: 'Copy: {title}',
  shareOf: 'Share: {title}',
  // In the room and on paper
  mended: 'The draft, mended',
  handsAsk: 'Who would mend sentence …',
  paperDraft: 'Cross out what you would mend, and write a better line below.',
  paperPerson: 'Who (initials)',
  // The guide's answer key
  keyPart: 'Sentence of the draft',
  keyWhy: 'What to say, and one better line',
}
