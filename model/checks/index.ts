import type { Records } from '../records'
import { checkActivities } from './activities'
import { checkCitations } from './citations'
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

/** What no single file can show: that the files agree with each other. */
export function crossCheck(records: Records) {
  checkMinutes(records)
  checkIds(records)
  checkReserved(records)
  checkMistakes(records)
  checkNames(records)
  if (records.slides) {
    checkHeadmatter(records)
    checkSlides(records, records.slides)
    checkScripts(records, records.slides)
    checkActivities(records, records.slides)
  }
  checkExercises(records)
  checkObjectives(records)
  checkPoints(records, records.slides)
  checkFindingPictures(records)
  checkCitations(records)
  checkLabels(records)
}
