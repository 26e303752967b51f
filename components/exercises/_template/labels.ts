/**
 * The words that the components show, in English; a group of this kind's name in content/interface.yaml overrides or
 * translates any of them. Words that all kinds share (Back, Next, "For example:") are in that file.
 */
export const labels = {
  comment: 'About your choice:',
  locked: 'Your choice is kept. What there is to say about it comes when everyone has chosen.',
  handsAsk: 'Who chose …',
  keyOption: 'Choice',
  keyComment: 'What to say about it',
}
