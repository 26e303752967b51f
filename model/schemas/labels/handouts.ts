import { texts } from '../../../components/labels.schema'

/** What participants get on paper. */
export const handouts = texts(
  'workbook',
  'answerSheet',
  'answerSheetIntro',
  'name',
  'pageOf',
  'agenda',
  'private',
  'rule',
  'yourNotes',
  'partNotes',
  'partNotesAsk',
  'statement',
  'forHome',
  'forHomeAbout',
)
