import { DOCUMENTS } from '../model/documents'
import type { Workshop } from '../model/workshop'
import { jobsFor } from './jobs'
import type { HandoutOptions } from './options'
import type { PageNumbers } from './pdf/page-numbers'
import type { Press } from './press'
import type { PrintJob } from './print'
import { finish, print, printDraft } from './print'
import type { DraftLayout } from './printed-numbers'
import { printedNumbers } from './printed-numbers'

export interface Handout {
  name: string
  bytes: Uint8Array
  /** What each page says. */
  pages: string[]
  /** Typefaces of this machine, used for signs that the kit's own do not have. */
  borrowed: string[]
}

/** How the kit's own typefaces are called in a PDF; see fonts.css. */
const OWN = /^(?:AtkinsonHyperlegibleNext|BricolageGrotesque)/

export interface HandoutEffects {
  /** Called as each file is done, with the milliseconds since printing began. */
  done: (name: string, pages: number, bytes: number, took: number) => void
}

/**
 * Makes every PDF in memory, one beside the other; nothing is written here, so that an export is whole or not there.
 * @returns paper by paper, in the order of DOCUMENTS
 */
export async function makeHandouts(
  press: Press,
  workshop: Workshop,
  options: HandoutOptions,
  effects: HandoutEffects,
): Promise<Handout[]> {
  const began = performance.now()
  const names = options.documents ?? DOCUMENTS
  const jobs = jobsFor(press, workshop, options).filter(({ name }) => names.includes(name))
  const drafts = await forAll(jobs, async job => withNotes(await printDraft(press, job), job))
  const numbers = printedNumbers(drafts)
  const printed = await forAll(jobs, async (job, at) => {
    const draft = drafts[at]!
    const { files, pages, typefaces } = await finish(press, await print(press, job, draft, numbers), job, draft)
    return files.map((bytes, paper): Handout => {
      const name = `${job.name}-${options.papers[paper]}.pdf`
      effects.done(name, pages.length, bytes.length, performance.now() - began)
      return { name, bytes, pages, borrowed: typefaces.filter(each => !OWN.test(each)) }
    })
  })
  return options.papers.flatMap((_, paper) =>
    names.map(name => printed[jobs.findIndex(job => job.name === name)]![paper]!),
  )
}

/**
 * Works on all documents at once.
 * @throws what went wrong with the first of them in the order of DOCUMENTS: which one fails soonest is chance
 */
async function forAll<T>(jobs: readonly PrintJob[], work: (job: PrintJob, at: number) => Promise<T>): Promise<T[]> {
  const results = await Promise.allSettled(jobs.map(work))
  const inOrder = DOCUMENTS.map(name => results[jobs.findIndex(job => job.name === name)])
  const failed = inOrder.find(result => result?.status === 'rejected')
  if (failed) throw failed.reason
  return results.map(result => (result as PromiseFulfilledResult<T>).value)
}

/**
 * A document whose last page is torn off needs that page to begin a sheet: a page for notes may have to come before it.
 */
function withNotes(numbers: PageNumbers, { name, tearsOff }: Pick<PrintJob, 'name' | 'tearsOff'>): DraftLayout {
  const hasNotes = tearsOff === true && numbers.pages % 2 === 0
  return { name, ...numbers, pages: numbers.pages + Number(hasNotes), hasNotes }
}
