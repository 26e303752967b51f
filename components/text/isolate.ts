/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * Keeps the direction of a learner's words to themselves, where they stand within a sentence of ours: without the
 * isolates their question mark, or the sentence's own full stop, would stand at the wrong end. Markup has
 * `dir="auto"` and `<bdi>`.
 */
export const isolated = (words: string) => (RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words)
