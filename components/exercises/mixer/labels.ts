/** English; a group of this kind's name in content/interface.yaml overrides or translates any of them. */
export const labels = {
  // What to do now: each goes once it was done
  driftFirst: 'A reception from above. Each shape is a circle of people who came together. Press “Ten minutes later”.',
  driftThen: 'Nobody arranges anything. A dot fills for every new face. Let the evening run to its end.',
  arrangeFirst:
    'The same guests. Now you are the host: {goal} of {all} should meet enough new faces. Choose an arrangement.',
  arrangeThen: 'Now let the evening run. The mark on the bar stands at {goal} of {all}.',
  fewFirst: 'People also like to be left alone. Rounds that you may arrange: {n}. Reach {goal} of {all} once more.',
  fewThen: 'Rounds that you may still arrange: {n}.',
  table: 'Now play as you like, with no goal. Change what you like, and watch what it does.',
  // How an evening went
  over: 'The evening is over. People with enough new faces: {n} of {all}.',
  short: 'Not there yet. Take rounds back and choose another arrangement, or look at one way of doing it.',
  share: 'Talks between people who knew each other before: {n} of 100.',
  later: 'New acquaintances: {n}. Still in touch a month later, in this model: {later}.',
  // The one number
  goal: 'People who have met {need} new faces or more',
  of: '{n} of {all}',
  minute: 'Minute {n} of {all}',
  picture:
    'The room at minute {n} of {all}. Groups that stand together: {knots}. ' +
    'Groups with more than one circle in them: {mixed}.',
  circles: 'The circles',
  // Controls
  arrangement: 'Arrangement for the next ten minutes',
  free: 'Left free',
  hosts: 'Hosts who introduce',
  pairs: 'Assigned pairs',
  groups: 'Small groups, mixed anew',
  step: 'Ten minutes later',
  run: 'To the end',
  stop: 'Stop',
  undo: 'Ten minutes back',
  again: 'Begin again',
  way: 'Show one way',
  twin: 'The same in words: who stands with whom',
  person: '{name}, new faces: {n}',
  tried: 'Evenings so far',
  triedPart: '{arrangement} × {n}',
  triedEvening: '{parts}: {n} of {all}',
  // The free table
  guests: 'Guests',
  curious: 'Of ten moves, how many go to strangers on purpose',
  luck: 'Play with other luck',
  luckIs: 'Luck number {n}',
  // The end
  notPlayed: 'Play one evening first; what is known about such evenings comes then.',
  compare: 'To compare with:',
  model: 'What this model leaves out:',
  // For a room and for paper
  handsAsk: 'Which would you choose?',
  paperFree:
    'A free evening, the first half hour. Each box is a group that stands together. ' +
    'Tick every box in which people of two circles meet.',
  paperRound: 'Minute {from} to {to}',
  paperCount: 'Boxes with two circles or more:',
  paperPlan:
    'Your plan for the same half hour: nobody sits with their own circle, and no two people sit together twice.',
  paperTable: 'Table {n}',
  paperFaces: 'New faces for each person, with my plan:',
}
