import type { Paper } from '../../model/paper'

/** What the guide needs beyond the workshop. */
export interface GuideContext {
  paper: Paper
  /** HH:MM */
  start: string
  people: number
  room?: string
  /** Pages of the workbook on the same paper, for the print list. */
  workbookPages: number
  /** Pages of this guide; unknown in the first of two passes. */
  guidePages?: number
  /** The page each heading's anchor fell on in the first pass. */
  pageOf: Record<string, number>
}
