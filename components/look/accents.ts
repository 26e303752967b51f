/** The colours of tokens.css that a part of a workshop may have; `data-accent` on an element sets its `--accent`. */
export const ACCENTS = ['navy', 'plum', 'teal', 'vermilion', 'gold'] as const
export type Accent = (typeof ACCENTS)[number]
