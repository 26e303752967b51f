import { plainText } from '../components/text/rich-text'
import { countActivities } from '../model/minutes/count'
import type { PaperSize } from '../model/paper-size'
import { forPaper } from '../model/views'
import type { Workshop } from '../model/workshop'
import { expectedInGuide, expectedInWorkbook } from './expected'
import type { Press } from './press'
import type { Drafts, PrintJob } from './print'
import { finish, print, printDraft } from './print'

export interface HandoutOptions {
  papers: readonly PaperSize[]
  people: number
  start: string
  room?: string
  /** Leaves out the guide, for those who print what participants get. */
  workbookOnly?: true
}

export interface Handout {
  name: string
  bytes: Uint8Array
  /** What each page says. */
  pages: string[]
}

export interface HandoutEffects {
  /** Called as each file is done, with the milliseconds since printing began. */
  done: (name: string, pages: number, bytes: number, took: number) => void
}

/**
 * Makes every PDF in memory, the workbook beside the guide; nothing is written here, so that an export is whole or not
 * there.
 * @returns paper by paper, the workbook before the guide
 */
export async function makeHandouts(
  press: Press,
  workshop: Workshop,
  options: HandoutOptions,
  effects: HandoutEffects,
): Promise<Handout[]> {
  const began = performance.now()
  const jobs = options.workbookOnly
    ? [workbookJob(press, workshop, options)]
    : [workbookJob(press, workshop, options), guideJob(press, workshop, options)]
  // The guide first, which takes longer.
  const drafts: Drafts = Object.fromEntries(
    await Promise.all(jobs.toReversed().map(async job => [job.name, await printDraft(press, job)] as const)),
  )
  const documents = await Promise.all(
    jobs.map(async job => {
      const { files, pages } = await finish(press, await print(press, job, drafts), job)
      return files.map((bytes, at) => {
        const name = `${job.name}-${options.papers[at]}.pdf`
        effects.done(name, pages.length, bytes.length, performance.now() - began)
        return { name, bytes, pages }
      })
    }),
  )
  return options.papers.flatMap((_, at) => documents.map(files => files[at]!))
}

/**
 * The feedback page, which is the last, tears off only if it begins a sheet: a page for notes may have to come before
 * it.
 */
const needsNotes = ({ workbook }: Drafts) => workbook!.pages % 2 === 0
const workbookPages = (drafts: Drafts) => drafts.workbook!.pages + Number(needsNotes(drafts))

function workbookJob({ workers }: Press, workshop: Workshop, { papers, start, room }: HandoutOptions): PrintJob {
  const view = forPaper(workshop)
  return {
    name: 'workbook',
    papers,
    render: () => workers.run('renderWorkbook', view, { start, room }),
    renderNumbered: drafts => (needsNotes(drafts) ? workers.run('renderNotesPage', view) : ''),
    pages: workbookPages,
    about: {
      title: `${workshop.title}: ${workshop.labels.handouts.workbook}`,
      subject: plainText(workshop.promise),
      language: workshop.language,
    },
    expected: expectedInWorkbook(view),
  }
}

function guideJob({ workers }: Press, workshop: Workshop, options: HandoutOptions): PrintJob {
  const context = { ...options, counted: countActivities(workshop) }
  return {
    name: 'guide',
    papers: options.papers,
    render: () => workers.run('renderGuide', workshop, context),
    renderNumbered: drafts =>
      workers.run('renderGuideCounts', workshop, {
        ...context,
        counts: { workbook: workbookPages(drafts), guide: drafts.guide!.pages, pageOf: drafts.guide!.pageOf },
      }),
    pages: drafts => drafts.guide!.pages,
    about: {
      title: `${workshop.title}: ${workshop.labels.guide.title}`,
      subject: plainText(workshop.promise),
      language: workshop.language,
    },
    expected: expectedInGuide(workshop),
  }
}
