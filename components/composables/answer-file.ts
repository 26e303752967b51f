import type { StoredAnswer } from './answer-store'

export const ANSWER_FORMAT = 'workshop-answers'
export const ANSWER_VERSION = 1

/** What carries answers from one device, or from one address, to another. */
export interface AnswerFile {
  format: typeof ANSWER_FORMAT
  version: typeof ANSWER_VERSION
  /** The id of the workshop that they belong to. */
  workshop: string
  saved: string
  answers: Record<string, StoredAnswer>
}

/** @param saved the day, as 2031-04-09 */
export function answerFile(workshop: string, answers: AnswerFile['answers'], saved: string): string {
  const file: AnswerFile = { format: ANSWER_FORMAT, version: ANSWER_VERSION, workshop, saved, answers }
  return `${JSON.stringify(file, undefined, 2)}\n`
}
