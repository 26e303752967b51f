import type { Paper } from '../model/paper'
import type { Workshop } from '../model/workshop'
import type { Finished } from './pdf/finish'
import type { PageNumbers } from './pdf/page-numbers'
import type { Press, PrintJob } from './print'
import type { Workers } from './workers'
import { plainText } from '../components/text/rich-text'
import { forPaper } from '../model/views'
import { launchBrowser } from './browser'
import { expectedInGuide, expectedInWorkbook } from './expected'
import { finish, openPress, print } from './print'

export interface HandoutOptions {
  papers: readonly Paper[]
  people: number
  start: string
  room?: string
  /** Leaves out the guide, for those who print what participants get. */
  workbookOnly?: true
}

export interface Handout extends Finished { name: string }

export interface HandoutEffects {
  /** Called as each document is done, with how long it took in milliseconds. */
  done: (name: string, pages: number, bytes: number, took: number) => void
}

/**
 * Makes every PDF in memory, the papers side by side; nothing is written here, so that an export is whole or not there.
 * While the browser prints the next document, the last one is mended.
 */
export async function makeHandouts(workers: Workers, workshop: Workshop, options: HandoutOptions, effects: HandoutEffects): Promise<Handout[]> {
  const browser = await launchBrowser()
  try {
    const papers = options.papers.map(async (paper) => {
      const work = { workshop, options, effects, paper, press: await openPress(browser, workers) }
      const workbook = await make(work, workbookJob(work))
      const guide = options.workbookOnly ? [] : [await make(work, guideJob(work, workbook.pages))]
      return Promise.all([workbook, ...guide].map(({ handout }) => handout))
    })
    return (await Promise.all(papers)).flat()
  }
  finally {
    await browser.close()
  }
}

interface Work { workshop: Workshop, options: HandoutOptions, effects: HandoutEffects, press: Press, paper: Paper }

/** Prints a document, and tells how many pages it has before it is mended. */
async function make({ press, effects }: Work, job: PrintJob): Promise<{ pages: number, handout: Promise<Handout> }> {
  const began = performance.now()
  const raw = await print(press, job)
  const handout = finish(press, raw, job).then((finished) => {
    effects.done(job.name, finished.pages.length, finished.bytes.length, performance.now() - began)
    return { name: job.name, ...finished }
  })
  // It is waited for when all are printed; what fails before then is not told twice.
  handout.catch(() => {})
  return { pages: raw.pages, handout }
}

/** The feedback page, which is the last, tears off only if it begins a sheet: a page for notes may have to come before it. */
const withNotes = ({ pages }: PageNumbers) => pages % 2 === 0 ? pages + 1 : pages

function workbookJob({ workshop, options, press: { workers }, paper }: Work): PrintJob {
  const view = forPaper(workshop)
  return {
    name: `workbook-${paper}.pdf`,
    paper,
    render: draft => workers.run('renderWorkbook', view, { paper, start: options.start, room: options.room, notesPage: draft !== undefined && withNotes(draft) > draft.pages }),
    pages: withNotes,
    about: { title: `${workshop.title}: ${workshop.labels.handouts.workbook}`, subject: plainText(workshop.promise), language: workshop.language },
    expected: expectedInWorkbook(view),
  }
}

function guideJob({ workshop, options, press: { workers }, paper }: Work, workbookPages: number): PrintJob {
  return {
    name: `guide-${paper}.pdf`,
    paper,
    render: draft => workers.run('renderGuide', workshop, { paper, ...options, workbookPages, guidePages: draft?.pages, pageOf: draft?.pageOf ?? {} }),
    pages: draft => draft.pages,
    about: { title: `${workshop.title}: ${workshop.labels.guide.title}`, subject: plainText(workshop.promise), language: workshop.language },
    expected: expectedInGuide(workshop),
  }
}
