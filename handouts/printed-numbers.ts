import type { Draft } from './print'

/** Numbers that are known once all documents are laid out, by what a template names them. */
export type PrintedNumbers = Record<string, number>

/**
 * “workbook” is how many pages the workbook has, “workbook sheets” how many sheets printed on both sides, and
 * “workbook#self-check” the page that this anchor is on.
 */
export function printedNumbers(drafts: readonly Draft[]): PrintedNumbers {
  return Object.fromEntries(
    drafts.flatMap(({ name, pages, pageOf }) => [
      [name, pages],
      [`${name} sheets`, Math.ceil(pages / 2)],
      ...Object.entries(pageOf).map(([anchor, page]) => [`${name}#${anchor}`, page]),
    ]),
  )
}
