/**
 * Characters that no text may hold: line separators, which few programs know; a byte order mark within a text; signs
 * that turn the direction of all that follows (what is written to the left brings its own direction, or stands between
 * isolates); halves of characters; and what Unicode keeps free of any meaning.
 */
export const UNFIT = /[\u2028\u2029\uFEFF\u202A-\u202E\p{Cs}\p{Noncharacter_Code_Point}]/u

/** Whether a text is one line of plain characters. */
export const isOneLine = (text: string) => !/\p{Cc}/u.test(text) && !UNFIT.test(text)
