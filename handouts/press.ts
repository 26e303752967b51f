import type { Page } from 'playwright-chromium'

import type { DocumentName } from '../model/documents'
import { DOCUMENTS } from '../model/documents'
import { launchBrowser } from './browser'
import { loadTypefaces } from './in-page'
import type { PrintThreads } from './print-threads'
import { startPrintThreads } from './print-threads'

/** What prints: a page of the browser for each document, and the threads that do the rest. */
export interface Press {
  threads: PrintThreads
  pages: Record<DocumentName, Promise<Page>>
}

/** Printable width and height in CSS pixels: the page less the margins of paper.css. */
export const AREA = { width: mm(210 - 34), height: mm(279.4 - 27) }

function mm(length: number): number {
  return (length * 96) / 25.4
}

/** Nothing is looked at: without the compositor no frame is made, which would take a twentieth of the time. */
const NO_FRAMES = ['--disable-threaded-compositing']

/** The pages' own address, of a name that is never resolved (RFC 2606): nothing else can be fetched from it. */
const ORIGIN = 'http://print.invalid'

/**
 * Begins to make ready what prints, which `use` need not wait for, and puts it away when it is done.
 * @param root the project's folder
 */
export async function withPress<T>(root: string, use: (press: Press) => Promise<T>): Promise<T> {
  const threads = startPrintThreads(root)
  // Before anything else that the thread is asked for: the pages wait for it.
  const sheet = threads.run('renderSheet')
  const browser = launchBrowser(NO_FRAMES)
  const context = browser.then(async each => {
    const viewport = { width: Math.floor(AREA.width), height: Math.floor(AREA.height) }
    const [opened, body] = await Promise.all([each.newContext({ viewport }), sheet])
    // The sheet brings its typefaces along; whatever else it might ask for, it does not get.
    await opened.route('**/*', route =>
      route.request().url() === `${ORIGIN}/`
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body })
        : route.abort(),
    )
    return opened
  })
  const open = async () => {
    const page = await (await context).newPage()
    await page.emulateMedia({ media: 'print' })
    await page.goto(`${ORIGIN}/`, { waitUntil: 'load' })
    // Before there is a document: what is laid out without its typefaces would be laid out again with them.
    await page.evaluate(loadTypefaces)
    return page
  }
  const pages = Object.fromEntries(DOCUMENTS.map(name => [name, open()])) as Press['pages']
  // A failure rejects the promises of all pages, also of those that nothing awaits any more.
  for (const each of [sheet, browser, context, ...Object.values(pages)]) each.catch(() => {})
  try {
    return await use({ threads, pages })
  } finally {
    await Promise.all([
      threads.close(),
      browser.then(
        each => each.close(),
        () => {},
      ),
    ])
  }
}
