import type { Browser, Page } from 'playwright-chromium'
import type { Expected } from './expected'
import type { About } from './pdf/finish'
import type { ReadPage } from './pdf/read-pages'
import type { PageNumbers } from './page-numbers'
import type { PdfProcess, Printed } from './pdf-process'
import type { Paper } from '../model/schemas/workshop'
import { Mendable } from '../model/mendable'

/** A document could not be printed as it should be; every fault names the exercise or the page. */
export class PrintError extends Mendable {
  override name = 'PrintError'

  constructor(document: string, faults: readonly string[]) {
    super(
      `${document} does not print as it should:\n${faults.map(fault => `  - ${fault}`).join('\n')}`,
      'shorten the text that is named, or give it less to hold; then print again. Nothing was written.',
      1,
    )
  }
}

/** What prints: the browser that lays out, and the process that mends and reads. */
export interface Press { browser: Browser, pdfs: PdfProcess }

export interface PrintJob {
  /** The file's name, for messages. */
  name: string
  paper: Paper
  about: About
  /** The document as HTML; the second time with the numbers of the pages on which things fell. */
  html: (where?: PageNumbers) => Promise<string>
  /** Texts that must be found again in the PDF, with what to call each when it is lost. */
  expected: Expected[]
}

/** Printable width and height in CSS pixels: the sheet less the margins of paper.css. */
const AREA: Record<Paper, { width: number, height: number }> = {
  a4: { width: mm(210 - 34), height: mm(297 - 35) },
  letter: { width: mm(215.9 - 34), height: mm(279.4 - 35) },
}

function mm(length: number): number {
  return length * 96 / 25.4
}

/**
 * Prints one document as a whole, tagged and outlined; then mends and inspects it. Chromium has no
 * `target-counter()`: it prints a draft, the places of the headings are read from that, and it prints again.
 * @throws PrintError when something overflows, a page is blank or words were lost
 */
export async function print({ browser, pdfs }: Press, { name, paper, about, html, expected }: PrintJob): Promise<Printed> {
  const { width, height } = AREA[paper]
  const page = await browser.newPage({ viewport: { width: Math.floor(width), height: Math.floor(height) } })
  try {
    await serve(page, await html())
    await page.emulateMedia({ media: 'print' })
    await page.goto(`${ORIGIN}/`, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready)
    const draft = await page.pdf({ preferCSSPageSize: true })
    await page.evaluate(replaceBody, await html(await pdfs.pageNumbers(draft)))

    const faults = await page.evaluate(findOverflow, height)
    if (faults.length)
      throw new PrintError(name, faults)
    // Chromium loses the spaces of headings that wrap; the bookmarks are named from the page instead.
    const headings = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => (heading as HTMLElement).innerText))
    const raw = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true })
    const printed = await pdfs.finish(raw, { ...about, headings })
    const lost = findLosses(printed.pages, expected)
    if (lost.length)
      throw new PrintError(name, lost)
    return printed
  }
  finally {
    await page.close()
  }
}

/** A name that leads nowhere: the page's own address, under which nothing else is found. */
const ORIGIN = 'http://print.invalid'

/** The document brings its fonts along; whatever else it might ask for, it does not get. */
async function serve(page: Page, html: string) {
  await page.route('**/*', route => route.request().url() === `${ORIGIN}/` ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }) : route.abort())
}

// What runs in the page holds no named function of its own: the compiler's helpers for those do not exist there.

/** The styles and the fonts, which are the same in both printings, stay as they are. */
function replaceBody(html: string) {
  document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML
}

/** What is wider than its place, or cannot be broken and is taller than a page. */
function findOverflow(pageHeight: number): string[] {
  const elements = [...document.querySelectorAll('body *')].filter(element => !element.closest('svg'))
  // A word that cannot be broken spills out of its box without widening it, and out of all boxes around it.
  const wide = elements.filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    || (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1))
  const tall = elements.filter(element => getComputedStyle(element).breakInside === 'avoid' && element.getBoundingClientRect().height > pageHeight)
  const faults = [
    ...wide.filter(element => !wide.some(each => each !== element && element.contains(each))).map(element => ({ element, fault: `“${(element.textContent ?? '').trim().slice(0, 40)}” is wider than its place on the page.` })),
    ...tall.map(element => ({ element, fault: 'a part that must stay together is taller than a page.' })),
  ]
  return [...new Set(faults.map(({ element, fault }) => {
    const exercise = element.closest('[data-exercise]')?.getAttribute('data-exercise')
    const heading = element.closest('section')?.querySelector('h2, h3, h4')?.textContent?.trim()
    return `${exercise ? `exercise ${exercise}` : `“${heading ?? 'a page'}”`}: ${fault}`
  }))]
}

function findLosses(pages: ReadPage[], expected: Expected[]): string[] {
  const all = pages.map(page => bare(page.text)).join('')
  return [
    ...pages.flatMap((page, index) => page.words === 0 ? [`page ${index + 1} is blank.`] : []),
    ...expected.flatMap(({ what, text }) => all.includes(bare(text)) ? [] : [`${what}: “${text.slice(0, 60)}” was lost.`]),
  ]
}

/** Letters and digits alone: line ends, hyphens and ligatures must not look like a loss. */
const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
