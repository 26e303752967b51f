import type { RichText } from '../../components/text/rich-text'
import { plainText } from '../../components/text/rich-text'
import type { WorkshopRecord } from '../schemas/workshop'

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * How many words are spoken when a text is read aloud: names of sources and marks of emphasis are not.
 * @param language as workshop.yaml has it; where words begin and end differs from language to language
 */
export function spokenWords(text: RichText, language: string): number {
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' })
    segmenters.set(language, segmenter)
  }
  let words = 0
  for (const { isWordLike } of segmenter.segment(plainText(text))) if (isWordLike) words++
  return words
}

/** How a workshop is spoken: in its language, at so many words a minute. */
export type Speech = Pick<WorkshopRecord, 'language' | 'pace'>

/** Seconds that so many words take. */
export const secondsFor = (words: number, { pace }: Pick<Speech, 'pace'>): number => Math.round((words * 60) / pace)
