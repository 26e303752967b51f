import type { Records } from '../records'
import { checkActivities } from './activities'
import { checkArrival } from './arrival'
import { checkCitations } from './citations'
import { checkCountedMinutes } from './counted-minutes'
import { checkCuts } from './cuts'
import { checkExercises } from './exercises'
import { checkFindingPictures } from './finding-pictures'
import { checkHeadmatter } from './headmatter'
import { checkIds } from './ids'
import { checkLabels } from './labels'
import { checkMinutes } from './minutes'
import { checkMistakes } from './mistakes'
import { checkNames } from './names'
import { checkObjectives } from './objectives'
import { checkPoints } from './points'
import { checkReserved } from './reserved'
import { checkScripts } from './scripts'
import { checkSlides } from './slides'
import { checkWords } from './words'

/** What no single file can show: that the files agree with each other. */
export function crossCheck(records: Records) {
  checkMinutes(records)
  checkArrival(records)
  checkIds(records)
  checkReserved(records)
  checkMistakes(records)
  checkNames(records)
  if (records.slides) {
    checkHeadmatter(records)
    checkSlides(records, records.slides)
    checkScripts(records, records.slides)
    checkActivities(records, records.slides)
    checkCountedMinutes(records, records.slides)
  }
  checkExercises(records)
  checkCuts(records)
  checkObjectives(records)
  checkPoints(records, records.slides)
  checkFindingPictures(records)
  checkCitations(records)
  checkLabels(records)
  checkWords(records)
}
