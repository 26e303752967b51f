import { z } from 'zod'
import { componentLabels, texts } from '../../components/labels.schema'

/** content/interface.yaml: every word that screens and papers show and that belongs to no record. */
export const interfaceSchema = z.strictObject({
  ...componentLabels,
  deck: texts('agenda', 'objectives', 'groundRules', 'reframes', 'credits', 'references', 'instead', 'debrief', 'caveat', 'contested', 'warning', 'mistakeOf'),
  handouts: texts('workbook', 'name', 'pageOf', 'agenda', 'private', 'rule', 'yourNotes', 'partNotes', 'partNotesAsk'),
  guide: texts(
    'title', 'contents', 'notForParticipants',
    'glance', 'length', 'clock', 'people', 'peopleAtTables', 'room', 'audience', 'outcomes', 'practisedIn', 'approach',
    'preparing', 'before', 'during', 'after', 'roles', 'lead', 'second', 'remote', 'accessibility',
    'materials', 'amount', 'item', 'each', 'perPerson', 'perTable', 'perFacilitator', 'perRoom',
    'printList', 'document', 'pages', 'copies', 'sheetsEach', 'sheets', 'duplex',
    'roomPlan', 'roomPlanAlt', 'roomScreen', 'roomLead', 'roomSecond', 'roomQuiet', 'roomDoor',
    'runOfShow', 'minutes', 'what', 'how', 'actual', 'talk', 'ends',
    'timeMargins', 'behindBy', 'whenAhead',
    'keyPoints', 'prepare', 'watchFor', 'transition', 'slide', 'drawing', 'resultsLine', 'say', 'do', 'ask',
    'exercise', 'goal', 'needed', 'steps', 'script', 'debrief', 'expect', 'ifBehind', 'ifAhead', 'ifQuiet',
    'paperForm', 'paperFormIs', 'remoteForm', 'accessibleForm', 'soloForm', 'shownAfter',
    'hardQuestions', 'limits', 'recoveries', 'trouble', 'recovery',
    'answerKey', 'answer', 'scoringOf', 'mistake', 'statements', 'suggestion', 'reversed', 'reversedHow', 'forecasts', 'found', 'finding', 'caveat',
    'followUp', 'afterDays', 'evaluation', 'evidence', 'sources', 'sourcesHow', 'seenMemory', 'seenSecondHand', 'unsure', 'credits',
  ),
  lesson: texts('keyPoints', 'evidence', 'findings', 'exercise', 'openExercise'),
  stage: texts('choose', 'accessible', 'unknown'),
})

export type Labels = z.output<typeof interfaceSchema>
