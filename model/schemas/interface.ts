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
    'followUp', 'afterDays', 'evaluation', 'evidence', 'sources', 'sourcesHow', 'credits',
  ),
  lesson: texts('keyPoints', 'evidence', 'findings', 'exercise', 'debrief'),
  // The self-paced site: the words that stand in its pages, and those that its scripts bring along.
  pages: texts(
    'skip', 'parts', 'onThisPage', 'morePages', 'start', 'nextPart', 'previousPart', 'neighbours', 'toTakeHome', 'takeHome', 'takeHomeAbout', 'takeHomeScripts',
    'recall', 'recallAbout', 'recallIntro', 'recallScripts', 'later', 'afterDays', 'about', 'aboutAbout', 'slides', 'slidesAbout', 'papers',
    'papersAbout', 'paperA4', 'paperLetter', 'sources', 'credits', 'source', 'accessibility', 'accessibilityAbout',
  ),
  site: texts(
    'aboutMinutes', 'doneOf', 'resume', 'resumeAt', 'whatNext', 'nextHere', 'nextPart', 'toTakeHome', 'settings', 'size', 'smaller', 'larger', 'colours',
    'coloursDevice', 'coloursLight', 'coloursDark', 'updateReady', 'updateNow', 'updated', 'reload', 'broken',
  ),
  takeHome: texts(
    'intro', 'empty', 'nothingYet', 'keepIt', 'print', 'saveText', 'saveData', 'saveCalendar', 'calendarAbout', 'calendarName', 'calendarRecall',
    'calendarPlan', 'load', 'loadAbout', 'loadChoose', 'loadAsk', 'loadYes', 'loadNo', 'loaded', 'loadedSome', 'loadNotJson', 'loadOther',
    'loadOtherWorkshop', 'loadNewer', 'loadTooLarge', 'loadEmpty', 'deleteAll', 'deleteAbout', 'deleteAsk', 'deleteYes', 'deleteNo', 'deleted',
    'savedOn', 'round',
  ),
  recallRound: texts('first', 'firstLink', 'round', 'allKnown', 'again', 'more'),
  offline: texts('title', 'yes', 'no', 'extras', 'keep', 'keeping', 'kept', 'failed'),
  stage: texts('choose', 'accessible', 'unknown'),
})

export type Labels = z.output<typeof interfaceSchema>
