import type { Records } from '../records'
import { checkCitations } from './citations'
import { checkExercises } from './exercises'
import { checkIds } from './ids'
import { checkMinutes } from './minutes'
import { checkNames } from './names'
import { checkObjectives } from './objectives'
import { checkPoints } from './points'
import { checkReserved } from './reserved'
import { checkSlides } from './slides'

/** What no single file can show: that the files agree with each other. */
export function crossCheck(records: Records) {
  checkMinutes(records)
  checkIds(records)
  checkReserved(records)
  checkNames(records)
  if (records.slides) checkSlides(records, records.slides)
  checkExercises(records)
  checkObjectives(records)
  checkPoints(records, records.slides)
  checkCitations(records)
}
