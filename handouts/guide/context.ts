import type { PaperSize } from '../../model/paper-size'

/** What the guide needs beyond the workshop. */
export interface GuideContext {
  papers: readonly PaperSize[]
  /** HH:MM */
  start: string
  people: number
  room?: string
  /** Left out of the draft, which they are read from. */
  counts?: PageCounts
}

export interface PageCounts {
  workbook: number
  guide: number
  /** The page each part of the guide begins on, by its anchor. */
  pageOf: Record<string, number>
}
