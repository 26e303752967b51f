/** What the workbook needs beyond the workshop. */
export interface WorkbookContext {
  start: string
  room?: string
}
