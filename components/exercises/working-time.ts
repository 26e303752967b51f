import type { RichText } from '../text/rich-text'
import { plainText } from '../text/rich-text'

/** Seconds for a choice and for a line to be written, at the pace of readers of English as a second language. */
export const SECONDS_A_CHOICE = 10
export const SECONDS_A_LINE = 25

const WORDS_A_MINUTE = 130

/** Seconds that it takes to read texts aloud. */
export function secondsAloud(texts: readonly RichText[]): number {
  const words = texts.flatMap(text => plainText(text).split(' ').filter(Boolean)).length
  return Math.round((words * 60) / WORDS_A_MINUTE)
}
