/** What the workbook needs beyond the workshop. */
export interface WorkbookContext {
  /** When the workshop begins, as in 09:30. */
  start: string
  room?: string
}
