/** English; a group of this kind's name in content/interface.yaml overrides or translates any of them. */
export const labels = {
  before: 'Before:',
  after: 'Now, after writing:',
  rate: 'Move the slider to your number, or tap the handle to keep this number.',
  yours: 'In your own words',
  unrated: 'A rating is still missing, so there is nothing to compare. Go back to give it, if you like.',
  rose: 'From {before} to {after}: your number rose by {n}.',
  same: '{before} before and {after} after: your number stayed the same.',
  fell: 'From {before} to {after}: your number fell by {n}.',
  handsAsk: 'Whose second number …',
  countRose: 'rose',
  countSame: 'stayed the same',
  countFell: 'fell',
}
