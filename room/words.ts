/** How long a message to the room may be, in characters. */
export const LONGEST = 280

/**
 * Text from a phone as it may be shown to others: one line, without control characters and without the marks that
 * turn the direction of what follows. Markup stays text.
 */
export function tidyWords(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}
