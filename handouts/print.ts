import type { Browser, Page } from 'playwright-chromium'
import type { Expected } from './expected'
import type { About, Finished } from './pdf/finish'
import type { PageNumbers } from './pdf/page-numbers'
import type { Rendered } from './templates'
import type { Workers } from './workers'
import type { Paper } from '../model/paper'
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

/** What prints: a page of the browser, which holds one document after the other, and the workers that do the rest. */
export interface Press {
  workers: Workers
  page: Page
}

export interface PrintJob {
  /** The file's name, for messages. */
  name: string
  paper: Paper
  about: About
  /** The document; the second time with the numbers of the pages on which things fell. */
  render: (draft?: PageNumbers) => Promise<Rendered>
  /** How many pages the second printing has. */
  pages: (draft: PageNumbers) => number
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

/** A document as the browser printed it. */
export interface Raw {
  bytes: Uint8Array
  /** Chromium loses the spaces of headings that wrap; the bookmarks are named from the page instead. */
  headings: string[]
  pages: number
}

export async function openPress(browser: Browser, workers: Workers): Promise<Press> {
  const page = await browser.newPage()
  await page.emulateMedia({ media: 'print' })
  const sheet = await workers.run('renderSheet')
  // The page brings its fonts along; whatever else it might ask for, it does not get.
  await page.route('**/*', route => route.request().url() === `${ORIGIN}/` ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: sheet }) : route.abort())
  await page.goto(`${ORIGIN}/`, { waitUntil: 'load' })
  return { workers, page }
}

/**
 * Prints one document as a whole, tagged and outlined. Not every browser has `target-counter()`, and none can count
 * sheets: it prints a draft, the places of the headings are read from that, and it prints again.
 * @throws PrintError when something overflows
 */
export async function print({ workers, page }: Press, { name, paper, render, pages }: PrintJob): Promise<Raw> {
  const { width, height } = AREA[paper]
  await page.setViewportSize({ width: Math.floor(width), height: Math.floor(height) })
  await page.evaluate(put, await render())
  const draft = await workers.run('pageNumbers', await page.pdf({ preferCSSPageSize: true }))
  await page.evaluate(renew, (await render(draft)).body)
  const faults = await page.evaluate(findOverflow, height)
  if (faults.length)
    throw new PrintError(name, faults)
  const headings = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => (heading as HTMLElement).innerText))
  const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true })
  return { bytes, headings, pages: pages(draft) }
}

/**
 * Mends a printed document and reads it back.
 * @throws PrintError when a page is blank, words were lost or pages are not where the draft had them
 */
export async function finish({ workers }: Press, { bytes, headings, pages }: Raw, { name, about, expected }: PrintJob): Promise<Finished> {
  const finished = await workers.run('finish', bytes, { ...about, headings })
  const faults = findLosses(finished.pages, expected)
  if (finished.pages.length !== pages)
    faults.push(`it has ${finished.pages.length} pages where the draft promised ${pages}: its page numbers would lead astray.`)
  if (faults.length)
    throw new PrintError(name, faults)
  return finished
}

/** A name that leads nowhere: the page's own address, under which nothing else is found. */
const ORIGIN = 'http://print.invalid'

// What runs in the page holds no named function of its own: the compiler's helpers for those do not exist there.

/** Puts a document into the page. Nothing of it is drawn: all keep their places, and the draft takes a third of the time. */
function put({ language, title, style, body }: Rendered): Promise<unknown> {
  document.documentElement.lang = language
  document.title = title
  document.querySelector('style:last-of-type')!.textContent = style
  document.body.innerHTML = body
  document.documentElement.style.visibility = 'hidden'
  // Typefaces are asked for when something is laid out with them.
  document.body.getBoundingClientRect()
  return document.fonts.ready.then(() => {})
}

/** Puts the sections that have changed into the places of the earlier ones, and shows all. */
function renew(body: string) {
  const main = document.querySelector('main')!
  const sections = [...new DOMParser().parseFromString(body, 'text/html').querySelector('main')!.children]
  for (const [index, section] of sections.entries()) {
    const earlier = main.children[index]
    if (!earlier)
      main.append(section)
    else if (!earlier.isEqualNode(section))
      earlier.replaceWith(section)
  }
  document.documentElement.style.visibility = ''
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

function findLosses(pages: string[], expected: Expected[]): string[] {
  const all = bare(pages.join(''))
  return [
    ...pages.flatMap((page, index) => page.trim() === '' ? [`page ${index + 1} is blank.`] : []),
    ...expected.flatMap(({ what, text }) => all.includes(bare(text)) ? [] : [`${what}: “${text.slice(0, 60)}” was lost.`]),
  ]
}

/** Letters and digits alone: line ends, hyphens and ligatures must not look like a loss. */
const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
