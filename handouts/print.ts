import type { Page } from 'playwright-chromium'

import type { DocumentName } from '../model/documents'
import { directionOf } from '../model/language'
import type { PaperSize } from '../model/paper-size'
import { UserError } from '../model/user-error'
import type { Expected } from './expected'
import {
  beginPages,
  complete,
  findOverflow,
  findUnprintable,
  fitPages,
  measureBlocks,
  put,
  scaleBlocks,
  splitTall,
} from './in-page'
import { findLosses } from './losses'
import { paginate, scaleFor } from './paginate'
import type { About, Finished } from './pdf/finish'
import type { PageNumbers } from './pdf/page-numbers'
import type { Press } from './press'
import { AREA } from './press'
import type { DraftLayout, PrintedNumbers } from './printed-numbers'
import type { Rendered } from './templates'

/** A document could not be printed as it should be; every fault names the exercise or the page. */
export class PrintError extends UserError {
  override name = 'PrintError'

  constructor(
    document: string,
    faults: readonly string[],
    remedy = 'shorten the text that is named, or give it less to hold',
  ) {
    super(
      `The ${document} does not print as it should:\n${faults.map(fault => `  - ${fault}`).join('\n')}`,
      `${remedy}; then print again. Nothing was written.`,
      1,
    )
  }
}

export interface PrintJob {
  name: DocumentName
  about: About
  papers: readonly PaperSize[]
  render: () => Promise<Rendered>
  /** Its last page is torn off, and so has to begin a sheet. */
  tearsOff?: true
  /** Texts that must be found again in the PDF, with what to call each when it is lost. */
  expected: Expected[]
}

/** A document as the browser printed it. */
export interface Raw {
  bytes: Uint8Array
  /** Chromium loses the spaces of headings that wrap; the bookmarks are named from the page instead. */
  headings: string[]
}

/**
 * Prints a draft of a document, to see where things fall: not every browser has `target-counter()`, and none can count
 * sheets.
 */
export async function printDraft({ pages, threads }: Press, { name, render }: PrintJob): Promise<PageNumbers> {
  const [page, rendered] = await Promise.all([pages[name], render()])
  await page.evaluate(put, rendered)
  await page.evaluate(fitPages, AREA.height)
  await page.evaluate(splitTall, AREA.height - ROUNDING)
  await layOut(page)
  return threads.run('pageNumbers', await page.pdf({ preferCSSPageSize: true }))
}

/** Puts the blocks of a document on pages, in type that is a little smaller where that saves some. */
async function layOut(page: Page): Promise<void> {
  const height = AREA.height - ROUNDING
  let { blocks, firstPage } = await page.evaluate(measureBlocks)
  if (blocks.length === 0) return
  const scale = scaleFor(blocks, height, firstPage)
  if (scale < 1) {
    await page.evaluate(scaleBlocks, scale)
    ;({ blocks, firstPage } = await page.evaluate(measureBlocks))
  }
  await page.evaluate(beginPages, paginate(blocks, height, firstPage).starts)
}

/** Prints a document as a whole, tagged and outlined. */
export async function print(
  { pages }: Press,
  { name }: PrintJob,
  { hasNotes }: DraftLayout,
  numbers: PrintedNumbers,
): Promise<Raw> {
  const page = await pages[name]
  await page.evaluate(complete, { numbers, hasNotes })
  const headings = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => (heading as HTMLElement).innerText),
  )
  const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true })
  return { bytes, headings }
}

/**
 * Mends a printed document and reads it back; meanwhile the browser, which the rest does not need any more, looks it
 * over.
 * @throws PrintError when it cannot be printed as it is, a page is blank, words were lost or pages are not where the
 *   draft had them
 */
export async function finish(
  press: Press,
  { bytes, headings }: Raw,
  { name, about, papers, expected }: PrintJob,
  { pages }: DraftLayout,
): Promise<Finished> {
  const [finished] = await Promise.all([
    press.threads.run('finish', bytes, { ...about, headings }, papers),
    press.pages[name].then(page => lookOver(page, name)),
  ])
  const faults = findLosses(finished.pages, expected, directionOf(about.language))
  if (finished.pages.length !== pages)
    faults.push(
      `it has ${finished.pages.length} pages where the draft promised ${pages}: its page numbers would lead astray.`,
    )
  if (faults.length) throw new PrintError(name, faults)
  return finished
}

/** @throws PrintError when something overflows, or no typeface has one of its signs */
async function lookOver(page: Page, name: DocumentName): Promise<void> {
  const unprintable = await page.evaluate(findUnprintable)
  if (unprintable.length)
    throw new PrintError(
      name,
      unprintable,
      'leave those signs out, or install a typeface that has them, such as Noto on every system',
    )
  const faults = await page.evaluate(findOverflow, AREA.height)
  if (faults.length) throw new PrintError(name, faults)
}

/** Pixels that a page may lose to the rounding of what stands on it. */
const ROUNDING = 3
