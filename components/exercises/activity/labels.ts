/** English; a group of this kind's name in content/interface.yaml overrides or translates any of them. */
export const labels = {
  script: 'To read aloud',
  private: 'This is for you alone.',
  done: 'I have done it.',
  doneAsk: 'Did you do it?',
}
