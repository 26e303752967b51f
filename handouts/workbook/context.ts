import type { Paper } from '../../model/paper'

/** What the workbook needs beyond the workshop. */
export interface WorkbookContext {
  paper: Paper
  start: string
  room?: string
  /** A page of lines before the feedback page, so that the latter begins a sheet of its own and tears off. */
  notesPage: boolean
}
