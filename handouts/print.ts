import type { Browser, Page } from 'playwright-chromium'
import type { Inspection } from './pdf/inspect'
import type { Paper } from '../model/schemas/workshop'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Mendable } from '../model/mendable'
import { finish } from './pdf/finish'
import { inspect } from './pdf/inspect'

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

export interface Printed { bytes: Uint8Array, inspection: Inspection }

export interface PrintJob {
  /** The file's name, for messages. */
  name: string
  html: string
  paper: Paper
  about: { title: string, subject: string, language: string }
  /** Texts that must be found again in the PDF, with what to call each when it is lost. */
  expected: { what: string, text: string }[]
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
 * Prints one document as a whole, tagged and outlined; then mends and inspects it.
 * @param root the project's folder, for fonts
 * @throws PrintError when something overflows, a page is blank or words were lost
 */
export async function print(browser: Browser, root: string, job: PrintJob): Promise<Printed> {
  const { raw, headings } = await draft(browser, root, job)
  const bytes = await finish(raw, { ...job.about, headings })
  const inspection = await inspect(bytes)
  const lost = findLosses(inspection, job)
  if (lost.length)
    throw new PrintError(job.name, lost)
  return { bytes, inspection }
}

/** The PDF as Chromium gives it: enough to learn where things fall. */
export async function draft(browser: Browser, root: string, job: Pick<PrintJob, 'name' | 'html' | 'paper'>): Promise<{ raw: Uint8Array, headings: string[] }> {
  const { width, height } = AREA[job.paper]
  const page = await browser.newPage({ viewport: { width: Math.floor(width), height: Math.floor(height) } })
  try {
    await serve(page, root, job.html)
    await page.emulateMedia({ media: 'print' })
    await page.goto(`${ORIGIN}/`, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready)
    const faults = await page.evaluate(findOverflow, height)
    if (faults.length)
      throw new PrintError(job.name, faults)
    // Chromium loses the spaces of headings that wrap; the bookmarks are named from the page instead.
    const headings = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => (heading as HTMLElement).innerText))
    return { raw: await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true }), headings }
  }
  finally {
    await page.close()
  }
}

/** A name that leads nowhere: the page's own address, under which only this project's files are found. */
const ORIGIN = 'http://print.invalid'
const TYPES: Record<string, string> = { '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png' }

async function serve(page: Page, root: string, html: string) {
  // A linked node_modules lies elsewhere; Vite then names its files by their whole path, behind /@fs.
  const homes = [root, await realpath(join(root, 'node_modules'))]
  await page.route('**/*', async (route) => {
    const { pathname, origin } = new URL(route.request().url())
    if (origin !== ORIGIN)
      return route.abort()
    if (pathname === '/')
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    const path = decodeURIComponent(pathname)
    const file = normalize(path.startsWith('/@fs/') ? path.replace(/^\/@fs\/(?=[a-z]:)/i, '').replace(/^\/@fs/, '') : join(root, path))
    const type = TYPES[extname(file)]
    if (!type || !homes.some(home => file.startsWith(home + sep)))
      return route.abort()
    return route.fulfill({ contentType: type, body: await readFile(file) })
  })
}

/**
 * Runs in the page: what is wider than its place, or cannot be broken and is taller than a page.
 * It holds no named function of its own, since the compiler's helpers for those do not exist in the page.
 */
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

function findLosses({ pages }: Inspection, job: PrintJob): string[] {
  const faults = pages.flatMap((page, index) => page.words === 0 ? [`page ${index + 1} is blank.`] : [])
  const all = pages.map(page => bare(page.text)).join('')
  for (const { what, text } of job.expected) {
    if (!all.includes(bare(text)))
      faults.push(`${what}: “${text.slice(0, 60)}” was lost.`)
  }
  return faults
}

/** Letters and digits alone: line ends, hyphens and ligatures must not look like a loss. */
const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
