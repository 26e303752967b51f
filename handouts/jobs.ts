import { plainText } from '../components/text/rich-text'
import type { DocumentName } from '../model/documents'
import { countActivities } from '../model/minutes/count'
import { forLearner, forPaper } from '../model/views'
import type { Workshop } from '../model/workshop'
import { expectedInCueCard, expectedInGuide, expectedInWorkbook } from './expected'
import type { HandoutOptions } from './options'
import type { Press } from './press'
import type { PrintJob } from './print'

/** The documents as jobs, each from the view that its readers may have; the guide first, which takes longest. */
export function jobsFor({ threads }: Press, workshop: Workshop, options: HandoutOptions): PrintJob[] {
  const { labels } = workshop
  const paper = forPaper(workshop)
  const learner = forLearner(workshop)
  const context = { ...options, counted: countActivities(workshop) }
  const job = (name: DocumentName, title: string, rest: Pick<PrintJob, 'render' | 'expected'>): PrintJob => ({
    name,
    papers: options.papers,
    about: {
      title: `${workshop.title}: ${title}`,
      subject: plainText(workshop.promise),
      language: workshop.language,
    },
    ...rest,
  })
  return [
    job('guide', labels.guide.title, {
      render: () => threads.run('renderGuide', workshop, context),
      expected: expectedInGuide(workshop),
    }),
    {
      ...job('workbook', labels.handouts.workbook, {
        render: () => threads.run('renderWorkbook', paper, context),
        expected: expectedInWorkbook(paper),
      }),
      tearsOff: true,
    },
    // What is given out after answering, it may say what is revealed then.
    job('answer-sheet', labels.handouts.answerSheet, {
      render: () => threads.run('renderAnswerSheet', learner),
      // Which kinds have answers to look up, only the bundle knows; that none is missing is for the tests.
      expected: [],
    }),
    job('cue-card', labels.guide.cueCard, {
      render: () => threads.run('renderCueCard', workshop, context),
      expected: expectedInCueCard(workshop),
    }),
  ]
}
