import type { Paper } from '../model/schemas/workshop'
import type { Workshop } from '../model/workshop'
import type { Printed } from './pdf-process'
import type { Press, PrintJob } from './print'
import type { Templates } from './render'
import { plainText } from '../components/text/rich-text'
import { forPaper } from '../model/views'
import { launchBrowser } from './browser'
import { expectedInGuide, expectedInWorkbook } from './expected'
import { startPdfProcess } from './pdf-process'
import { print } from './print'
import { compiledTemplates } from './render'

export interface HandoutOptions {
  papers: readonly Paper[]
  people: number
  start: string
  room?: string
  /** Leaves out the guide, for those who print what participants get. */
  workbookOnly?: true
}

export interface Handout extends Printed { name: string }

export interface HandoutEffects {
  /** Called as each document is done, with how long it took in milliseconds. */
  done: (name: string, pages: number, bytes: number, took: number) => void
}

/**
 * Makes every PDF in memory: the papers side by side, for each the workbook, then the guide, whose print list counts the
 * workbook's pages. Nothing is written here, so that an export is whole or not there.
 * @param root the project's folder
 */
export async function makeHandouts(root: string, workshop: Workshop, options: HandoutOptions, effects: HandoutEffects): Promise<Handout[]> {
  // The templates compile while the browser and the others start; if they fail first, `finally` sees to the rest.
  const starting = launchBrowser()
  starting.catch(() => {})
  const processes = options.papers.map(startPdfProcess)
  try {
    const templates = await compiledTemplates(root)
    const browser = await starting
    const papers = options.papers.map((paper, index) => makePaper({ workshop, options, effects, templates, browser, pdfs: processes[index]! }, paper))
    return (await Promise.all(papers)).flat()
  }
  finally {
    processes.forEach(each => each.close())
    await starting.then(browser => browser.close(), () => {})
  }
}

interface Work extends Press { workshop: Workshop, options: HandoutOptions, effects: HandoutEffects, templates: Templates }

async function makePaper(work: Work, paper: Paper): Promise<Handout[]> {
  const workbook = await make(work, workbookJob(work, paper))
  if (work.options.workbookOnly)
    return [workbook]
  const guide = await make(work, guideJob(work, paper, workbook.pages.length))
  return [workbook, guide]
}

async function make(work: Work, job: PrintJob): Promise<Handout> {
  const began = performance.now()
  const printed = await print(work, job)
  work.effects.done(job.name, printed.pages.length, printed.bytes.length, performance.now() - began)
  return { name: job.name, ...printed }
}

function workbookJob({ workshop, options, templates }: Work, paper: Paper): PrintJob {
  const view = forPaper(workshop)
  return {
    name: `workbook-${paper}.pdf`,
    paper,
    // The feedback page tears off only if it begins a sheet, that is, on an odd page.
    html: where => templates.renderWorkbook(view, { paper, start: options.start, room: options.room, notesPage: where !== undefined && where.pages % 2 === 0 }),
    about: { title: `${workshop.title}: ${workshop.labels.handouts.workbook}`, subject: plainText(workshop.promise), language: workshop.language },
    expected: expectedInWorkbook(view),
  }
}

function guideJob({ workshop, options, templates }: Work, paper: Paper, workbookPages: number): PrintJob {
  return {
    name: `guide-${paper}.pdf`,
    paper,
    html: where => templates.renderGuide(workshop, { paper, ...options, workbookPages, guidePages: where?.pages, pageOf: where?.pageOf ?? {} }),
    about: { title: `${workshop.title}: ${workshop.labels.guide.title}`, subject: plainText(workshop.promise), language: workshop.language },
    expected: expectedInGuide(workshop),
  }
}
