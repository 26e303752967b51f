import type { DocumentName } from '../model/documents'
import type { PageNumbers } from './pdf/page-numbers'

/** Where things fell in the draft of a document. */
export interface DraftLayout extends PageNumbers {
  name: DocumentName
  /** Whether its page for notes is printed, which the draft does not have. */
  hasNotes: boolean
}

/** Numbers that are known once all documents are laid out, by what a template names them. */
export type PrintedNumbers = Record<string, number>

/**
 * “workbook” is how many pages the workbook has, “workbook sheets” how many sheets printed on both sides, and
 * “workbook#self-check” the page that this anchor is on.
 */
export function printedNumbers(drafts: readonly DraftLayout[]): PrintedNumbers {
  return Object.fromEntries(
    drafts.flatMap(({ name, pages, pageOf }) => [
      [name, pages],
      [`${name} sheets`, Math.ceil(pages / 2)],
      ...Object.entries(pageOf).map(([anchor, page]) => [`${name}#${anchor}`, page]),
    ]),
  )
}
