/** The documents that are printed, by the names that their files begin with. */
export const DOCUMENTS = ['workbook', 'answer-sheet', 'guide', 'cue-card'] as const
export type DocumentName = (typeof DOCUMENTS)[number]
