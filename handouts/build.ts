import type { Browser } from 'playwright-chromium'
import type { Paper } from '../model/schemas/workshop'
import type { Workshop } from '../model/workshop'
import type { Templates } from './render'
import { plainText } from '../components/text/rich-text'
import { forPaper } from '../model/views'
import { launchBrowser } from './browser'
import { expectedInGuide, expectedInWorkbook } from './expected'
import type { PageNumbers } from './page-numbers'
import { pageNumbers } from './page-numbers'
import type { Printed } from './print'
import { draft, print } from './print'
import { withTemplates } from './render'

export interface HandoutOptions { papers: readonly Paper[], people: number, start: string, room?: string }

export interface Handout extends Printed { name: string }

export interface HandoutEffects {
  /** Called as each document is done, with how long it took in milliseconds. */
  done: (name: string, pages: number, bytes: number, took: number) => void
}

/**
 * Makes every PDF in memory: for each paper the workbook, then the guide, whose print list counts the
 * workbook's pages. Nothing is written here, so that an export is whole or not there.
 * @param root the project's folder
 */
export async function makeHandouts(root: string, workshop: Workshop, options: HandoutOptions, effects: HandoutEffects): Promise<Handout[]> {
  const starting = launchBrowser()
  // The templates compile while the browser starts; if they fail first, the browser's fate is handled below.
  starting.catch(() => {})
  return withTemplates(root, async (templates) => {
    const browser = await starting
    try {
      const handouts: Handout[] = []
      for (const paper of options.papers)
        handouts.push(...await makePaper({ root, workshop, options, effects, templates, browser }, paper))
      return handouts
    }
    finally {
      await browser.close()
    }
  })
}

interface Work { root: string, workshop: Workshop, options: HandoutOptions, effects: HandoutEffects, templates: Templates, browser: Browser }

async function makePaper(work: Work, paper: Paper): Promise<Handout[]> {
  const workbook = await timed(work, `workbook-${paper}.pdf`, name => makeWorkbook(work, paper, name))
  const guide = await timed(work, `guide-${paper}.pdf`, name => makeGuide(work, paper, name, workbook.inspection.pages.length))
  return [workbook, guide]
}

async function timed({ effects }: Work, name: string, make: (name: string) => Promise<Printed>): Promise<Handout> {
  const began = performance.now()
  const printed = await make(name)
  effects.done(name, printed.inspection.pages.length, printed.bytes.length, performance.now() - began)
  return { name, ...printed }
}

async function makeWorkbook({ root, workshop, options, templates, browser }: Work, paper: Paper, name: string): Promise<Printed> {
  const view = forPaper(workshop)
  const html = (notesPage: boolean) => templates.renderWorkbook(view, { paper, start: options.start, room: options.room, notesPage })
  // The feedback page tears off only if it begins a sheet, that is, on an odd page.
  const { raw } = await draft(browser, root, { name, paper, html: await html(false) })
  const { pages } = await pageNumbers(raw)
  return print(browser, root, {
    name,
    paper,
    html: await html(pages % 2 === 0),
    about: { title: `${workshop.title}: ${workshop.labels.handouts.workbook}`, subject: plainText(workshop.promise), language: workshop.language },
    expected: expectedInWorkbook(view),
  })
}

async function makeGuide({ root, workshop, options, templates, browser }: Work, paper: Paper, name: string, workbookPages: number): Promise<Printed> {
  const html = (where?: PageNumbers) => templates.renderGuide(workshop, { paper, ...options, workbookPages, guidePages: where?.pages, pageOf: where?.pageOf ?? {} })
  // Chromium has no target-counter(): print, read where each heading fell, print again with the numbers.
  const { raw } = await draft(browser, root, { name, paper, html: await html() })
  return print(browser, root, {
    name,
    paper,
    html: await html(await pageNumbers(raw)),
    about: { title: `${workshop.title}: ${workshop.labels.guide.title}`, subject: plainText(workshop.promise), language: workshop.language },
    expected: expectedInGuide(workshop),
  })
}
