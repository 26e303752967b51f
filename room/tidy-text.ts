/** Marks over and under one letter: more than any script asks for, and fewer than reach into the lines around it. */
const TOO_MANY_MARKS = /(\p{M}{8})\p{M}+/gu
/** A sign that can be seen: blanks and joiners alone would be an empty line on the facilitator’s list. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u

/**
 * Text from a phone as it may be shown to others: one line, without control characters and without the marks that
 * turn the direction of what follows. Markup stays text; where nothing can be seen, nothing is left.
 */
export function tidyText(text: string): string {
  const words = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(TOO_MANY_MARKS, '$1')
    .trim()
  return SEEN.test(words) ? words : ''
}
