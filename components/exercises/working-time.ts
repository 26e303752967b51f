import type { RichText } from '../text/rich-text'

/** Seconds for a choice and for a line to be written, at the pace of readers of English as a second language. */
export const SECONDS_A_CHOICE = 10
export const SECONDS_A_LINE = 25

/** Seconds that it takes to read texts aloud, at the workshop's pace and in its language. */
export type SecondsAloud = (texts: readonly RichText[]) => number
