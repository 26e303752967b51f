import type { DocumentName } from '../model/documents'
import type { PaperSize } from '../model/paper-size'

export interface HandoutOptions {
  papers: readonly PaperSize[]
  people: number
  /** When the workshop begins, as in 09:30. */
  start: string
  room?: string
  /** Those to print; all of them when left out. */
  documents?: readonly DocumentName[]
}
